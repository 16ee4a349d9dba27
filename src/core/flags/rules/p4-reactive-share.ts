import { say } from '#language/say.ts';
import type { RecordRule } from '#core/flags/flag-rule.ts';
import type { Decision } from '#core/record/entities.ts';
import { listed } from '#language/lists.ts';
import { heldSince, recentDecisions } from '#core/flags/recent.ts';
import { overDays } from '#core/flags/wording.ts';

/** The id under which conditions of the whole organisation are reported. */
export const ORGANISATION = 'organisation';

const sentences = {
  main: '{k} of {n} decisions in two quarters followed an incident, audit, regulator, customer or press.',
} as const;

const nextSteps = {
  standing: 'Propose one standing decision for each kind that recurs: {kinds}.',
} as const;

const reactive: readonly string[] = ['incident', 'audit', 'regulator', 'customer', 'press'];

export const p4ReactiveShare: RecordRule = {
  over: 'record',
  text: {
    id: 'P4',
    key: 'reactive-share',
    family: 'process',
    tier: 'second',
    leading: false,
    title: 'Decided because something happened',
    subjectKind: 'organisation',
    rule: 'Of at least ten decisions in two quarters that state what led to them, 60% or more followed an event.',
    thresholds: ['P4.days', 'P4.n', 'P4.share'],
    sources: ['Senate PSI on Equifax, pp. 25-26: reactive patching'],
    sentences,
    nextSteps,
  },
  find(index) {
    const { threshold } = index.policy;
    const stated = recentDecisions(index, threshold('P4.days')).filter((decision) => decision.trigger !== undefined);
    const holds = (decisions: readonly Decision[]) =>
      decisions.length >= threshold('P4.n') &&
      decisions.filter(isReactive).length / decisions.length >= threshold('P4.share');
    if (!holds(stated)) return [];
    const followed = stated.filter(isReactive);
    return [{
      subject: ORGANISATION,
      since: heldSince(stated, holds),
      sentence: overDays(say(sentences.main, { k: String(followed.length), n: String(stated.length) }), 180, threshold('P4.days')),
      nextStep: say(nextSteps.standing, { kinds: recurring(followed) }),
    }];
  },
};

function isReactive(decision: Decision): boolean {
  return decision.trigger !== undefined && reactive.includes(decision.trigger);
}

/** The three that recur most, with how often. */
function recurring(decisions: readonly Decision[]): string {
  const counts = reactive
    .map((kind) => ({ kind, count: decisions.filter((decision) => decision.trigger === kind).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  return listed(counts.slice(0, 3).map(({ kind, count }) => `${kind} (${count})`));
}
