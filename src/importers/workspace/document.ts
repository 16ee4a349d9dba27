import { WORKSPACE_SCHEMA } from '#core/record/workspace.ts';
import type { Flaw } from '#importers/reading/flaw.ts';
import { parseJson } from '#importers/reading/json.ts';
import { lineNumber, pointerOf, quoted, type PathStep } from '#importers/reading/place.ts';
import { refuse, WHOLE_FILE } from '#importers/reading/rejection.ts';
import { parseOneYaml } from '#importers/reading/yaml.ts';

export const CASE_SCHEMA = 'whose-call-case/1';

/** A JSON or YAML file as an object, with the way from a path in it to a place a person finds. */
export interface StructuredFile {
  file: string;
  fields: ReadonlyMap<string, unknown>;
  flaws: readonly Flaw[];
  placeOf(path: readonly PathStep[]): string;
}

/**
 * Reads one object from JSON or YAML text: JSON when it opens with a brace and is not named `.yaml`.
 *
 * @throws SourceRefused as the two readers do, and with `schema` where the text holds no object.
 */
export function readStructured(text: string, file: string): StructuredFile {
  const isJson = /^\s*[[{]/.test(text) && !/\.ya?ml$/i.test(file);
  if (isJson || /\.json$/i.test(file)) {
    const { value, flaws } = parseJson(text, file);
    return { file, fields: fieldsOf(value, file), flaws, placeOf: pointerOf };
  }
  const { value, flaws, line } = parseOneYaml(text, file);
  return { file, fields: fieldsOf(value, file), flaws, placeOf: (path) => lineNumber(line(path)) };
}

/** Fields of an object by name; `undefined` where the value is something else. */
export function objectFields(value: unknown): ReadonlyMap<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return new Map(Object.entries(value));
}

/**
 * Refuses a file that names another schema than `expected`, and a newer one by its name. A part of a
 * workspace may leave the name out.
 */
export function checkSchema(file: StructuredFile, expected: typeof WORKSPACE_SCHEMA | typeof CASE_SCHEMA): void {
  const named = file.fields.get('schema');
  if (named === undefined || named === null || named === expected) return;
  const [family, version] = String(named).split('/');
  if (family === expected.split('/')[0] && /^\d+$/.test(version ?? '')) {
    refuse(file.file, {
      place: file.placeOf(['schema']),
      code: 'version',
      reason: `The file is in the format ${quoted(named)}; this version reads ${quoted(expected)}.`,
      remedy: 'Update Whose Call, or export the file in the older format.',
    });
  }
  refuse(file.file, {
    place: file.placeOf(['schema']),
    code: 'schema',
    reason: `The file names the schema ${quoted(named)}.`,
    remedy: `A workspace names ${quoted(WORKSPACE_SCHEMA)}.`,
  });
}

function fieldsOf(value: unknown, file: string): ReadonlyMap<string, unknown> {
  const fields = objectFields(value);
  if (fields !== undefined) return fields;
  return refuse(file, {
    place: WHOLE_FILE,
    code: 'schema',
    reason: `The file holds ${quoted(value)} where an object is expected.`,
    remedy: 'Start the file with a field such as schema: whose-call/1.',
  });
}
