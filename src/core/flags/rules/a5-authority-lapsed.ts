import { lowerFirst } from '#language/letters.ts';
import { say } from '#language/say.ts';
import { dayOf } from '#core/time.ts';
import type { AuthorityGrant } from '#core/record/entities.ts';
import type { NotLive } from '#core/authority/grant-state.ts';
import type { LackOfAuthority } from '#core/authority/verdict.ts';
import type { RiskRule } from '#core/flags/flag-rule.ts';
import { ownedSince } from '#core/flags/owned-since.ts';
import { giverOf, name, scopeWords } from '#core/flags/phrases.ts';
import { bringToDecider, proposalTexts } from '#core/flags/proposals.ts';
import type { RiskFacts } from '#core/flags/risk-facts.ts';
import { onDay } from '#core/flags/wording.ts';

const sentences = {
  main: "{owner}'s authority for {scope} {how}.",
  ended: 'ended on {date}',
  withdrawn: 'was withdrawn on {date}',
  notAccepted: 'was never accepted',
  notStarted: 'starts on {date}',
  notHeld: 'came from someone who did not hold it',
} as const;

const nextSteps = {
  renew: 'Ask {giver} to renew it as is, to renew it with changes, or to let it lapse and name who takes over.',
  accept: 'Ask {owner} to accept it, or {giver} to let it lapse and name who takes over.',
  wait: 'Ask {giver} to let it start today, or to name who decides until {date}.',
  regive: 'Have it given again by someone who holds it. Until then: {bring}.',
  brief: proposalTexts.brief,
  ask: proposalTexts.ask,
  gap: proposalTexts.gap,
} as const;

export const a5AuthorityLapsed: RiskRule = {
  over: 'risk',
  text: {
    id: 'A5',
    key: 'authority-lapsed',
    family: 'authority',
    tier: 'core',
    leading: true,
    title: 'Authority has lapsed',
    subjectKind: 'risk',
    rule: 'The owner has grants and no live one, or the covering one cannot be traced to the governing body.',
    thresholds: [],
    sources: ['NIST SP 800-37 appendix F: authorization termination date', 'FSMA s. 60(2A): kept up to date on change'],
    sentences,
    nextSteps,
  },
  find(facts) {
    const { authority, index } = facts;
    if (authority.state !== 'lacks') return undefined;
    const lapse = lapseOf(authority.reason);
    if (lapse === undefined) return undefined;
    const owner = name(index, authority.personId);
    const words = { owner, scope: scopeWords(index, lapse.grant.scope), how: inWords(lapse.state) };
    return {
      person: authority.personId,
      since: Math.max(ownedSince(facts), firstDay(lapse) ?? facts.opened),
      sentence: say(sentences.main, words),
      nextStep: nextStep(facts, lapse, owner),
    };
  },
};

interface Lapse {
  grant: AuthorityGrant;
  state: NotLive | { state: 'not-held' };
}

function lapseOf(reason: LackOfAuthority): Lapse | undefined {
  if (reason.kind === 'none-live') return { grant: reason.grant, state: reason.state };
  return reason.kind === 'not-traceable' ? { grant: reason.grant, state: { state: 'not-held' } } : undefined;
}

function inWords(state: Lapse['state']): string {
  switch (state.state) {
    case 'ended':
      return say(sentences.ended, { date: onDay(state.on) });
    case 'withdrawn':
      return say(sentences.withdrawn, { date: onDay(state.on) });
    case 'not-accepted':
      return say(sentences.notAccepted);
    case 'not-started':
      return say(sentences.notStarted, { date: onDay(state.on) });
    case 'not-held':
      return say(sentences.notHeld);
  }
}

/** The day after its last day; the day it was withdrawn; else the day the grant would have started to count. */
function firstDay({ grant, state }: Lapse): number | undefined {
  if (state.state === 'ended') return dayOf(state.on) + 1;
  if (state.state === 'withdrawn') return dayOf(state.on);
  return state.state === 'not-started' || grant.from === undefined ? undefined : dayOf(grant.from);
}

function nextStep(facts: RiskFacts, { grant, state }: Lapse, owner: string): string {
  const giver = giverOf(facts.index, grant);
  switch (state.state) {
    case 'ended':
    case 'withdrawn':
      return say(nextSteps.renew, { giver });
    case 'not-accepted':
      return say(nextSteps.accept, { owner, giver });
    case 'not-started':
      return say(nextSteps.wait, { giver, date: onDay(state.on) });
    case 'not-held':
      return say(nextSteps.regive, { bring: lowerFirst(bringToDecider(facts)) });
  }
}
