import fc from 'fast-check';
import { expect } from 'vitest';
import { importers } from '#importers/detect.ts';
import { SourceRefused, type ImportItem, type Rejection } from '#importers/importer.ts';
import { memorySource } from '#importers/reading/memory-source.ts';
import { readRow } from '#importers/workspace/row.ts';
import { importerFor } from '#server/imports/detect-format.ts';
import { importContext } from '#test/support/import-context.ts';

/** One change to a file; `where` and `there` are parts of its length, of its lines or of its values. */
interface Change {
  how: 'cut' | 'byte' | 'double' | 'value' | 'drop' | 'repeat' | 'line-out' | 'line-twice' | 'lines-swapped';
  where: number;
  there: number;
  byte: number;
  value: unknown;
}

const oddValues: readonly unknown[] = [
  null, true, false, 0, -1, 12.5, 1e308, '', ' ', 'x', 'a'.repeat(5_000), '2026-02-30', '0001-01-01T00:00:00Z', '9999-12-31', '\u0000', '\ud83d', '\u202e', '__proto__', 'ROOT',
  [], {}, [null], [[]], ['x', 3, null, {}], { a: 1 }, { id: { id: {} } },
];

const part = fc.double({ min: 0, max: 0.999_999, noNaN: true });

/** One to three changes, one after the other. */
export const arbitraryChanges: fc.Arbitrary<readonly Change[]> = fc.array(
  fc.record<Change>({
    how: fc.constantFrom('cut', 'byte', 'double', 'value', 'value', 'value', 'drop', 'repeat', 'line-out', 'line-twice', 'lines-swapped'),
    where: part, there: part, byte: fc.nat(255), value: fc.constantFrom(...oddValues),
  }),
  { minLength: 1, maxLength: 3 },
);

/** The bytes of a file after the changes; those about values leave a file that is no JSON as it is. */
export function changedFile(bytes: Uint8Array, changes: readonly Change[]): Uint8Array {
  return changes.reduce(changedOnce, bytes);
}

function changedOnce(bytes: Uint8Array, change: Change): Uint8Array {
  const at = Math.floor(change.where * bytes.length);
  const to = Math.floor(change.there * bytes.length);
  switch (change.how) {
    case 'cut':
      return bytes.subarray(0, at);
    case 'byte':
      return bytes.map((byte, index) => (index === at ? change.byte : byte));
    case 'double':
      return Uint8Array.from([...bytes.subarray(0, Math.max(at, to)), ...bytes.subarray(Math.min(at, to))]);
    case 'line-out':
    case 'line-twice':
    case 'lines-swapped':
      return new TextEncoder().encode(changedLines(new TextDecoder().decode(bytes).split('\n'), change).join('\n'));
    case 'value':
    case 'drop':
    case 'repeat':
      return changedValue(bytes, change);
  }
}

function changedLines(lines: readonly string[], { how, where, there }: Change): readonly string[] {
  const [at, to] = [Math.floor(where * lines.length), Math.floor(there * lines.length)];
  const line = lines[at] ?? '';
  if (how === 'line-out') return lines.toSpliced(at, 1);
  if (how === 'line-twice') return lines.toSpliced(to, 0, line);
  return lines.with(at, lines[to] ?? '').with(to, line);
}

type Holder = Record<string, unknown> | unknown[];

function changedValue(bytes: Uint8Array, { how, where, value }: Change): Uint8Array {
  let document: unknown;
  try {
    document = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return bytes;
  }
  const places = placesIn(document);
  const place = places[Math.floor(where * places.length)];
  if (place === undefined) return new TextEncoder().encode(JSON.stringify(value));
  const { holder, key } = place;
  if (Array.isArray(holder)) {
    if (how === 'drop') holder.splice(Number(key), 1);
    else if (how === 'repeat') holder.push(holder[Number(key)], holder[Number(key)]);
    else holder[Number(key)] = value;
  } else if (how === 'drop') delete holder[key];
  else holder[key] = how === 'repeat' ? [holder[key], holder[key]] : value;
  return new TextEncoder().encode(JSON.stringify(document));
}

function placesIn(value: unknown, places: { holder: Holder; key: string }[] = []): readonly { holder: Holder; key: string }[] {
  if (typeof value !== 'object' || value === null || places.length > 20_000) return places;
  for (const [key, child] of Object.entries(value)) {
    places.push({ holder: value as Holder, key });
    placesIn(child, places);
  }
  return places;
}

/**
 * What an import promises of any file whatever: a reader never stops by itself, each line it writes has file, place,
 * reason and remedy, and each row it takes is one that the workspace format takes.
 */
export async function expectSoundReading(file: string, bytes: Uint8Array): Promise<void> {
  const lines: Rejection[] = [];
  try {
    const source = memorySource(file, bytes);
    const importer = await importerFor(source, importers, undefined);
    for await (const item of importer.read(source, importContext({ defaults: { serviceId: 'shop' } }))) expectSoundItem(item, lines);
  } catch (error) {
    if (!(error instanceof SourceRefused)) throw error;
    lines.push(error.rejection);
  }
  for (const { file: named, place, code, reason, remedy } of lines) {
    expect([named, place !== '', /^[a-z0-9-]+$/.test(code), reason.endsWith('.'), remedy.endsWith('.')]).toEqual([file, true, true, true, true]);
  }
}

function expectSoundItem(item: ImportItem, lines: Rejection[]): void {
  if (item.type === 'rejected' || item.type === 'repaired') lines.push(item.rejection);
  if (item.type !== 'entry') return;
  const { kind, entity, stamp } = item.entry;
  const row = readRow(kind, JSON.parse(JSON.stringify({ ...entity, ...stamp })));
  if (!row.ok) throw new Error(`${kind} ${row.fault.path.join('.')}: ${row.fault.reason}`);
}
