import type { Finding } from '#core/record/entities.ts';
import type { EntryOf, Stamp } from '#core/record/entry.ts';
import { createStore } from '#store/create-store.ts';
import { rollUps } from '#store/roll-ups.ts';
import type { Database } from '#store/database.ts';
import type { Ledger } from '#store/ledger-port.ts';
import type { BatchHeader, Store } from '#store/store.ts';

/** One engine of the suite: a database kept for the whole file, emptied for each test. */
export interface Engine {
  database(): Database;
  newLedger(): Ledger;
}

export interface Fresh {
  store: Store;
  database: Database;
  ledger: Ledger;
}

/** A store with an empty record on the engine's database. */
export async function freshStore(engine: Engine): Promise<Fresh> {
  const database = engine.database();
  const ledger = engine.newLedger();
  const store = await createStore({ database, ledger });
  await database.exec(`
    truncate entry, finding_row, batch, setting, ledger, staged, touched, ${rollUps.map(({ table }) => table).join(', ')};
    update record_state set version = 0, last_seq = 0, counted_seq = 0, ledger_position = null, newest_finding = null`);
  return { store, database, ledger };
}

export const header: BatchHeader = { kind: 'import', recordedAt: '2026-06-01', recordedBy: 'ci', source: 'scan.json' };

export function finding(id: string, fields: Partial<Finding> = {}, stamp: Stamp = {}): EntryOf<'findings'> {
  return { kind: 'findings', entity: { id, serviceId: 'pay', at: '2026-01-05', severity: 'high', ...fields }, stamp };
}

export function team(id: string, name: string, stamp: Stamp = {}): EntryOf<'teams'> {
  return { kind: 'teams', entity: { id, name, kind: 'engineering' }, stamp };
}

/** Appends and commits one batch; the counts of its append. */
export async function save(
  store: Store,
  entries: Parameters<Awaited<ReturnType<Store['begin']>>['append']>[0],
  over: Partial<BatchHeader> = {},
): Promise<{ added: number; updated: number; unchanged: number }> {
  const batch = await store.begin({ ...header, ...over });
  const counts = await batch.append(entries);
  await batch.commit({ counts });
  return counts;
}

export async function everything<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}
