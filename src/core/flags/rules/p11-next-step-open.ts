import { say } from '#language/say.ts';
import { dayOf } from '#core/time.ts';
import type { AttackStep } from '#core/record/entities.ts';
import { perIndex } from '#core/record/memo.ts';
import type { RecordIndex } from '#core/record/record-index.ts';
import { stampOf } from '#core/record/view.ts';
import { isOpen } from '#core/authority/decisions.ts';
import { inPost, personInPost } from '#core/authority/person-in-post.ts';
import { startOfLine } from '#core/authority/start-of-line.ts';
import type { RecordRule } from '#core/flags/flag-rule.ts';
import { name, services } from '#core/flags/phrases.ts';
import { inDays } from '#core/flags/wording.ts';

const sentences = {
  open: 'If {step} has happened, {next} is open and nobody is named to block it.',
  openAssumed: 'If {step} has happened, {next} is assumed open and nobody is named to block it.',
  untested: 'If {step} has happened, {next} is open: the block was last tested {days} ago.',
  neverTested: 'If {step} has happened, {next} is open: no test of the block is recorded.',
  before: 'the step before',
} as const;

const nextSteps = {
  name: 'Ask {lead}, where {services} is run, to name who blocks {next}; propose the smallest block.',
  nameTeam: 'Name the team whose service holds {next}; propose the smallest block.',
  test: 'Ask {owner} to test the block of {next}.',
  testAnew: 'Name who tests the block of {next}.',
} as const;

export const p11NextStepOpen: RecordRule = {
  over: 'record',
  text: {
    id: 'P11',
    key: 'next-step-open',
    family: 'process',
    tier: 'core',
    leading: false,
    title: 'The next step is open',
    subjectKind: 'step',
    rule: 'A step of an attack path is open or unknown with no named person, or marked blocked and not tested in 90 days.',
    thresholds: ['P11.days'],
    sources: ['Assume the step before it succeeded: what would they do next?'],
    sentences,
    nextSteps,
  },
  find(index) {
    return [...index.view.steps.values()].flatMap((step) => {
      const risk = step.riskId === undefined ? undefined : index.view.risks.get(step.riskId);
      if (risk !== undefined && !isOpen(index, risk)) return [];
      const words = { step: stepBefore(index, step), next: step.to ?? step.label ?? step.id };
      const found = unnamed(index, step, words) ?? untested(index, step, words);
      if (found === undefined) return [];
      return [{ subject: step.id, riskIds: risk === undefined ? [] : [risk.id], ...found }];
    });
  },
};

interface Words {
  step: string;
  next: string;
}

function unnamed(index: RecordIndex, step: AttackStep, words: Words) {
  if (step.state !== 'open' && step.state !== 'unknown') return undefined;
  const owner = inPost(index, step.ownerId).state;
  if (owner === 'person' || owner === 'cannot-tell') return undefined;
  const recorded = stampOf(index.view, 'steps', step.id)?.recordedAt;
  return {
    since: recorded === undefined ? index.day : dayOf(recorded),
    sentence: say(step.assumed === true ? sentences.openAssumed : sentences.open, words),
    nextStep: nameSomebody(index, step, words),
  };
}

function untested(index: RecordIndex, step: AttackStep, words: Words) {
  if (step.state !== 'blocked') return undefined;
  const days = index.policy.threshold('P11.days');
  const tested = step.testedAt === undefined ? undefined : dayOf(step.testedAt);
  if (tested !== undefined && index.day - tested <= days) return undefined;
  const owner = personInPost(index, step.ownerId);
  return {
    since: tested === undefined ? index.day : tested + days + 1,
    sentence:
      tested === undefined
        ? say(sentences.neverTested, words)
        : say(sentences.untested, { ...words, days: inDays(index.day - tested) }),
    nextStep: owner === undefined ? say(nextSteps.testAnew, words) : say(nextSteps.test, { ...words, owner: name(index, owner) }),
  };
}

function nameSomebody(index: RecordIndex, step: AttackStep, words: Words): string {
  const risk = step.riskId === undefined ? undefined : index.view.risks.get(step.riskId);
  const start = risk === undefined ? undefined : startOfLine(index, risk);
  if (risk === undefined || start?.state !== 'found') return say(nextSteps.nameTeam, words);
  return say(nextSteps.name, { ...words, lead: name(index, start.personId), services: services(index, risk.serviceIds) });
}

/** Where the path comes from: as the step says, else the step before it on the same path. */
function stepBefore(index: RecordIndex, step: AttackStep): string {
  if (step.from !== undefined) return step.from;
  const path = pathOf(step) === undefined ? [] : (paths(index).get(pathOf(step)) ?? []);
  const before = path[path.indexOf(step) - 1];
  return before?.to ?? before?.label ?? say(sentences.before);
}

const paths = perIndex((index) => {
  const byPath = Map.groupBy(index.view.steps.values(), pathOf);
  for (const steps of byPath.values()) steps.sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
  return byPath;
});

function pathOf(step: AttackStep): string | undefined {
  return step.pathId ?? step.riskId;
}
