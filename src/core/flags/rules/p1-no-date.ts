import { say } from '#language/say.ts';
import { dayOf } from '#core/time.ts';
import type { RiskRule } from '#core/flags/flag-rule.ts';
import { theRisk } from '#core/flags/phrases.ts';
import { onDay } from '#core/flags/wording.ts';

const sentences = { main: '{risk} has no due date and no review date.' } as const;
const nextSteps = {
  propose: 'Set {date} as its due date, {clock} days after it was opened, or choose another.',
  today: 'Set a review date; {clock} days from today is {date}.',
} as const;

export const p1NoDate: RiskRule = {
  over: 'risk',
  text: {
    id: 'P1',
    key: 'no-date',
    family: 'process',
    tier: 'core',
    leading: true,
    title: 'No date',
    subjectKind: 'risk',
    rule: 'Open, no due date, no review date, no end date on the decision in force, and 14 days after that decision or, without one, 14 days or the clock after opening.',
    thresholds: ['P1.days'],
    sources: ['NIST SP 800-37: scheduled completion dates', 'CSRB on Storm-0558: a pause nobody was due to revisit'],
    sentences,
    nextSteps,
  },
  find(facts) {
    const { index, inForce, risk, clock } = facts;
    if (risk.dueAt !== undefined || risk.reviewAt !== undefined || inForce?.expiresAt !== undefined) return undefined;
    const days = index.policy.threshold('P1.days');
    const since = inForce === undefined ? facts.opened + Math.min(days, clock) : dayOf(inForce.at) + days;
    if (index.day < since) return undefined;
    const proposed = facts.opened + clock;
    return {
      since,
      sentence: say(sentences.main, { risk: theRisk(facts) }),
      nextStep:
        proposed > index.day
          ? say(nextSteps.propose, { date: onDay(proposed), clock: String(clock) })
          : say(nextSteps.today, { date: onDay(index.day + clock), clock: String(clock) }),
    };
  },
};
