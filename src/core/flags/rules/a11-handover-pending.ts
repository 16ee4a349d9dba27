import { say } from '#language/say.ts';
import { dayOf } from '#core/time.ts';
import { personInPost } from '#core/authority/person-in-post.ts';
import type { RiskRule } from '#core/flags/flag-rule.ts';
import { name, theRisk } from '#core/flags/phrases.ts';
import { onDay } from '#core/flags/wording.ts';

const sentences = { main: '{owner} took over on {date}; {risk} still rests on a decision by {previous}.' } as const;
const nextSteps = {
  show: 'Show {owner} the evidence {previous} saw, then: keep, change or end the decision.',
} as const;

export const a11HandoverPending: RiskRule = {
  over: 'risk',
  text: {
    id: 'A11',
    key: 'handover-pending',
    family: 'authority',
    tier: 'second',
    leading: false,
    title: 'Not yet taken over',
    subjectKind: 'risk',
    rule: 'A decision is in force, the owner changed after it, and the new one has not decided within 30 days or the clock.',
    thresholds: ['A11.days'],
    sources: ['NIST SP 800-37 appendix F: change in authorizing official', 'FCA DEPP 6.2.9E: orderly handover'],
    sentences,
    nextSteps,
  },
  find(facts) {
    const { index, inForce, owner, risk, clock } = facts;
    if (inForce?.byId === undefined || owner.state !== 'person' || risk.ownerSince === undefined) return undefined;
    const took = dayOf(risk.ownerSince);
    const previous = personInPost(index, inForce.byId) ?? inForce.byId;
    // The decision in force is the newest: made before the owner changed, it shows that none was made since.
    if (took <= dayOf(inForce.at) || previous === owner.personId) return undefined;
    const since = took + Math.min(index.policy.threshold('A11.days'), clock);
    if (facts.day < since) return undefined;
    const words = { owner: name(index, owner.personId), previous: name(index, previous) };
    return {
      person: owner.personId,
      restsOn: { kind: 'decisions', id: inForce.id },
      since: Math.max(since, facts.opened),
      sentence: say(sentences.main, { ...words, date: onDay(risk.ownerSince), risk: theRisk(facts) }),
      nextStep: say(nextSteps.show, words),
    };
  },
};
