import { say } from '#language/say.ts';
import { dayOf } from '#core/time.ts';
import { personInPost } from '#core/authority/person-in-post.ts';
import type { RiskRule } from '#core/flags/flag-rule.ts';
import { name, theRisk } from '#core/flags/phrases.ts';
import { onDay } from '#core/flags/wording.ts';

const sentences = {
  main: '{person} accepted {risk} as long as {condition}. It stopped holding on {date}.',
  unknown: '{risk} was accepted as long as {condition}. It stopped holding on {date}.',
} as const;

const nextSteps = {
  reopen: 'Open it again for {person}, the broken condition first.',
  reopenUnknown: 'Name who decides it again, the broken condition first.',
} as const;

export const p12ConditionBroken: RiskRule = {
  over: 'risk',
  text: {
    id: 'P12',
    key: 'condition-broken',
    family: 'process',
    tier: 'second',
    leading: false,
    title: 'A condition no longer holds',
    subjectKind: 'risk',
    rule: 'A condition of the acceptance in force stopped holding.',
    thresholds: [],
    sources: ['NIST SP 800-37: terms and conditions, rescission'],
    sentences,
    nextSteps,
  },
  find(facts) {
    const { index, inForce } = facts;
    if (inForce?.kind !== 'accept') return undefined;
    const broken = (inForce.conditions ?? [])
      .flatMap(({ text, brokenAt }) => (brokenAt === undefined ? [] : [{ text, day: dayOf(brokenAt) }]))
      .filter(({ day }) => day <= facts.day)
      .sort((a, b) => a.day - b.day);
    const [first] = broken;
    if (first === undefined) return undefined;
    const personId = personInPost(index, inForce.byId) ?? inForce.byId;
    const words = { risk: theRisk(facts), condition: first.text, date: onDay(first.day) };
    return {
      person: personId,
      restsOn: { kind: 'decisions', id: inForce.id },
      since: Math.max(facts.opened, first.day),
      sentence:
        personId === undefined
          ? say(sentences.unknown, words)
          : say(sentences.main, { ...words, person: name(index, personId) }),
      nextStep: personId === undefined ? say(nextSteps.reopenUnknown) : say(nextSteps.reopen, { person: name(index, personId) }),
    };
  },
};
