import type { Source } from '#importers/importer.ts';
import { forbiddenKeys, type Flaw } from '#importers/reading/flaw.ts';
import { JsonGuard } from '#importers/reading/json-guard.ts';
import { refuse, WHOLE_FILE } from '#importers/reading/rejection.ts';
import { readText } from '#importers/reading/text.ts';

/** A JSON file that was read whole. `value` holds no forbidden key; `flaws` says where one was. */
export interface JsonText {
  value: unknown;
  flaws: readonly Flaw[];
}

/**
 * Parses JSON text after every check of `JsonGuard`.
 *
 * @throws SourceRefused as `JsonGuard`, and with `not-json` for text that is something else altogether.
 */
export function parseJson(text: string, file: string): JsonText {
  refuseUnlessJson(text, file);
  const guard = new JsonGuard(file);
  guard.push(text);
  guard.end();
  const dropped = guard.flaws.some((flaw) => flaw.code === 'forbidden-key');
  const value: unknown = dropped ? JSON.parse(text, withoutForbidden) : JSON.parse(text);
  return { value, flaws: guard.flaws };
}

/** Refuses text whose beginning is not that of JSON with `not-json`: a web page, a Git LFS pointer, XML. */
export function refuseUnlessJson(start: string, file: string): void {
  if (/^\s*["[{\-\dtfn]/.test(start) && !/^\s*version https:\/\/git-lfs/.test(start)) return;
  refuse(file, {
    place: WHOLE_FILE,
    code: 'not-json',
    reason: 'The file is not JSON.',
    remedy: 'Open it in an editor: a web page or a pointer may have been saved in its place.',
  });
}

/** Reads and parses a JSON source; refuses as `readText` and `parseJson`. */
export async function readJson(source: Source): Promise<JsonText> {
  return parseJson(await readText(source), source.name);
}

function withoutForbidden(key: string, value: unknown): unknown {
  return forbiddenKeys.has(key) ? undefined : value;
}
