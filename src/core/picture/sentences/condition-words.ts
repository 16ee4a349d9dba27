import { messages, say } from '#language/say.ts';
import { dayInWords } from '#core/time.ts';
import type { Flag, FlagSubjectKind } from '#core/flags/flag.ts';
import type { HeadsUp } from '#core/flags/heads-up.ts';
import type { ConditionGroup } from '#core/picture/conditions.ts';
import type { Picture } from '#core/picture/picture.ts';
import { personIn, teamIn } from '#core/picture/sentences/names.ts';
import { listed } from '#language/lists.ts';

/** `Heads-up until 27 Jun 2026: shown first to Nora Lind, and to nobody above until then.` */
export function headsUpWords(picture: Picture, { untilAt, to }: HeadsUp): string {
  const first = listed(to.map(({ kind, id }) => (kind === 'team' ? teamIn(picture, id) : personIn(picture, id))));
  return say('Heads-up until {untilAt}: shown first to {first}, and to nobody above until then.', { untilAt: dayInWords(untilAt), first });
}

/** The sentence over a list of conditions: how many, of how many kinds, and how many are in their heads-up. */
export function conditionsWords(groups: readonly ConditionGroup[], filtered: boolean): { headline: string; lede: string } {
  const all = groups.flatMap((group) => group.conditions);
  const early = all.filter((flag) => flag.headsUp !== undefined).length;
  const headline = all.length === 0
    ? filtered ? say('No condition of this kind is open on the record') : say('No condition is open on the record')
    : say('{all, plural, one {# condition} other {# conditions}} of {groups, plural, one {# kind} other {# kinds}} {all, plural, one {is} other {are}} open on the record', { all: all.length, groups: groups.length });
  const lede = say('Each is a condition of the record on this date, never of a person, with the one act that closes it.{early, plural, =0 {} one { # of them is in the days of heads-up, in which only those named have been shown it.} other { # of them are in the days of heads-up, in which only those named have been shown it.}}', { early });
  return { headline, lede };
}

/** What a condition is about, for a filter. */
export const subjectWords = messages({
  risk: 'Risks', team: 'Teams', process: 'Release processes', person: 'People', finding: 'Findings', step: 'Attack steps',
  pack: 'Packs', organisation: 'The organisation',
}) satisfies Readonly<Record<FlagSubjectKind, string>>;

/** The name of what one condition is about. */
export function subjectName(picture: Picture, { subjectKind, subject }: Pick<Flag, 'subjectKind' | 'subject'>): string {
  const named = (rows: readonly { id: string; name: string }[]) => rows.find((row) => row.id === subject)?.name ?? subject;
  switch (subjectKind) {
    case 'risk': return picture.risks.find((risk) => risk.id === subject)?.label ?? subject;
    case 'team': return teamIn(picture, subject);
    case 'process': return named(picture.processes);
    case 'person': return personIn(picture, subject);
    case 'pack': return picture.packs.find((pack) => pack.id === subject)?.label ?? subject;
    case 'step': return picture.risks.flatMap((risk) => risk.steps).find((step) => step.id === subject)?.label ?? subject;
    case 'organisation': return picture.organisation;
    case 'finding': return subject;
  }
}
