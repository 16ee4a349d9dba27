import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPostgres } from '#server/node/postgres.ts';
import { createStore } from '#store/create-store.ts';
import type { Database } from '#store/database.ts';
import { tableLedger, tableLedgerLines } from '#store/table-ledger.ts';
import { verifyLedger } from '#store/verify-ledger.ts';
import { describeStore } from '#test/store/suite/store-suite.ts';
import { everything, header, save, team } from '#test/store/suite/store-under-test.ts';
import { startTestPostgres, type TestPostgres } from '#test/support/postgres.ts';

const newLedger = () => tableLedger(() => crypto.randomUUID());

let server: TestPostgres;
let database: Database;
beforeAll(async () => {
  server = await startTestPostgres();
  database = openPostgres(await server.newDatabase());
}, 300_000);
afterAll(async () => {
  await database.close();
  await server.stop();
});

describe('the store on PostgreSQL', () => {
  describeStore({ database: () => database, newLedger });

  test('two server processes take turns in writing and read the same record', async () => {
    const url = await server.newDatabase();
    const [one, two] = await Promise.all([
      createStore({ database: openPostgres(url), ledger: newLedger() }),
      createStore({ database: openPostgres(url), ledger: newLedger() }),
    ]);
    await Promise.all(
      Array.from({ length: 20 }, (_, index) => save(index % 2 === 0 ? one : two, [team(`team-${index}`, 'T')])),
    );
    expect(await one.version()).toBe(20);
    expect(await two.entries()).toEqual(await one.entries());
    const reader = openPostgres(url);
    const lines = await everything(tableLedgerLines(reader));
    expect(await verifyLedger(lines)).toMatchObject({ ok: true, batches: 20 });
    await Promise.all([one.close(), two.close(), reader.close()]);
  });

  test('a writer whose connection was lost does not write into the turn of the next', async () => {
    const url = await server.newDatabase();
    const store = await createStore({ database: openPostgres(url), ledger: newLedger() });
    const other = await createStore({ database: openPostgres(url), ledger: newLedger() });
    const batch = await store.begin(header);
    await batch.append([team('a', 'Alpha')]);
    const admin = openPostgres(url);
    await admin.query(
      `select pg_terminate_backend(l.pid)::text as ended from pg_locks l
        where l.locktype = 'advisory' and l.granted and l.database = (select oid from pg_database where datname = current_database())`,
    );
    await save(other, [team('b', 'Beta')]);
    await expect(batch.append([team('c', 'Gamma')])).rejects.toThrow('Another process');
    await expect(batch.commit({})).rejects.toThrow('Another process');
    expect((await other.entries()).map(({ entity }) => entity.id)).toEqual(['b']);
    await save(store, [team('d', 'Delta')]);
    await Promise.all([store.close(), other.close(), admin.close()]);
  });
});
