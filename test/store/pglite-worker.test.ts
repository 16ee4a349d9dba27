import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPGliteInWorker } from '#server/node/pglite-worker.ts';
import type { Database } from '#store/database.ts';
import { memoryLedger } from '#store/memory-ledger.ts';
import { emptyDatabase } from '#test/support/empty-database.ts';
import { describeStore } from '#test/store/suite/store-suite.ts';

let database: Database;
beforeAll(async () => {
  database = await openPGliteInWorker(undefined, await emptyDatabase());
}, 300_000);
afterAll(() => database.close());

describe('the store on PGlite in a worker thread', () => {
  describeStore({ database: () => database, newLedger: () => memoryLedger() });

  test('a long statement does not keep this thread from its other work', async () => {
    let longest = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 1);
    const started = performance.now();
    await database.query('select count(*)::int as n from generate_series(1, 3000000) a');
    clearInterval(timer);
    const statement = performance.now() - started;
    expect(statement).toBeGreaterThan(100);
    expect(longest).toBeLessThan(statement / 2);
  });
});
