import type { FlagId } from '#core/flags/flag.ts';
import type { FlagRule, RecordRule, RiskRule } from '#core/flags/flag-rule.ts';
import { a1NoNamedOwner } from '#core/flags/rules/a1-no-named-owner.ts';
import { a2OwnerNotAPerson } from '#core/flags/rules/a2-owner-not-a-person.ts';
import { a3ExposureAboveLimit } from '#core/flags/rules/a3-exposure-above-limit.ts';
import { a4OutOfScope } from '#core/flags/rules/a4-out-of-scope.ts';
import { a5AuthorityLapsed } from '#core/flags/rules/a5-authority-lapsed.ts';
import { a5wAuthorityEndsSoon } from '#core/flags/rules/a5w-authority-ends-soon.ts';
import { a6TooManyDeciders } from '#core/flags/rules/a6-too-many-deciders.ts';
import { a7PaperAuthority } from '#core/flags/rules/a7-paper-authority.ts';
import { a8CarriedBySecurity } from '#core/flags/rules/a8-carried-by-security.ts';
import { a9WorkWithoutAuthority } from '#core/flags/rules/a9-work-without-authority.ts';
import { a10DecidedOutsideAuthority } from '#core/flags/rules/a10-decided-outside-authority.ts';
import { a11HandoverPending } from '#core/flags/rules/a11-handover-pending.ts';
import { i1NeverBriefed } from '#core/flags/rules/i1-never-briefed.ts';
import { i2NewerThanAcknowledged } from '#core/flags/rules/i2-newer-than-acknowledged.ts';
import { i3KnownElsewhere } from '#core/flags/rules/i3-known-elsewhere.ts';
import { i4DecidedBeforeSeeing } from '#core/flags/rules/i4-decided-before-seeing.ts';
import { i5SummaryOnly } from '#core/flags/rules/i5-summary-only.ts';
import { i6Unmeasured } from '#core/flags/rules/i6-unmeasured.ts';
import { i7NoRange } from '#core/flags/rules/i7-no-range.ts';
import { i8NotInThePack } from '#core/flags/rules/i8-not-in-the-pack.ts';
import { p1NoDate } from '#core/flags/rules/p1-no-date.ts';
import { p2OverdueNotRaised } from '#core/flags/rules/p2-overdue-not-raised.ts';
import { p3AcceptanceEnded } from '#core/flags/rules/p3-acceptance-ended.ts';
import { p4ReactiveShare } from '#core/flags/rules/p4-reactive-share.ts';
import { p5FixedBySecurity } from '#core/flags/rules/p5-fixed-by-security.ts';
import { p6OriginNotTraced } from '#core/flags/rules/p6-origin-not-traced.ts';
import { p7OnePersonDecides } from '#core/flags/rules/p7-one-person-decides.ts';
import { p8DecidedByDefault } from '#core/flags/rules/p8-decided-by-default.ts';
import { p9SameKindAgain } from '#core/flags/rules/p9-same-kind-again.ts';
import { p10GateCannotStop } from '#core/flags/rules/p10-gate-cannot-stop.ts';
import { p11NextStepOpen } from '#core/flags/rules/p11-next-step-open.ts';
import { p12ConditionBroken } from '#core/flags/rules/p12-condition-broken.ts';

/** Every rule about one open risk, in the order of the catalogue. */
export const riskRules: readonly RiskRule[] = [
  a1NoNamedOwner, a2OwnerNotAPerson, a3ExposureAboveLimit, a4OutOfScope, a5AuthorityLapsed, a5wAuthorityEndsSoon,
  a6TooManyDeciders, a8CarriedBySecurity, a9WorkWithoutAuthority, a10DecidedOutsideAuthority, a11HandoverPending,
  i1NeverBriefed, i2NewerThanAcknowledged, i3KnownElsewhere, i4DecidedBeforeSeeing, i5SummaryOnly, i6Unmeasured,
  i7NoRange, p1NoDate, p2OverdueNotRaised, p3AcceptanceEnded, p8DecidedByDefault, p12ConditionBroken,
];

/** Every rule about something else the record holds. */
export const recordRules: readonly RecordRule[] = [
  a7PaperAuthority, i8NotInThePack, p4ReactiveShare, p5FixedBySecurity, p6OriginNotTraced, p7OnePersonDecides,
  p9SameKindAgain, p10GateCannotStop, p11NextStepOpen,
];

const byId: ReadonlyMap<FlagId, FlagRule> = new Map([...riskRules, ...recordRules].map((rule) => [rule.text.id, rule]));

/** The rule of a flag. Throws for an id without one; a test shows that there is none of those. */
export function flagRuleOf(id: FlagId): FlagRule {
  const rule = byId.get(id);
  if (rule === undefined) throw new Error(`There is no rule for ${id}.`);
  return rule;
}
