import { dayOf } from '#core/time.ts';
import { decisionKindOf } from '#core/authority/authority-of.ts';
import { nearestGiver } from '#core/authority/lowest-competent.ts';
import type { RiskRule } from '#core/flags/flag-rule.ts';
import { grantEnd, money, moneyBeside, name, theServices } from '#core/flags/phrases.ts';
import { bringToDecider, proposalTexts } from '#core/flags/proposals.ts';
import { ownedSince } from '#core/flags/owned-since.ts';
import { fill } from '#core/flags/wording.ts';

const sentences = {
  main: '{owner} may accept up to {limit}; the high end here is {high}.',
  inParts: '{owner} may accept up to {limit}; the high ends of the linked risks on {services} add up to {high}.',
} as const;

const nextSteps = {
  brief: proposalTexts.brief,
  ask: proposalTexts.ask,
  gap: proposalTexts.gap,
  raise: "; or {giver} raises {owner}'s limit for {services} to at least {high} until {date}",
  reduce: '; or reduce the exposure to {limit} or below.',
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
    rule: 'The owner holds a covering grant, and its limit is below the high end of one loss. Equal is inside.',
    thresholds: ['grantDown.days'],
    sources: ['DA PAM 385-10: levels of acceptance follow magnitude and duration', 'NIST SP 800-37 appendix D'],
    sentences,
    nextSteps,
  },
  find(facts) {
    const { authority, index, risk } = facts;
    if (authority.state !== 'lacks' || authority.reason.kind !== 'above-limit') return undefined;
    const { limit, high, grant } = authority.reason;
    const kind = decisionKindOf(risk);
    const giver = nearestGiver(index, risk, kind, authority.personId, high);
    const words = {
      owner: name(index, authority.personId),
      limit: money(index, limit, 'exact'),
      high: moneyBeside(index, high, limit),
      services: theServices(facts),
    };
    const raise =
      giver === undefined ? '' : fill(nextSteps.raise, { ...words, giver: name(index, giver), date: grantEnd(index) });
    const inParts = risk.exposure !== undefined && high > risk.exposure.high;
    const estimated = risk.exposure?.asOf;
    return {
      person: authority.personId,
      since: Math.max(
        ownedSince(facts),
        grant.from === undefined ? facts.opened : dayOf(grant.from),
        estimated === undefined ? facts.opened : dayOf(estimated),
      ),
      sentence: fill(inParts ? sentences.inParts : sentences.main, words),
      nextStep: `${bringToDecider(facts)}${raise}${fill(nextSteps.reduce, words)}`,
    };
  },
};
