import { recordedWhen, type Entry, type EntryKind } from '#core/record/entry.ts';
import { keyOf } from '#core/record/view.ts';
import { quoted, type PathStep } from '#importers/reading/place.ts';
import { refuse } from '#importers/reading/rejection.ts';
import { objectFields, type StructuredFile } from '#importers/workspace/document.ts';

export interface PlacedEntry {
  entry: Entry;
  place: string;
}

export interface PlacedRow {
  kind: EntryKind;
  row: unknown;
  path: readonly PathStep[];
}

/** Refuses a file whose newest team rows run in a circle: no reading of it would be the right one. */
export function refuseTeamCycles(file: StructuredFile, rows: readonly PlacedRow[]): void {
  const parents = new Map<string, { parent: string; path: readonly PathStep[] }>();
  for (const { kind, row, path } of rows) {
    if (kind !== 'teams') continue;
    const fields = objectFields(row);
    const [id, parent] = [fields?.get('id'), fields?.get('parentId') ?? fields?.get('parent')];
    if (typeof id !== 'string') continue;
    if (typeof parent === 'string') parents.set(id, { parent, path });
    else parents.delete(id);
  }
  const clear = new Set<string>();
  for (const start of parents.keys()) {
    const line: string[] = [];
    for (let team = start; parents.has(team) && !clear.has(team); team = parents.get(team)?.parent ?? '') {
      if (line.includes(team)) {
        const circle = [...line.slice(line.indexOf(team)), team].map(quoted).join(' under ');
        refuse(file.file, {
          place: file.placeOf(parents.get(team)?.path ?? []),
          code: 'org-cycle',
          reason: `The team tree runs in a circle: ${circle}.`,
          remedy: 'Correct one parentId.',
        });
      }
      line.push(team);
    }
    for (const team of line) clear.add(team);
  }
}

/**
 * Drops exact repeats of an entry. Refuses a file that holds two versions of one entity that differ
 * and that state no `recordedAt` to order them by.
 */
export function refuseAmbiguousVersions(file: string, entries: readonly PlacedEntry[]): readonly PlacedEntry[] {
  const seen = new Map<string, PlacedEntry>();
  return entries.filter((placed) => {
    const { entry, place } = placed;
    const key = `${keyOf(entry.kind, entry.entity.id)} ${recordedWhen(entry)}`;
    const earlier = seen.get(key);
    if (earlier === undefined) {
      seen.set(key, placed);
      return true;
    }
    if (JSON.stringify(earlier.entry) === JSON.stringify(entry)) return false;
    if (entry.stamp.recordedAt !== undefined) return true;
    const changesHands = ownerOf(earlier.entry) !== ownerOf(entry);
    return refuse(file, {
      place,
      code: changesHands ? 'owner-ambiguous' : 'duplicate-id',
      reason: `The ${entry.kind} row ${quoted(entry.entity.id)} stands at ${earlier.place} too, with ${changesHands ? 'another owner' : 'other values'} and no date to order the two.`,
      remedy: 'Keep one row, or give each its recordedAt.',
    });
  });
}

/** Whom a row names as owner, for the kinds that have one. */
function ownerOf({ kind, entity }: Entry): string | undefined {
  if (kind === 'services') return entity.teamId;
  if (kind === 'risks') return entity.ownerId;
  return undefined;
}
