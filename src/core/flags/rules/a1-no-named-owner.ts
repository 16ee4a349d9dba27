import { say } from '#language/say.ts';
import { proposedOwner } from '#core/authority/proposed-owner.ts';
import type { RiskRule } from '#core/flags/flag-rule.ts';
import type { RiskFacts } from '#core/flags/risk-facts.ts';
import { name, theRisk } from '#core/flags/phrases.ts';
import { askToTake, proposalTexts } from '#core/flags/proposals.ts';
import { inDays } from '#core/flags/wording.ts';

const sentences = {
  main: 'Nobody is named to decide on {risk}. Open {days}.',
  proposed: 'Nobody is named to decide on {risk}: {person} is proposed and has not accepted yet. Open {days}.',
} as const;

export const a1NoNamedOwner: RiskRule = {
  over: 'risk',
  text: {
    id: 'A1',
    key: 'no-named-owner',
    family: 'authority',
    tier: 'core',
    leading: true,
    title: 'Nobody is named',
    subjectKind: 'risk',
    rule: 'Open, no decision owner, and as old as the time to name one: a twentieth of the clock.',
    thresholds: ['clock.ownerShare'],
    sources: ['ISO/IEC 27001 6.1.2 c) 2)', 'NIST CSF 2.0 GV.RR-02', 'PwC review of the HSE attack: no single owner'],
    sentences,
    nextSteps: { again: proposalTexts.askAgain, lead: proposalTexts.askLead, team: proposalTexts.recordTeam, recordLead: proposalTexts.recordLead },
  },
  find(facts) {
    if (facts.owner.state !== 'nobody' || facts.age < facts.ownerDays) return undefined;
    return {
      since: facts.opened + facts.ownerDays,
      sentence: sentenceOf(facts),
      nextStep: askToTake(facts),
    };
  },
};

/** A proposal is said and changes nothing: the name counts only when it is accepted. */
function sentenceOf(facts: RiskFacts): string {
  const words = { risk: theRisk(facts), days: inDays(facts.age) };
  const proposed = proposedOwner(facts.index, facts.risk);
  return proposed === undefined
    ? say(sentences.main, words)
    : say(sentences.proposed, { ...words, person: name(facts.index, proposed.personId) });
}
