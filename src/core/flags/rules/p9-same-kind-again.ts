import { dayOf } from '#core/time.ts';
import type { Stage } from '#core/record/entities.ts';
import type { PassedTally } from '#core/record/finding-tallies.ts';
import { kept } from '#core/record/memo.ts';
import type { RecordIndex } from '#core/record/record-index.ts';
import { personInPost } from '#core/authority/person-in-post.ts';
import { talliesOf } from '#core/flags/count-findings.ts';
import type { RecordRule } from '#core/flags/flag-rule.ts';
import { name } from '#core/flags/phrases.ts';
import { fill, overDays } from '#core/flags/wording.ts';

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
    return [...grouped(index).values()].flatMap(({ stageId, processId, defectClass, days }) => {
      const n = index.policy.threshold('P9.n');
      if (days.length < n) return [];
      const stage = stageOf(index, processId, stageId);
      const words = { class: defectClass, stage: stage?.name ?? stageId, n: String(days.length) };
      const owner = personInPost(index, stage?.gateOwnerId);
      return [{
        subject: processId ?? stageId,
        since: days.toSorted((a, b) => a - b)[n - 1] ?? index.day,
        sentence: fill(overDays(sentences.main, 180, index.policy.threshold('P9.days')), words),
        nextStep:
          owner === undefined
            ? fill(nextSteps.check, words)
            : fill(nextSteps.checkOwned, { ...words, owner: name(index, owner) }),
      }];
    });
  },
};

interface Group {
  stageId: string;
  processId: string | undefined;
  defectClass: string;
  days: number[];
}

/** Recent findings by process, stage passed and defect class. */
function grouped(index: RecordIndex): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  for (const tally of talliesOf(index).passed) {
    const { serviceId, stageId, defectClass, count } = tally;
    const day = introducedOn(index, tally);
    if (index.day - day > index.policy.threshold('P9.days')) continue;
    const processId = index.view.services.get(serviceId)?.processId;
    const key = JSON.stringify([processId, stageId, defectClass]);
    const { days } = kept(groups, key, () => ({ stageId, processId, defectClass, days: [] }));
    for (let left = count; left > 0; left -= 1) days.push(day);
  }
  return groups;
}

/** A scan of old code finds many on one day: the release that brought a finding tells when it passed the stage. */
function introducedOn(index: RecordIndex, { releaseId, at }: PassedTally): number {
  const release = releaseId === undefined ? undefined : index.view.releases.get(releaseId);
  return dayOf(release?.at ?? at);
}

function stageOf(index: RecordIndex, processId: string | undefined, stageId: string): Stage | undefined {
  const process = processId === undefined ? undefined : index.view.processes.get(processId);
  return process?.stages.find((stage) => stage.id === stageId);
}
