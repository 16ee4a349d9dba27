import { lowerFirst } from '#language/letters.ts';
import { say } from '#language/say.ts';
import { dayOf } from '#core/time.ts';
import type { RiskRule } from '#core/flags/flag-rule.ts';
import { ownedSince } from '#core/flags/owned-since.ts';
import { money, name, theRisk, theServices } from '#core/flags/phrases.ts';
import { bringToDecider, proposalTexts } from '#core/flags/proposals.ts';
import type { RiskFacts } from '#core/flags/risk-facts.ts';
import { onDay } from '#core/flags/wording.ts';
import { decisionKindOf } from '#core/authority/authority-of.ts';
import { grantDownTo } from '#core/authority/lowest-competent.ts';

const sentences = {
  main: '{person} is expected to deal with {risk} and holds no authority over {service}.',
} as const;

const nextSteps = {
  grant: '{giver} grants {person} authority over {service}, at least {high}, until {date}; or {person} does the work and {bring}.',
  worker: 'Let {person} do the work, and name a decider: {bring}.',
  brief: proposalTexts.brief,
  ask: proposalTexts.ask,
  gap: proposalTexts.gap,
} as const;

export const a9WorkWithoutAuthority: RiskRule = {
  over: 'risk',
  text: {
    id: 'A9',
    key: 'work-without-authority',
    family: 'authority',
    tier: 'core',
    leading: true,
    title: 'The work without the authority',
    subjectKind: 'risk',
    rule: 'The owner is a person in post and holds no grant of any kind, live or past.',
    thresholds: ['grantDown.days'],
    sources: ['ISO Guide 73, 3.5.1.5: accountability and authority', 'NIST CSF 2.0 GV.RR-03 Ex1', '14 CFR 91.3(a)'],
    sentences,
    nextSteps,
  },
  find(facts) {
    const { authority, index } = facts;
    if (authority.state !== 'lacks' || authority.reason.kind !== 'no-grant') return undefined;
    const started = index.view.persons.get(authority.personId)?.from;
    const words = {
      person: name(index, authority.personId),
      service: theServices(facts),
      bring: lowerFirst(bringToDecider(facts)),
    };
    return {
      person: authority.personId,
      since: Math.max(ownedSince(facts), started === undefined ? facts.opened : dayOf(started)),
      sentence: say(sentences.main, { ...words, risk: theRisk(facts) }),
      nextStep: grantDown(facts, authority.personId, words) ?? say(nextSteps.worker, words),
    };
  },
};

/** Only to somebody who has seen the evidence, and only up to a size the record states. */
function grantDown(
  { index, risk }: RiskFacts,
  personId: string,
  words: { person: string; service: string; bring: string },
): string | undefined {
  const down = grantDownTo(index, risk, decisionKindOf(risk), personId);
  if (typeof down === 'string') return undefined;
  return say(nextSteps.grant, {
    ...words, giver: name(index, down.byId), high: money(index, down.atLeast, 'modelled'), date: onDay(down.until),
  });
}
