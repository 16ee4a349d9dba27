import { say } from '#language/say.ts';
import type { Decision } from '#core/record/entities.ts';
import { dayOf } from '#core/time.ts';
import { kept, perIndex } from '#core/record/memo.ts';
import type { RecordIndex } from '#core/record/record-index.ts';
import { decisionInForce, isOpen } from '#core/authority/decisions.ts';
import { personInPost } from '#core/authority/person-in-post.ts';
import type { RecordRule } from '#core/flags/flag-rule.ts';
import { name } from '#core/flags/phrases.ts';
import { heldSince, recentDecisions } from '#core/flags/recent.ts';
import { overDays } from '#core/flags/wording.ts';

const sentences = {
  made: '{person} made {k} of {n} decisions in two quarters.',
  waiting: '{person} has {waiting} waiting.',
  both: '{person} made {k} of {n} decisions in two quarters and has {waiting} waiting.',
} as const;

const nextSteps = {
  list: 'List the ones that people closer to the work could decide under a grant from {person}.',
} as const;

export const p7OnePersonDecides: RecordRule = {
  over: 'record',
  text: {
    id: 'P7',
    key: 'one-person-decides',
    family: 'process',
    tier: 'second',
    leading: false,
    title: 'Resting on one person',
    subjectKind: 'person',
    rule: 'Of at least ten decisions in two quarters one person made half or more; or more than fifteen open risks without a decision in force wait on one person.',
    thresholds: ['P7.days', 'P7.n', 'P7.share', 'P7.waiting'],
    sources: ['ADP 6-0: as few decisions as possible by one commander'],
    sentences,
    nextSteps,
  },
  find(index) {
    const decisions = named(index);
    const counts = Map.groupBy(decisions, ({ personId }) => personId);
    return [...new Set([...counts.keys(), ...opened(index).keys()])].flatMap((personId) => {
      const made = counts.get(personId)?.length ?? 0;
      const resting = isMost(index, made, decisions.length);
      const waiting = opened(index).get(personId) ?? [];
      const many = waiting.length > index.policy.threshold('P7.waiting');
      if (!resting && !many) return [];
      const person = name(index, personId);
      const words = { person, k: String(made), n: String(decisions.length), waiting: String(waiting.length) };
      const whenMany = waiting[index.policy.threshold('P7.waiting')] ?? index.day;
      return [{
        subject: personId,
        person: personId,
        since: resting ? heldSince(decisions, (first) => restsOn(index, personId, first)) : whenMany,
        sentence: overDays(say(resting ? (many ? sentences.both : sentences.made) : sentences.waiting, words), 180, index.policy.threshold('P7.days')),
        nextStep: say(nextSteps.list, { person }),
      }];
    });
  },
};

type NamedDecision = Decision & { personId: string };

function isMost({ policy: { threshold } }: RecordIndex, made: number, of: number): boolean {
  return made > 0 && of >= threshold('P7.n') && made / of >= threshold('P7.share');
}

function restsOn(index: RecordIndex, personId: string, decisions: readonly NamedDecision[]): boolean {
  return isMost(index, decisions.filter((decision) => decision.personId === personId).length, decisions.length);
}

/** Decisions of two quarters whose maker is on the record. */
function named(index: RecordIndex): readonly NamedDecision[] {
  return recentDecisions(index, index.policy.threshold('P7.days')).flatMap((decision) => {
    const personId = personInPost(index, decision.byId) ?? decision.byId;
    return personId === undefined ? [] : [{ ...decision, personId }];
  });
}

/** Days on which the undecided open risks of each owner were opened, oldest first. */
const opened = perIndex((index) => {
  const days = new Map<string, number[]>();
  for (const risk of index.view.risks.values()) {
    if (!isOpen(index, risk) || decisionInForce(index, risk.id) !== undefined) continue;
    const owner = personInPost(index, risk.ownerId);
    if (owner !== undefined) kept(days, owner, () => []).push(dayOf(risk.openedAt));
  }
  for (const list of days.values()) list.sort((a, b) => a - b);
  return days;
});
