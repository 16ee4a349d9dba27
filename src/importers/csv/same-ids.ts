import type { CsvRow } from '#importers/csv/csv-table.ts';

export interface IdentifiedRow {
  id: string;
  row: CsvRow;
}

/** Rows of a table that claim the id of another row. */
export interface SameIds {
  /** Rows by id, where rows with that id differ: none of them is taken, since neither is the right one. */
  conflicts: ReadonlyMap<string, readonly CsvRow[]>;
  /** Rows that repeat an earlier row cell for cell. */
  repeats: ReadonlySet<CsvRow>;
}

/** Finds rows that share an id. */
export function sameIds(rows: readonly IdentifiedRow[]): SameIds {
  const byId = new Map<string, CsvRow[]>();
  for (const { id, row } of rows) {
    const sharing = byId.get(id);
    if (sharing === undefined) byId.set(id, [row]);
    else sharing.push(row);
  }
  const conflicts = new Map<string, readonly CsvRow[]>();
  const repeats = new Set<CsvRow>();
  for (const [id, sharing] of byId) {
    const [first, ...others] = sharing;
    if (first === undefined || others.length === 0) continue;
    if (others.every((row) => row.cells.every((cell, index) => cell === first.cells[index]))) {
      for (const row of others) repeats.add(row);
    } else conflicts.set(id, sharing);
  }
  return { conflicts, repeats };
}
