import { afterAll, beforeAll, describe } from 'vitest';
import type { Database } from '#store/database.ts';
import { memoryLedger } from '#store/memory-ledger.ts';
import { openPGlite } from '#store/pglite-database.ts';
import { emptyDatabase } from '#test/support/empty-database.ts';
import { describeStore } from '#test/store/suite/store-suite.ts';

let database: Database;
beforeAll(async () => {
  database = await openPGlite(undefined, await emptyDatabase());
}, 300_000);
afterAll(() => database.close());

describe('the store on PGlite in this thread', () => {
  describeStore({ database: () => database, newLedger: () => memoryLedger() });
});
