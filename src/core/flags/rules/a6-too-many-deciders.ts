import { say } from '#language/say.ts';
import { inPost } from '#core/authority/person-in-post.ts';
import type { RecordIndex } from '#core/record/record-index.ts';
import type { RiskRule } from '#core/flags/flag-rule.ts';
import { name, theRisk } from '#core/flags/phrases.ts';
import type { RiskFacts } from '#core/flags/risk-facts.ts';
import { inDays } from '#core/flags/wording.ts';

const sentences = { main: '{n} people can each decide or block {risk}; undecided for {days}.' } as const;
const nextSteps = {
  keep: 'Keep one who decides and turn the others to input or agree; the lowest person who can is {person}.',
  keepOne: 'Keep one who decides and turn the others to input or agree.',
} as const;

export const a6TooManyDeciders: RiskRule = {
  over: 'risk',
  text: {
    id: 'A6',
    key: 'too-many-deciders',
    family: 'authority',
    tier: 'core',
    leading: false,
    title: 'Too many deciders',
    subjectKind: 'risk',
    rule: 'No decision in force after half the clock, and more than one person decides or more than three can block.',
    thresholds: ['A6.clockShare', 'A6.deciders', 'A6.vetoes'],
    sources: ['Bain RAPID: one person makes the decision'],
    sentences,
    nextSteps,
  },
  find(facts) {
    const { index, risk, age, clock } = facts;
    const wait = clock / index.policy.threshold('A6.clockShare');
    if (facts.inForce !== undefined || age < wait) return undefined;
    const deciders = distinct(index, risk.deciderIds);
    const approvers = distinct(index, risk.approverIds);
    const many =
      deciders.length > index.policy.threshold('A6.deciders') || approvers.length > index.policy.threshold('A6.vetoes');
    if (!many) return undefined;
    const n = new Set([...deciders, ...approvers]).size;
    return {
      since: facts.opened + Math.ceil(wait),
      sentence: say(sentences.main, { n: String(n), risk: theRisk(facts), days: inDays(age) }),
      nextStep: nextStep(facts),
    };
  },
};

/** A post and its holder are one; a board or a list that votes is one. */
function distinct(index: RecordIndex, ids: readonly string[] = []): readonly string[] {
  return [...new Set(ids.map((id) => {
    const found = inPost(index, id);
    return found.state === 'person' ? found.personId : id;
  }))];
}

function nextStep({ index, able }: RiskFacts): string {
  return able === undefined ? say(nextSteps.keepOne) : say(nextSteps.keep, { person: name(index, able) });
}
