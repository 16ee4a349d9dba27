import type { Source } from '#importers/importer.ts';
import { pointerOf } from '#importers/reading/place.ts';
import { pickJson } from '#importers/scan/pick-json.ts';

/** Values that say what a whole report is about, by their JSON pointer. */
export type ReportHeader = ReadonlyMap<string, unknown>;

/**
 * Reads the values at some paths of a JSON source in a pass of its own, because tools write them before or after the
 * rows. Ends as soon as all are there; paths with `*` are looked for to the end. Objects are built without `drop`.
 *
 * @throws SourceRefused as `pickJson`.
 */
export async function readHeader(source: Source, paths: readonly string[], drop: ReadonlySet<string>): Promise<ReportHeader> {
  const header = new Map<string, unknown>();
  if (paths.length === 0) return header;
  const isFinite = !paths.some((path) => path.includes('*'));
  const pieces = pickJson(source, { take: paths, drop, watchDepth: 0 }, {
    begins() {},
    ends() {},
    taken(path, value) {
      header.set(pointerOf(path), value);
    },
  });
  for (let piece = await pieces.next(); piece.done !== true; piece = await pieces.next()) {
    if (!isFinite || !paths.every((path) => header.has(path))) continue;
    await pieces.return([]);
    break;
  }
  return header;
}
