import { isoDay, type When } from '#core/time.ts';
import type { Urgency } from '#core/record/entities.ts';
import type { RecordIndex } from '#core/record/record-index.ts';
import { firstRecordedDayOf } from '#core/record/view.ts';
import { inPost } from '#core/authority/person-in-post.ts';
import type { FlagSubjectKind } from '#core/flags/flag.ts';
import type { PolicySettings } from '#core/flags/policy-defaults.ts';
import type { RestsOn } from '#core/flags/flag-rule.ts';

/** Whoever a flag names sees it before anyone above them does. */
export interface HeadsUp {
  /** First day on which those above see it too. */
  untilAt: When;
  to: readonly HeadsUpTo[];
}

export interface HeadsUpTo {
  kind: 'person' | 'team';
  id: string;
}

/**
 * Whole days of heads-up about a risk: the smaller of the policy's days and its share of the clock, and none on the most
 * urgent clock, whatever a policy makes of that.
 */
export function headsUpDays({ threshold }: Pick<PolicySettings, 'threshold'>, urgency: Urgency, clockDays: number): number {
  return urgency === 'U3' ? 0 : Math.min(headsUpWithoutClock({ threshold }), Math.floor(clockDays / threshold('headsUp.clockShare')));
}

/** Whole days of heads-up about what is no risk, and so has no clock. */
export function headsUpWithoutClock({ threshold }: Pick<PolicySettings, 'threshold'>): number {
  return threshold('headsUp.days');
}

/** What is known of a condition when its heads-up is worked out. */
export interface Named {
  subjectKind: FlagSubjectKind;
  subject: string;
  person?: string | undefined;
  /** First day of the condition. */
  since: number;
  /** Entry whose recording made the condition known; absent = the subject's own. */
  restsOn?: RestsOn | undefined;
}

/**
 * The heads-up that runs on the day of the view, or undefined where nobody is named, where it has ended, or where there
 * is none. It starts with the condition, and not before the record held what the condition rests on: nobody can have seen
 * what had not been entered.
 */
export function headsUpOf(index: RecordIndex, named: Named, days: number): HeadsUp | undefined {
  if (days === 0) return undefined;
  const to = namedIn(index, named);
  if (to.length === 0) return undefined;
  const start = Math.max(named.since, recordedOn(index, named) ?? named.since);
  const end = start + days;
  return index.day < end ? { untilAt: isoDay(end), to } : undefined;
}

/** True for what those above the person or team may see. Board-level views show nothing else. */
export function isPastHeadsUp(flag: { headsUp?: HeadsUp | undefined }): boolean {
  return flag.headsUp === undefined;
}

/** A person in post, and a team: a mailbox or somebody who left can be shown nothing first. */
function namedIn(index: RecordIndex, { person, subjectKind, subject }: Named): readonly HeadsUpTo[] {
  const to: HeadsUpTo[] = [];
  if (subjectKind === 'team' && index.view.teams.has(subject)) to.push({ kind: 'team', id: subject });
  const found = inPost(index, person);
  if (found.state === 'person') to.push({ kind: 'person', id: found.personId });
  return to;
}

function recordedOn(index: RecordIndex, { subjectKind, subject, restsOn }: Named): number | undefined {
  const own = subjectKind === 'risk' ? firstRecordedDayOf(index.view, 'risks', subject) : undefined;
  const other = restsOn === undefined ? undefined : firstRecordedDayOf(index.view, restsOn.kind, restsOn.id);
  return own === undefined ? other : other === undefined ? own : Math.max(own, other);
}
