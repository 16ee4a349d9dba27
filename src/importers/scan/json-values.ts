import type { Source } from '#importers/importer.ts';
import type { Flaw } from '#importers/reading/flaw.ts';
import { readJson } from '#importers/reading/json.ts';
import type { PathStep } from '#importers/reading/place.ts';
import { readStart } from '#importers/reading/text.ts';
import { pickJson } from '#importers/scan/pick-json.ts';

export type JsonItem = { type: 'value'; path: readonly PathStep[]; value: unknown } | { type: 'flaw'; flaw: Flaw };

/** Keys of forge events that are long and say nothing about a release; tokens among them. */
const drop: ReadonlySet<string> = new Set(['sender', 'installation', 'assets', 'steps', 'body', 'pull_requests', 'referenced_workflows', 'head_repository', 'artifacts']);

/** The items of a JSON list, streamed; or the one value a file that is no list holds, which is read whole. */
export async function* jsonValues(source: Source): AsyncGenerator<JsonItem, void, undefined> {
  if (!/^\s*\[/.test((await readStart(source)).text)) {
    const { value, flaws } = await readJson(source);
    for (const flaw of flaws) yield { type: 'flaw', flaw };
    yield { type: 'value', path: [], value };
    return;
  }
  const items: JsonItem[] = [];
  const pieces = pickJson(source, { take: ['/*'], drop, watchDepth: 0 }, {
    begins() {},
    ends() {},
    taken(path, value) {
      items.push({ type: 'value', path, value });
    },
  });
  for (let piece = await pieces.next(); ; piece = await pieces.next()) {
    yield* items.splice(0);
    if (piece.done !== true) continue;
    for (const flaw of piece.value) yield { type: 'flaw', flaw };
    return;
  }
}
