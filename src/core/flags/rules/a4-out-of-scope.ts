import { messages, say } from '#language/say.ts';
import type { DecisionKind } from '#core/record/entities.ts';
import type { LackOfAuthority } from '#core/authority/verdict.ts';
import { owningTeams } from '#core/authority/start-of-line.ts';
import type { RiskRule } from '#core/flags/flag-rule.ts';
import { ownedSince } from '#core/flags/owned-since.ts';
import { name, services, theTeams } from '#core/flags/phrases.ts';
import { bringToDecider, commonManagerOf, proposalTexts } from '#core/flags/proposals.ts';
import type { RiskFacts } from '#core/flags/risk-facts.ts';

const sentences = {
  main: '{owner} holds authority, but not for {scope}.',
  together: '{services} together',
  kind: 'this kind of decision ({kind})',
  category: 'the category {category}, which the governing body decides',
} as const;

const nextSteps = {
  common: 'Ask {manager}, the lowest common manager of {teams}; or split the risk per service if it truly splits.',
  brief: proposalTexts.brief,
  ask: proposalTexts.ask,
  gap: proposalTexts.gap,
  reserved: 'Bring it to the governing body, which decides this category.',
} as const;

export const a4OutOfScope: RiskRule = {
  over: 'risk',
  text: {
    id: 'A4',
    key: 'out-of-scope',
    family: 'authority',
    tier: 'core',
    leading: false,
    title: 'Outside the scope',
    subjectKind: 'risk',
    rule: 'The owner holds a live grant, and none whose scope covers every service and the kind of decision.',
    thresholds: [],
    sources: ['FCA SYSC 24.3', 'NIST SP 800-37: the degree of autonomy of subordinate organisations'],
    sentences,
    nextSteps,
  },
  find(facts) {
    const { authority, index } = facts;
    if (authority.state !== 'lacks') return undefined;
    const scope = outside(facts, authority.reason);
    if (scope === undefined) return undefined;
    return {
      person: authority.personId,
      since: ownedSince(facts),
      sentence: say(sentences.main, { owner: name(index, authority.personId), scope }),
      nextStep: nextStep(facts, authority.reason),
    };
  },
};

function outside({ index, risk }: RiskFacts, reason: LackOfAuthority): string | undefined {
  if (reason.kind === 'reserved') return say(sentences.category, { category: reason.category ?? '' });
  if (reason.kind !== 'out-of-scope') return undefined;
  if (reason.decisionKind !== undefined) return say(sentences.kind, { kind: say(kindWords[reason.decisionKind]) });
  if (reason.serviceIds.length > 0) return services(index, reason.serviceIds);
  const all = services(index, risk.serviceIds);
  return risk.serviceIds.length < 2 ? all : say(sentences.together, { services: all });
}

const kindWords = messages({
  accept: 'to accept', mitigate: 'to mitigate', transfer: 'to transfer', avoid: 'to avoid', stop: 'to stop',
  defer: 'to defer', 'pass-up': 'to pass up',
}) satisfies Readonly<Record<DecisionKind, string>>;

function nextStep(facts: RiskFacts, reason: LackOfAuthority): string {
  if (reason.kind === 'reserved') return say(nextSteps.reserved);
  const teamIds = owningTeams(facts.index, facts.risk);
  const manager = teamIds.length > 1 ? commonManagerOf(facts, teamIds) : undefined;
  if (manager === undefined) return `${bringToDecider(facts)}.`;
  return say(nextSteps.common, { manager: name(facts.index, manager), teams: theTeams(facts) });
}
