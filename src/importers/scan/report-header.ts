import type { Source } from '#importers/importer.ts';
import { pointerOf } from '#importers/reading/place.ts';
import { textChunks } from '#importers/reading/text.ts';
import { JsonPicker } from '#importers/scan/json-picker.ts';

/** Values that say what a whole report is about, by their JSON pointer. */
export type ReportHeader = ReadonlyMap<string, unknown>;

/**
 * Reads the values at some paths of a JSON source in a pass of its own, because tools write them before or after the
 * rows. Ends as soon as all are there; paths with `*` are looked for to the end. Objects are built without `drop`. Text that
 * is no JSON ends it early and is refused by the pass over the rows, which checks every character.
 *
 * @throws SourceRefused as `textChunks`.
 */
export async function readHeader(source: Source, paths: readonly string[], drop: ReadonlySet<string>): Promise<ReportHeader> {
  const header = new Map<string, unknown>();
  if (paths.length === 0) return header;
  const isFinite = !paths.some((path) => path.includes('*'));
  const picker = new JsonPicker({ take: paths, drop, watchDepth: 0 }, {
    begins() {},
    ends() {},
    taken(path, value) {
      header.set(pointerOf(path), value);
    },
  });
  for await (const text of textChunks(source)) {
    if (!accepted(picker, text)) break;
    if (isFinite && paths.every((path) => header.has(path))) break;
  }
  return header;
}

function accepted(picker: JsonPicker, text: string): boolean {
  try {
    picker.push(text);
    return true;
  } catch {
    return false;
  }
}
