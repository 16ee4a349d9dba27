import type { z } from 'zod';
import type { EntityByKind, Entry, EntryKind, EntryOf, Stamp } from '#core/record/entry.ts';
import { quoted, type PathStep } from '#importers/reading/place.ts';
import { entitySchemas, findingSourceField, sourceField, stampSchema } from '#importers/workspace/entity-schemas.ts';

/** What is wrong with a row, to be put to its place. */
interface RowFault {
  path: readonly PathStep[];
  code: string;
  reason: string;
  remedy: string;
}

export type RowReading =
  | { ok: true; entry: Entry; unknownFields: readonly string[]; renamed: readonly string[] }
  | { ok: false; fault: RowFault };

interface RowReader<K extends EntryKind> {
  fields: ReadonlySet<string>;
  read(row: unknown): { ok: true; entry: EntryOf<K> } | { ok: false; fault: RowFault };
}

const readers: { [K in EntryKind]: RowReader<K> } = {
  policy: readerOf('policy'), teams: readerOf('teams'), persons: readerOf('persons'), processes: readerOf('processes'),
  services: readerOf('services'), releases: readerOf('releases'), grants: readerOf('grants'),
  findings: readerOf('findings'), risks: readerOf('risks'), evidence: readerOf('evidence'), acks: readerOf('acks'),
  briefings: readerOf('briefings'), decisions: readerOf('decisions'), escalations: readerOf('escalations'),
  steps: readerOf('steps'), packs: readerOf('packs'), events: readerOf('events'),
  commonCauses: readerOf('commonCauses'), options: readerOf('options'), losses: readerOf('losses'),
  mappings: readerOf('mappings'),
};

/**
 * Reads one row of a workspace list. Types are strict; `null` counts as absent except in `acceptedAt`;
 * a field the format does not know is named and left out; `team` is read as `teamId` where only the
 * latter is a field.
 */
export function readRow(kind: EntryKind, row: unknown): RowReading {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) {
    return { ok: false, fault: { path: [], code: 'type', reason: `The row is ${quoted(row)}, not an object.`, remedy: 'Write it as an object with fields.' } };
  }
  const reader = readers[kind];
  const renamed: string[] = [];
  const unknownFields: string[] = [];
  const known: Record<string, unknown> = {};
  const present = new Set(Object.keys(row));
  for (const [field, value] of Object.entries(row)) {
    const name = reader.fields.has(field) ? field : `${field}Id`;
    if (!reader.fields.has(name) || (name !== field && present.has(name))) {
      unknownFields.push(field);
      continue;
    }
    if (name !== field) renamed.push(field);
    const kept = withoutNulls(field, value);
    if (kept !== undefined) known[name] = kept;
  }
  const result = reader.read(known);
  return result.ok ? { ok: true, entry: result.entry, unknownFields, renamed } : result;
}

function readerOf<K extends EntryKind>(kind: K): RowReader<K> {
  const entity = entitySchemas[kind];
  const origin = kind === 'findings' ? findingSourceField : sourceField;
  const stamp = stampSchema.extend(origin);
  return {
    fields: new Set([...Object.keys(entity.shape), ...Object.keys(stamp.shape)]),
    read(row) {
      const parsedEntity = entity.safeParse(row);
      if (!parsedEntity.success) return { ok: false, fault: faultOf(parsedEntity.error, row) };
      const parsedStamp = stamp.safeParse(row);
      if (!parsedStamp.success) return { ok: false, fault: faultOf(parsedStamp.error, row) };
      const { recordedFrom, source, ...rest }: Stamp & { recordedFrom?: string | undefined } = parsedStamp.data;
      const from = kind === 'findings' ? recordedFrom : source;
      return { ok: true, entry: entryOf(kind, parsedEntity.data, from === undefined ? rest : { ...rest, source: from }) };
    },
  };
}

function entryOf<K extends EntryKind>(kind: K, entity: EntityByKind[K], stamp: Stamp): EntryOf<K> {
  return { kind, entity, stamp };
}

/** A copy without `null` fields at any depth; lists keep theirs, so that a hole in a list is refused. */
function withoutNulls(field: string, value: unknown): unknown {
  if (value === null) return field === 'acceptedAt' ? null : undefined;
  if (Array.isArray(value)) return value.map((item: unknown) => (item === null ? null : withoutNulls('', item)));
  if (typeof value !== 'object') return value;
  const kept: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    if (inner !== null) kept[key] = withoutNulls(key, inner);
  }
  return kept;
}

function faultOf(error: z.ZodError, row: unknown): RowFault {
  const [issue] = error.issues;
  const path = (issue?.path ?? []).filter((step) => typeof step !== 'symbol');
  const field = path.length === 0 ? 'row' : quoted(path.join('.'));
  const found = valueAt(row, path);
  if (issue === undefined) return { path, code: 'schema', reason: `The ${field} is not read.`, remedy: 'Compare it with the JSON Schema.' };
  if (found === undefined && path.length > 0) {
    return { path, code: 'missing-field', reason: `The field ${field} is not there.`, remedy: 'Add the field.' };
  }
  if (issue.code === 'invalid_type') {
    return { path, code: 'type', reason: `The field ${field} holds ${quoted(found)} where ${issue.expected} is expected.`, remedy: 'Write text in quotes and numbers without.' };
  }
  if (issue.code === 'invalid_value') {
    const choices = issue.values.map((value) => quoted(value)).join(', ');
    return { path, code: 'enum', reason: `The field ${field} holds ${quoted(found)}.`, remedy: `Use one of ${choices}.` };
  }
  if (issue.code === 'invalid_format' || isParams(issue, 'date')) {
    return { path, code: 'date', reason: `The field ${field} holds ${quoted(found)}, which is not a calendar date.`, remedy: 'Write dates as 2026-06-30.' };
  }
  if (isParams(issue, 'identifier')) {
    return { path, code: 'identifier', reason: `The field ${field} holds ${quoted(found)}, which cannot be an identifier.`, remedy: 'Use visible characters without a space at either end.' };
  }
  if (issue.code === 'too_small' || issue.code === 'too_big' || isParams(issue, 'range')) {
    return { path, code: 'range', reason: `The field ${field} holds ${quoted(found)}, which is out of range.`, remedy: 'Correct the value; a range goes from low to high.' };
  }
  return { path, code: 'schema', reason: `The field ${field} holds ${quoted(found)}.`, remedy: 'Compare it with the JSON Schema.' };
}

function isParams(issue: z.core.$ZodIssue, code: string): boolean {
  return issue.code === 'custom' && issue.params?.['code'] === code;
}

function valueAt(value: unknown, path: readonly PathStep[]): unknown {
  let found = value;
  for (const step of path) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = new Map(Object.entries(found)).get(String(step));
  }
  return found;
}
