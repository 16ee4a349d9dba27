import { say } from '#language/say.ts';
import { dayOf } from '#core/time.ts';
import { listOf } from '#core/record/record-index.ts';
import { lowestToday } from '#core/authority/lowest-competent.ts';
import type { RiskRule } from '#core/flags/flag-rule.ts';
import { name, theRisk } from '#core/flags/phrases.ts';
import { proposalTexts } from '#core/flags/proposals.ts';
import type { RiskFacts } from '#core/flags/risk-facts.ts';
import { onDay } from '#core/flags/wording.ts';

const sentences = { main: '{risk} needed a decision by {date}. None is recorded.' } as const;
const nextSteps = {
  offer: 'Offer {person} four choices: fix, accept until a date, stop, or pass up.',
  gap: proposalTexts.gap,
} as const;

export const p8DecidedByDefault: RiskRule = {
  over: 'risk',
  text: {
    id: 'P8',
    key: 'decided-by-default',
    family: 'process',
    tier: 'core',
    leading: true,
    title: 'Running without a decision',
    subjectKind: 'risk',
    rule: 'No decision was ever recorded, and the day one was needed by has passed: its own date, else the clock after opening.',
    thresholds: [],
    sources: ['CISA BOD 26-04: the clock', 'Acceptance as a default outcome of inaction'],
    sentences,
    nextSteps,
  },
  find(facts) {
    const needed = decisionNeededBy(facts);
    if (facts.day <= needed || isDecided(facts)) return undefined;
    return {
      since: needed + 1,
      sentence: say(sentences.main, { risk: theRisk(facts), date: onDay(needed) }),
      nextStep: nextStep(facts),
    };
  },
};

/** A decision was recorded, however long ago. What the record only infers is none. */
function isDecided({ index, latest, risk }: RiskFacts): boolean {
  return latest !== undefined && listOf(index.decisionsByRisk, risk.id).some((decision) => decision.implicit !== true);
}

/** Its own date, else as many days after opening as the clock gives: a day number. */
export function decisionNeededBy({ risk, opened, clock }: RiskFacts): number {
  return risk.decisionNeededBy === undefined ? opened + clock : dayOf(risk.decisionNeededBy);
}

/** The lowest who can decide today, else the lowest with authority. */
function nextStep({ index, risk, able }: RiskFacts): string {
  const person = lowestToday(index, risk) ?? able;
  return person === undefined ? `${nextSteps.gap}.` : say(nextSteps.offer, { person: name(index, person) });
}
