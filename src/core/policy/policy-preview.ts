import { say, sayHeld } from '#language/say.ts';
import type { When } from '#core/time.ts';
import { personName, processName, riskName, teamName } from '#core/record/names.ts';
import type { FindingTallies } from '#core/record/finding-tallies.ts';
import type { Policy } from '#core/record/policy.ts';
import type { RecordView } from '#core/record/view.ts';
import { evaluateRecord, type Evaluation } from '#core/flags/evaluate.ts';
import { flagIds, type Flag, type FlagId, type FlagSubjectKind } from '#core/flags/flag.ts';
import { flagRuleOf } from '#core/flags/rules.ts';
import type { Readiness } from '#core/picture/readiness.ts';
import type { SettingChange } from '#core/policy/policy-difference.ts';
import { shownFlags } from '#core/policy/shown-flags.ts';

/** What a flag is about, by the name it has on screen. */
export interface FlagSubject {
  kind: FlagSubjectKind;
  id: string;
  label: string;
}

/** What a change of policy does to one flag on the record as it is. */
export interface FlagEffect {
  flag: FlagId;
  title: string;
  before: number;
  after: number;
  gained: readonly FlagSubject[];
  lost: readonly FlagSubject[];
}

/** What an answer about proposed changes holds. */
export interface PolicyPreview extends PolicyEffect {
  asOf: When;
  /** The revision it was worked out on top of. */
  revision: number;
  /** `With these changes: I1 12 → 9.` */
  sentence: string;
  changes: readonly SettingChange[];
}

export interface PolicyEffect {
  /** Flags that count otherwise, or stand on others, in the order of the catalogue. */
  flags: readonly FlagEffect[];
  /** Open risks in each of the six states. */
  readiness: { before: Readonly<Record<Readiness, number>>; after: Readonly<Record<Readiness, number>> };
}

/**
 * What the record would say under another policy: the same view, the same rules. A view that came with tallies came with
 * those of its own policy: give those of the other. Nothing is kept.
 */
export function previewPolicy(view: RecordView, policy: Policy, tallies?: FindingTallies): PolicyEffect {
  const now = evaluateRecord(view);
  const then = evaluateRecord({ ...view, policy, tallies });
  const [before, after] = [shownFlags(now), shownFlags(then)];
  const flags = flagIds.flatMap((flag): FlagEffect[] => {
    const had = before.get(flag) ?? [];
    const has = after.get(flag) ?? [];
    const gained = without(view, has, had);
    const lost = without(view, had, has);
    if (gained.length + lost.length === 0) return [];
    return [{ flag, title: sayHeld(flagRuleOf(flag).text.title), before: had.length, after: has.length, gained, lost }];
  });
  return { flags, readiness: { before: readinessCounts(now), after: readinessCounts(then) } };
}

/** `With these changes: I1 12 → 9, P1 3 → 4.` */
export function effectSentence({ flags }: PolicyEffect): string {
  if (flags.length === 0) return say('With these changes no flag appears and none disappears today.');
  const parts = flags.map(({ flag, before, after, gained }) =>
    before === after
      ? say('{flag} {before} → {after} ({gained} on other subjects)', { flag, before: `${before}`, after: `${after}`, gained: `${gained.length}` })
      : `${flag} ${before} → ${after}`);
  return say('With these changes: {changes}.', { changes: parts.join(', ') });
}

/** Subjects of flags that `known` does not hold; a subject with two of a kind counts twice. */
function without(view: RecordView, all: readonly Flag[], known: readonly Flag[]): readonly FlagSubject[] {
  const left = new Map<string, number>();
  for (const flag of known) left.set(keyOf(flag), (left.get(keyOf(flag)) ?? 0) + 1);
  const found = all.filter((flag) => {
    const count = left.get(keyOf(flag)) ?? 0;
    left.set(keyOf(flag), count - 1);
    return count <= 0;
  });
  const subjects = found.map((flag) => ({ kind: flag.subjectKind, id: flag.subject, label: subjectLabel(view, flag) }));
  return subjects.sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : a.id < b.id ? -1 : 1));
}

function keyOf({ subjectKind, subject }: Flag): string {
  return `${subjectKind}/${subject}`;
}

function subjectLabel(view: RecordView, { subjectKind, subject }: Flag): string {
  switch (subjectKind) {
    case 'risk': return riskName(view, subject);
    case 'team': return teamName(view, subject);
    case 'process': return processName(view, subject);
    case 'person': return personName(view, subject);
    case 'finding': return view.findings.get(subject)?.title ?? view.findings.get(subject)?.label ?? subject;
    case 'step': return stepLabel(view, subject);
    case 'pack': return view.packs.get(subject)?.label ?? subject;
    case 'organisation': return say('The organisation');
  }
}

function stepLabel(view: RecordView, id: string): string {
  const step = view.steps.get(id);
  if (step?.label !== undefined) return step.label;
  return step?.from !== undefined && step.to !== undefined ? say('{from} to {to}', { from: step.from, to: step.to }) : id;
}

function readinessCounts({ risks }: Evaluation): Readonly<Record<Readiness, number>> {
  const counts = new Map<Readiness, number>();
  for (const { readiness } of risks.values()) counts.set(readiness, (counts.get(readiness) ?? 0) + 1);
  const of = (state: Readiness) => counts.get(state) ?? 0;
  return {
    'can-decide-seen': of('can-decide-seen'), 'can-decide-not-seen': of('can-decide-not-seen'),
    'cannot-decide-seen': of('cannot-decide-seen'), 'cannot-decide-not-seen': of('cannot-decide-not-seen'),
    'nobody-named': of('nobody-named'), 'cannot-tell': of('cannot-tell'),
  };
}
