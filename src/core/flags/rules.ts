import type { FlagId } from '#core/flags/flag.ts';
import type { FlagRule, RecordRule, RiskRule } from '#core/flags/flag-rule.ts';
import { a1NoNamedOwner } from '#core/flags/rules/a1-no-named-owner.ts';
import { a2OwnerNotAPerson } from '#core/flags/rules/a2-owner-not-a-person.ts';
import { a3ExposureAboveLimit } from '#core/flags/rules/a3-exposure-above-limit.ts';
import { a4OutOfScope } from '#core/flags/rules/a4-out-of-scope.ts';
import { a5AuthorityLapsed } from '#core/flags/rules/a5-authority-lapsed.ts';
import { a5wAuthorityEndsSoon } from '#core/flags/rules/a5w-authority-ends-soon.ts';
import { a8CarriedBySecurity } from '#core/flags/rules/a8-carried-by-security.ts';
import { a9WorkWithoutAuthority } from '#core/flags/rules/a9-work-without-authority.ts';
import { i1NeverBriefed } from '#core/flags/rules/i1-never-briefed.ts';
import { i3KnownElsewhere } from '#core/flags/rules/i3-known-elsewhere.ts';
import { i6Unmeasured } from '#core/flags/rules/i6-unmeasured.ts';
import { p1NoDate } from '#core/flags/rules/p1-no-date.ts';
import { p2OverdueNotRaised } from '#core/flags/rules/p2-overdue-not-raised.ts';
import { p3AcceptanceEnded } from '#core/flags/rules/p3-acceptance-ended.ts';
import { p8DecidedByDefault } from '#core/flags/rules/p8-decided-by-default.ts';

/** Every rule about one open risk, in the order of the catalogue. */
export const riskRules: readonly RiskRule[] = [
  a1NoNamedOwner, a2OwnerNotAPerson, a3ExposureAboveLimit, a4OutOfScope, a5AuthorityLapsed, a5wAuthorityEndsSoon,
  a8CarriedBySecurity, a9WorkWithoutAuthority,
  i1NeverBriefed, i3KnownElsewhere, i6Unmeasured,
  p1NoDate, p2OverdueNotRaised, p3AcceptanceEnded, p8DecidedByDefault,
];

/** Every rule about something else the record holds. */
export const recordRules: readonly RecordRule[] = [];

const byId: ReadonlyMap<FlagId, FlagRule> = new Map([...riskRules, ...recordRules].map((rule) => [rule.text.id, rule]));

/** The rule of a flag. Throws for an id without one, which a test shows there is none of. */
export function flagRuleOf(id: FlagId): FlagRule {
  const rule = byId.get(id);
  if (rule === undefined) throw new Error(`There is no rule for ${id}.`);
  return rule;
}
