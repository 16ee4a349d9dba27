import { say } from '#language/say.ts';
import { dayOf } from '#core/time.ts';
import { listOf } from '#core/record/record-index.ts';
import { managerLine } from '#core/authority/manager-line.ts';
import type { RiskRule } from '#core/flags/flag-rule.ts';
import { name, theRisk } from '#core/flags/phrases.ts';
import type { RiskFacts } from '#core/flags/risk-facts.ts';
import { inDays, onDay } from '#core/flags/wording.ts';

const sentences = { main: '{risk} was due {date}. Nobody has been told: {days}.' } as const;
const nextSteps = {
  raise: 'Raise it to {manager} with one sentence and a new date: raising it clears this.',
  nobody: 'the next person up the line',
} as const;

export const p2OverdueNotRaised: RiskRule = {
  over: 'risk',
  text: {
    id: 'P2',
    key: 'overdue-not-raised',
    family: 'process',
    tier: 'core',
    leading: true,
    title: 'Past its date, not raised',
    subjectKind: 'risk',
    rule: 'Three days past its date and not raised on or after it; thirty where it was raised before. A new date agreed when it was raised is its date.',
    thresholds: ['P2.days', 'P2.daysWhenRaisedBefore'],
    sources: ['CISA BOD 19-02: reasons within three working days', 'Senate PSI on Equifax, p. 27'],
    sentences,
    nextSteps,
  },
  find(facts) {
    const { index, risk } = facts;
    if (risk.dueAt === undefined) return undefined;
    let due = dayOf(risk.dueAt);
    if (index.day - due < index.policy.threshold('P2.days')) return undefined;
    const raised = listOf(index.escalationsByRisk, risk.id);
    for (const { newDate } of raised) if (newDate !== undefined) due = Math.max(due, dayOf(newDate));
    if (raised.some((escalation) => dayOf(escalation.at) >= due)) return undefined;
    const days = index.policy.threshold(raised.length > 0 ? 'P2.daysWhenRaisedBefore' : 'P2.days');
    if (index.day - due < days) return undefined;
    return {
      since: due + days,
      sentence: say(sentences.main, { risk: theRisk(facts), date: onDay(due), days: inDays(index.day - due) }),
      nextStep: say(nextSteps.raise, { manager: managerOf(facts) }),
    };
  },
};

/** The manager of the owner; where no person is named, whoever stands where the work is. */
function managerOf({ index, owner, start }: RiskFacts): string {
  if (owner.state === 'person') {
    const above = managerLine(index, owner.personId).steps.find((step) => step.personId !== owner.personId);
    return above === undefined ? say(nextSteps.nobody) : name(index, above.personId);
  }
  return start.state === 'found' ? name(index, start.personId) : say(nextSteps.nobody);
}
