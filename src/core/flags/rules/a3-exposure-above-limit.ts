import { upperFirst } from '#language/letters.ts';
import { say } from '#language/say.ts';
import { dayOf, type When } from '#core/time.ts';
import type { AuthorityGrant } from '#core/record/entities.ts';
import { decisionKindOf } from '#core/authority/authority-of.ts';
import { grantDownTo, nearestGiver } from '#core/authority/lowest-competent.ts';
import type { LackOfAuthority } from '#core/authority/verdict.ts';
import type { Condition, RiskRule } from '#core/flags/flag-rule.ts';
import { foundWords, limitOfTestWords } from '#core/flags/limit-words.ts';
import { grantEnd, money, moneyBeside, name, theServices } from '#core/flags/phrases.ts';
import { bringToDecider, proposalTexts } from '#core/flags/proposals.ts';
import { ownedSince } from '#core/flags/owned-since.ts';
import type { RiskFacts } from '#core/flags/risk-facts.ts';

const sentences = {
  main: '{owner} may accept up to {limit}; the high end here is {high}.',
  inParts: '{owner} may accept up to {limit}; the high ends of the linked risks on {services} add up to {high}.',
  year: '{found}; the grant of {owner} ends at {limit}.',
  notInMoney: 'The grant of {owner} is limited in money, and the record holds no range in money here.',
} as const;

const nextSteps = {
  brief: proposalTexts.brief,
  ask: proposalTexts.ask,
  gap: proposalTexts.gap,
  raise: "{bring}; or {giver} raises {owner}'s limit for {services} to at least {high} until {date}; or reduce the exposure to {limit} or below.",
  raiseOnceSeen: "{bring}; or, once the evidence has reached {owner}, {giver} raises {owner}'s limit for {services} to at least {high} until {date}; or reduce the exposure to {limit} or below.",
  reduce: '{bring}; or reduce the exposure to {limit} or below.',
  reduceYear: '{bring}; or reduce the exposure to {limit} or less.',
  range: '{bring}; or state a range in money.',
} as const;

export const a3ExposureAboveLimit: RiskRule = {
  over: 'risk',
  text: {
    id: 'A3',
    key: 'exposure-above-limit',
    family: 'authority',
    tier: 'core',
    leading: true,
    title: 'Above the limit',
    subjectKind: 'risk',
    rule: 'The owner holds a covering grant, and its limit is below the high end of one loss, or a limit of it on the year is passed by the risk, by everything the owner holds or by a common cause. Equal is inside.',
    thresholds: ['grantDown.days'],
    sources: ['DA PAM 385-10: levels of acceptance follow magnitude and duration', 'NIST SP 800-37 appendix D'],
    sentences,
    nextSteps,
  },
  find(facts) {
    const { authority, index, risk } = facts;
    if (authority.state !== 'lacks') return undefined;
    if (authority.reason.kind === 'outside-year-limit') return outsideYearLimit(facts, authority.personId, authority.reason);
    if (authority.reason.kind !== 'above-limit') return undefined;
    const { limit, high, grant } = authority.reason;
    const words = {
      owner: name(index, authority.personId),
      limit: money(index, limit, 'exact'),
      high: moneyBeside(index, high, limit),
      services: theServices(facts),
    };
    const inParts = risk.exposure !== undefined && high > risk.exposure.high;
    const estimated = risk.exposure?.asOf;
    return {
      person: authority.personId,
      since: sinceAll(facts, grant, estimated),
      sentence: say(inParts ? sentences.inParts : sentences.main, words),
      nextStep: nextStep(facts, authority.personId, high, words),
    };
  },
};

/** Up to who can decide; or a grant down to the owner, on the same terms as any other: after the evidence, not before; or less to decide on. */
function nextStep(facts: RiskFacts, personId: string, high: number, limits: { owner: string; high: string; limit: string; services: string }): string {
  const words = { ...limits, bring: bringToDecider(facts) };
  const { index, risk } = facts;
  const kind = decisionKindOf(risk);
  const down = grantDownTo(index, risk, kind, personId);
  const waits = down === 'nobody-has-seen-it';
  const giver = waits ? nearestGiver(index, risk, kind, personId, high) : typeof down === 'string' ? undefined : down.byId;
  if (giver === undefined) return say(nextSteps.reduce, words);
  return say(waits ? nextSteps.raiseOnceSeen : nextSteps.raise, { ...words, giver: name(index, giver), date: grantEnd(index) });
}

/** The grant is large enough for one loss, and a limit of it on the year is not held. */
function outsideYearLimit(facts: RiskFacts, personId: string, { grant, test }: OutsideYearLimit): Condition {
  const { index, risk } = facts;
  const owner = name(index, personId);
  const since = sinceAll(facts, grant, risk.exposure?.asOf);
  if (test.measure === 'in-money') {
    return { person: personId, since, sentence: say(sentences.notInMoney, { owner }), nextStep: say(nextSteps.range, { bring: bringToDecider(facts) }) };
  }
  const limit = limitOfTestWords(index.view, test);
  return {
    person: personId,
    since,
    sentence: say(sentences.year, { owner, limit, found: upperFirst(foundWords(index.view, personId, test)) }),
    nextStep: say(nextSteps.reduceYear, { bring: bringToDecider(facts), limit }),
  };
}

type OutsideYearLimit = Extract<LackOfAuthority, { kind: 'outside-year-limit' }>;

/** From when owner, grant and estimate were all there. */
function sinceAll(facts: RiskFacts, grant: AuthorityGrant, estimated: When | undefined): number {
  return Math.max(
    ownedSince(facts),
    grant.from === undefined ? facts.opened : dayOf(grant.from),
    estimated === undefined ? facts.opened : dayOf(estimated),
  );
}
