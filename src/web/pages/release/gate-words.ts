import type { ProcessRow, StageRow } from '#core/picture/picture.ts';
import type { Names } from '#web/charts/names.ts';

/** What a gate does, in words; never a colour. */
export const gateWords: Readonly<Record<StageRow['gate'], string>> = {
  blocking: 'can stop a release',
  advisory: 'advises, cannot stop a release',
  none: 'no gate',
};

/** The stages of a process that can stop a release and whose gate a named person in post owns. */
export function stoppingStages(process: ProcessRow, names: Names): readonly StageRow[] {
  return process.stages.filter((stage) => {
    const owner = names.person(stage.gateOwnerId);
    return stage.gate === 'blocking' && owner?.inPost === true;
  });
}

/** One sentence on whether anybody can stop a release in a process. */
export function gateSentence(process: ProcessRow, names: Names): string {
  if (process.stages.length === 0) return 'no stage is on the record';
  const blocking = process.stages.filter((stage) => stage.gate === 'blocking').length;
  if (blocking === 0) return process.stages.length === 1 ? 'its one stage cannot stop a release' : `none of the ${process.stages.length} stages can stop a release`;
  const named = stoppingStages(process, names).length;
  const can = `${blocking} of ${process.stages.length} stages can stop a release`;
  return named === blocking ? can : `${can}; for ${blocking - named} nobody in post is named`;
}
