import { say } from '#language/say.ts';
import { dayOf } from '#core/time.ts';
import type { ReleaseProcess } from '#core/record/entities.ts';
import { listed } from '#language/lists.ts';
import { processName, serviceName } from '#core/record/names.ts';
import { kept, perIndex } from '#core/record/memo.ts';
import type { RecordIndex } from '#core/record/record-index.ts';
import { stampOf } from '#core/record/view.ts';
import { inPost } from '#core/authority/person-in-post.ts';
import type { RecordRule } from '#core/flags/flag-rule.ts';

const sentences = {
  none: 'Nothing in {process} can stop a release to {service}.',
  unnamed: 'A stage of {process} can stop a release to {service}, and nobody named can.',
} as const;

const nextSteps = {
  make: 'Make one stage of {process} blocking, name its owner, and write the rule to override it.',
  name: 'Name a person as owner of the blocking stage {stage}, and write the rule to override it.',
} as const;

export const p10GateCannotStop: RecordRule = {
  over: 'record',
  text: {
    id: 'P10',
    key: 'gate-cannot-stop',
    family: 'process',
    tier: 'second',
    leading: false,
    title: 'No stage can stop a release',
    subjectKind: 'process',
    rule: 'The process ships an internet-facing service and has no blocking stage with a named person as its owner.',
    thresholds: [],
    sources: ['14 CFR 91.3', 'Site Reliability Workbook: an objective without consequences'],
    sentences,
    nextSteps,
  },
  find(index) {
    return [...index.view.processes.values()].flatMap((process) => {
      const exposed = exposedServices(index).get(process.id) ?? [];
      if (exposed.length === 0 || canStop(index, process)) return [];
      const blocking = process.stages.find((stage) => stage.gate === 'blocking');
      const recorded = stampOf(index.view, 'processes', process.id)?.recordedAt;
      const words = { process: processName(index.view, process.id), service: inWords(index, exposed) };
      return [{
        subject: process.id,
        since: recorded === undefined ? index.day : dayOf(recorded),
        sentence: say(blocking === undefined ? sentences.none : sentences.unnamed, words),
        nextStep:
          blocking === undefined
            ? say(nextSteps.make, words)
            : say(nextSteps.name, { stage: blocking.name ?? blocking.id }),
      }];
    });
  },
};

/** One blocking stage with a named owner is enough; an owner the record does not hold cannot be told to be nobody. */
function canStop(index: RecordIndex, process: ReleaseProcess): boolean {
  return process.stages.some((stage) => {
    if (stage.gate !== 'blocking') return false;
    const owner = inPost(index, stage.gateOwnerId).state;
    return owner === 'person' || owner === 'cannot-tell';
  });
}

const exposedServices = perIndex((index) => {
  const byProcess = new Map<string, string[]>();
  for (const { id, processId, exposure } of index.view.services.values()) {
    if (processId === undefined || exposure !== 'internet') continue;
    kept(byProcess, processId, () => []).push(id);
  }
  return byProcess;
});

const MOST_NAMED = 3;

function inWords(index: RecordIndex, ids: readonly string[]): string {
  const names = ids.slice(0, MOST_NAMED).map((id) => serviceName(index.view, id));
  const more = ids.length - names.length;
  return listed(more > 0 ? [...names, say('{more, plural, one {# more service} other {# more services}}', { more })] : names);
}
