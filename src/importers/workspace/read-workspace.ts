import { entryKinds, type Entry, type EntryKind } from '#core/record/entry.ts';
import { WORKSPACE_SCHEMA } from '#core/record/workspace.ts';
import type { Rejection } from '#importers/importer.ts';
import { faultOfFlaw, flawsUnder } from '#importers/reading/flaw.ts';
import { pointerOf, quoted, type PathStep } from '#importers/reading/place.ts';
import { rejectionOf } from '#importers/reading/rejection.ts';
import { refuseAmbiguousVersions, refuseTeamCycles, type PlacedEntry, type PlacedRow } from '#importers/workspace/consistency.ts';
import { CASE_SCHEMA, checkSchema, objectFields, readStructured, type StructuredFile } from '#importers/workspace/document.ts';
import { readRow } from '#importers/workspace/row.ts';

/** What one workspace file holds. Rows that could not be read are in `rejected`, all others in `entries`. */
export interface WorkspaceReading {
  entries: readonly PlacedEntry[];
  rejected: readonly Rejection[];
  repaired: readonly Rejection[];
  notes: readonly string[];
}

/**
 * Reads a workspace, or the workspace inside a case file, from JSON or YAML text; needs no store.
 * A bad row is rejected with its place and every other row is kept.
 *
 * @throws SourceRefused where nothing can be used: unreadable text, a newer schema (`version`), a
 * team tree that runs in a circle (`org-cycle`), two undated versions of one entity that differ
 * (`owner-ambiguous`, `duplicate-id`).
 */
export function readWorkspace(text: string, name: string): WorkspaceReading {
  const file = readStructured(text, name);
  const model = objectFields(file.fields.get('model'));
  if (model === undefined) {
    checkSchema(file, WORKSPACE_SCHEMA);
    return readModel(file, file.fields, []);
  }
  checkSchema(file, CASE_SCHEMA);
  return readModel(file, model, ['model']);
}

/** Reads the lists of a workspace that stand at `base` in a file. */
export function readModel(
  file: StructuredFile,
  model: ReadonlyMap<string, unknown>,
  base: readonly PathStep[],
): WorkspaceReading {
  const entries: PlacedEntry[] = [];
  const rejected: Rejection[] = [];
  const repaired: Rejection[] = [];
  const unknown = new Map<string, number>();
  const rows = entryKinds.flatMap((kind) => rowsOf(file, kind, model, base, rejected));
  refuseTeamCycles(file, rows);
  for (const { kind, row, path } of rows) {
    const place = file.placeOf(path);
    const [flaw] = flawsUnder(file.flaws, pointerOf(path));
    if (flaw !== undefined) {
      rejected.push(rejectionOf(file.file, faultOfFlaw(flaw)));
      continue;
    }
    const reading = readRow(kind, row);
    if (!reading.ok) {
      const { code, reason, remedy } = reading.fault;
      const at = file.placeOf([...path, ...reading.fault.path]);
      rejected.push(rejectionOf(file.file, { place: at, code, reason: `${nameOf(kind, row)}: ${reason}`, remedy }));
      continue;
    }
    entries.push({ entry: reading.entry, place });
    for (const field of reading.unknownFields) count(unknown, `${kind}.${field}`);
    if (reading.renamed.length > 0) repaired.push(rejectionOf(file.file, renamedFault(reading.renamed, place)));
  }
  const inRows = new Set(rows.flatMap(({ path }) => flawsUnder(file.flaws, pointerOf(path))));
  for (const flaw of file.flaws) if (!inRows.has(flaw)) repaired.push(rejectionOf(file.file, faultOfFlaw(flaw)));
  const kept = refuseAmbiguousVersions(file.file, entries);
  return { entries: kept, rejected, repaired, notes: notesOf(model, unknown) };
}

function rowsOf(
  file: StructuredFile,
  kind: EntryKind,
  model: ReadonlyMap<string, unknown>,
  base: readonly PathStep[],
  rejected: Rejection[],
): readonly PlacedRow[] {
  const list: unknown = model.get(kind);
  const path = [...base, kind];
  if (list === undefined || list === null) return [];
  if (Array.isArray(list)) return list.map((row: unknown, index) => ({ kind, row, path: [...path, index] }));
  if (kind === 'policy') return [{ kind, row: list, path }];
  rejected.push(rejectionOf(file.file, {
    place: file.placeOf(path),
    code: 'type',
    reason: `The field ${quoted(kind)} holds ${quoted(list)} where a list is expected.`,
    remedy: 'Write its rows as a list.',
  }));
  return [];
}

function notesOf(model: ReadonlyMap<string, unknown>, unknown: ReadonlyMap<string, number>): string[] {
  const kinds: ReadonlySet<string> = new Set([...entryKinds, 'schema']);
  const others = [...model.keys()].filter((key) => !kinds.has(key));
  const notes = [...unknown].map(([field, times]) => `The field ${field} is not in the format and was left out of ${times === 1 ? '1 row' : `${times} rows`}.`);
  if (others.length > 0) notes.push(`${others.map(quoted).join(', ')} at the top is not in the format and was left out.`);
  return notes;
}

function renamedFault(fields: readonly string[], place: string) {
  const pairs = fields.map((field) => `${quoted(field)} was read as ${quoted(`${field}Id`)}`).join(', ');
  return { place, code: 'field-name', reason: `The field ${pairs}.`, remedy: 'Use the field name of the format.' };
}

function nameOf(kind: EntryKind, row: unknown): string {
  const id = objectFields(row)?.get('id');
  return typeof id === 'string' ? `${kind} ${quoted(id)}` : kind;
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** The entries of a reading alone, as the engine takes them. */
export function entriesOfReading(reading: WorkspaceReading): readonly Entry[] {
  return reading.entries.map((placed) => placed.entry);
}
