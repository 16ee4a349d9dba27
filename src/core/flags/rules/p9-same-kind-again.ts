import { say } from '#language/say.ts';
import { dayOf } from '#core/time.ts';
import type { Stage } from '#core/record/entities.ts';
import { kept } from '#core/record/memo.ts';
import type { RecordIndex } from '#core/record/record-index.ts';
import { personInPost } from '#core/authority/person-in-post.ts';
import { talliesOf } from '#core/flags/count-findings.ts';
import type { RecordRule } from '#core/flags/flag-rule.ts';
import { name } from '#core/flags/phrases.ts';
import { overDays } from '#core/flags/wording.ts';

const sentences = { main: '{n} {class} findings passed {stage} in two quarters.' } as const;
const nextSteps = {
  check: 'Propose one check for {class} at {stage}, and name its owner.',
  checkOwned: 'Propose one check for {class} at {stage} to {owner}, who owns the gate there.',
} as const;

export const p9SameKindAgain: RecordRule = {
  over: 'record',
  text: {
    id: 'P9',
    key: 'same-kind-again',
    family: 'process',
    tier: 'second',
    leading: false,
    title: 'The same kind again',
    subjectKind: 'process',
    rule: 'Three findings or more of one defect class passed the same stage in two quarters, counted from when they were introduced where that is recorded.',
    thresholds: ['P9.days', 'P9.n'],
    sources: ['NIST SSDF RV.3: root cause'],
    sentences,
    nextSteps,
  },
  find(index) {
    return [...grouped(index).values()].flatMap(({ stageId, processId, defectClass, count, first }) => {
      const n = index.policy.threshold('P9.n');
      if (count < n) return [];
      const stage = stageOf(index, processId, stageId);
      const words = { class: defectClass, stage: stage?.name ?? stageId, n: String(count) };
      const owner = personInPost(index, stage?.gateOwnerId);
      return [{
        subject: processId ?? stageId,
        since: first.toSorted((a, b) => a - b)[n - 1] ?? index.day,
        sentence: overDays(say(sentences.main, words), 180, index.policy.threshold('P9.days')),
        nextStep:
          owner === undefined
            ? say(nextSteps.check, words)
            : say(nextSteps.checkOwned, { ...words, owner: name(index, owner) }),
      }];
    });
  },
};

interface Group {
  stageId: string;
  processId: string | undefined;
  defectClass: string;
  count: number;
  /** Days the first of them came in, of each service. */
  first: number[];
}

/** Recent findings by process, stage passed and defect class. */
function grouped(index: RecordIndex): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  for (const tally of talliesOf(index).passed) {
    const { serviceId, stageId, defectClass, count } = tally;
    const processId = index.view.services.get(serviceId)?.processId;
    const key = JSON.stringify([processId, stageId, defectClass]);
    const group = kept(groups, key, (): Group => ({ stageId, processId, defectClass, count: 0, first: [] }));
    group.count += count;
    group.first.push(...tally.first.map(dayOf));
  }
  return groups;
}

function stageOf(index: RecordIndex, processId: string | undefined, stageId: string): Stage | undefined {
  const process = processId === undefined ? undefined : index.view.processes.get(processId);
  return process?.stages.find((stage) => stage.id === stageId);
}
