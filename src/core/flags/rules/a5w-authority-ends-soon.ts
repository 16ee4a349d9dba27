import { say } from '#language/say.ts';
import { dayOf } from '#core/time.ts';
import type { AuthorityGrant } from '#core/record/entities.ts';
import { decisionKindOf } from '#core/authority/authority-of.ts';
import { grantChain } from '#core/authority/grant-chain.ts';
import { limitOf } from '#core/authority/grant-state.ts';
import { liveGrantsOf } from '#core/authority/held-grants.ts';
import { judgedHigh } from '#core/authority/judged-size.ts';
import { grantReaches } from '#core/authority/reach.ts';
import type { RiskRule } from '#core/flags/flag-rule.ts';
import { ownedSince } from '#core/flags/owned-since.ts';
import { giverOf, name, scopeWords } from '#core/flags/phrases.ts';
import type { RiskFacts } from '#core/flags/risk-facts.ts';
import { onDay } from '#core/flags/wording.ts';

const sentences = { main: "{owner}'s authority for {scope} ends on {date}." } as const;
const nextSteps = {
  renew: 'Ask {giver} to renew it as is, to renew it with changes, or to let it lapse and name who takes over.',
} as const;

export const a5wAuthorityEndsSoon: RiskRule = {
  over: 'risk',
  text: {
    id: 'A5w',
    key: 'authority-ends-soon',
    family: 'authority',
    tier: 'core',
    leading: false,
    title: 'Authority ends soon',
    subjectKind: 'risk',
    rule: 'The owner can decide today, and every grant that lets them ends within the notice.',
    thresholds: ['A5w.days'],
    sources: ['NIST SP 800-37 appendix F: authorization termination date'],
    sentences,
    nextSteps,
  },
  find(facts) {
    const { authority, index } = facts;
    if (authority.state !== 'has') return undefined;
    const last = lastToEnd(facts, authority.personId);
    if (last?.to === undefined) return undefined;
    const notice = index.policy.threshold('A5w.days');
    const end = dayOf(last.to);
    if (end - index.day > notice) return undefined;
    return {
      person: authority.personId,
      since: Math.max(ownedSince(facts), end - notice),
      sentence: say(sentences.main, {
        owner: name(index, authority.personId),
        scope: scopeWords(index, last.scope),
        date: onDay(last.to),
      }),
      nextStep: say(nextSteps.renew, { giver: giverOf(index, last) }),
    };
  },
};

/** Of the grants that let the owner decide, the one that lasts longest. */
function lastToEnd({ index, risk }: RiskFacts, personId: string): AuthorityGrant | undefined {
  const high = judgedHigh(index, risk) ?? 0;
  const kind = decisionKindOf(risk);
  let last: AuthorityGrant | undefined;
  for (const grant of liveGrantsOf(index, personId)) {
    if (limitOf(grant) < high || grantReaches(index, grant, risk, kind) !== 'covers') continue;
    if (grantChain(index, grant) !== 'reaches-root') continue;
    if (grant.to === undefined) return grant;
    if (last?.to === undefined || dayOf(grant.to) > dayOf(last.to)) last = grant;
  }
  return last;
}
