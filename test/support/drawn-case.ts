import type { CaseReplayAnswer } from '#contract/case.ts';
import { caseView } from '#core/replay/draw-case.ts';
import { readCase } from '#importers/workspace/case-file.ts';

/** What the server answers for a case file on its own. */
export function drawnCase(text: string, file = 'case.json'): CaseReplayAnswer {
  const read = readCase(text, file);
  return { case: caseView(read), file, troubles: read.reading.rejected.map(({ place, reason, remedy }) => ({ file, place, reason, remedy })) };
}
