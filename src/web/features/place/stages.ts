import { findingsMatching, type FindingFilter } from '#core/picture/filter.ts';
import type { Picture } from '#core/picture/picture.ts';

/**
 * The stages findings of a place were found at, in the order of the release processes; stages no process
 * holds after those, and `null` (no stage recorded) last. Only stages with an open finding.
 */
export function stagesOf(picture: Picture, filter: FindingFilter): readonly (string | null)[] {
  const found = new Set(findingsMatching(picture, filter).filter((cell) => cell.count > 0).map((cell) => cell.stageId));
  const ordered = [...new Set(picture.processes.flatMap((process) => process.stages).map((stage) => stage.id))];
  const unknown = [...found].filter((id) => id !== null && !ordered.includes(id)).sort();
  return [...ordered.filter((id) => found.has(id)), ...unknown, ...(found.has(null) ? [null] : [])];
}
