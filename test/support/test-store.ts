import { afterAll } from 'vitest';
import { createStore } from '#store/create-store.ts';
import type { Database } from '#store/database.ts';
import { memoryLedger } from '#store/memory-ledger.ts';
import { openPGlite } from '#store/pglite-database.ts';
import type { Store } from '#store/store.ts';
import { emptyDatabase } from '#test/support/empty-database.ts';

let engine: Promise<Database> | undefined;

afterAll(async () => {
  const open = engine;
  engine = undefined;
  await (await open)?.close();
});

/**
 * An empty store on the one engine of this test file: the schema is dropped and made anew, which takes a fraction of
 * what starting an engine takes. A store made before it holds nothing any more.
 */
export async function emptyStore(): Promise<Store> {
  engine ??= emptyDatabase().then((empty) => openPGlite(undefined, empty));
  const database = await engine;
  await database.exec('drop schema public cascade; create schema public;');
  return createStore({ database: { ...database, close: () => Promise.resolve() }, ledger: memoryLedger() });
}

/** An empty store on an engine of its own, for a test that needs two at once. Close it. */
export async function separateStore(): Promise<Store> {
  return createStore({ database: await openPGlite(undefined, await emptyDatabase()), ledger: memoryLedger() });
}
