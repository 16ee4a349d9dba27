import { say } from '#language/say.ts';
import { dayOf } from '#core/time.ts';
import { personInPost } from '#core/authority/person-in-post.ts';
import type { RiskRule } from '#core/flags/flag-rule.ts';
import { name } from '#core/flags/phrases.ts';
import { askToTake, proposalTexts } from '#core/flags/proposals.ts';
import { onDay } from '#core/flags/wording.ts';

const sentences = {
  ended: 'The acceptance by {person} ended on {date}.',
  noEnd: 'The acceptance by {person} was made on {date} with no end.',
  endedByUnknown: 'The acceptance on the record ended on {date}.',
  noEndByUnknown: 'The acceptance on the record was made on {date} with no end.',
} as const;

const nextSteps = {
  show: 'Show {person} what has changed since {date}; then renew, change or fix.',
  nobody: proposalTexts.askLead,
  team: proposalTexts.recordTeam,
  recordLead: proposalTexts.recordLead,
} as const;

export const p3AcceptanceEnded: RiskRule = {
  over: 'risk',
  text: {
    id: 'P3',
    key: 'acceptance-ended',
    family: 'process',
    tier: 'core',
    leading: true,
    title: 'The acceptance has ended',
    subjectKind: 'risk',
    rule: 'The newest decision is an acceptance past its end, or one without an end more than a year old.',
    thresholds: ['P3.days'],
    sources: ['NIST SP 800-37 appendix F: termination date', 'OPM OIG FISMA audit 2014: 11 of 47 systems', 'CSRB on Storm-0558'],
    sentences,
    nextSteps,
  },
  find(facts) {
    const { index, latest } = facts;
    if (latest === undefined || latest.kind !== 'accept') return undefined;
    const made = dayOf(latest.at);
    const last = latest.expiresAt === undefined ? made + index.policy.threshold('P3.days') : dayOf(latest.expiresAt);
    if (index.day <= last) return undefined;
    const date = onDay(latest.expiresAt ?? latest.at);
    const decider = latest.byId === undefined ? undefined : name(index, latest.byId);
    const asked = facts.owner.state === 'person' ? facts.owner.personId : personInPost(index, latest.byId);
    return {
      ...(latest.byId === undefined ? {} : { person: personInPost(index, latest.byId) ?? latest.byId }),
      restsOn: { kind: 'decisions', id: latest.id },
      since: Math.max(last + 1, facts.opened),
      sentence:
        decider === undefined
          ? say(latest.expiresAt === undefined ? sentences.noEndByUnknown : sentences.endedByUnknown, { date })
          : say(latest.expiresAt === undefined ? sentences.noEnd : sentences.ended, { person: decider, date }),
      nextStep:
        asked === undefined
          ? askToTake(facts)
          : say(nextSteps.show, { person: name(index, asked), date: onDay(latest.at) }),
    };
  },
};
