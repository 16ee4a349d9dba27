import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '#server/node/open-store.ts';
import { severities } from '#core/record/entities.ts';
import type { EntryOf } from '#core/record/entry.ts';
import type { Store } from '#store/store.ts';
import { startTestPostgres } from '#test/support/postgres.ts';

/**
 * Load rate, page and cells of the store, embedded (worker, ledger file) and on PostgreSQL.
 * `node test/bench/store.bench.ts [FINDINGS...]`; default 10000 and 100000.
 */
const sizes = process.argv.slice(2).map(Number);

function finding(n: number, fixed: boolean): EntryOf<'findings'> {
  return {
    kind: 'findings',
    entity: {
      id: `scan-${n.toString(36)}`, serviceId: `service-${(n * 7919) % 3_000}`, severity: severities[n % 5] ?? 'low',
      at: `2026-${String((n % 9) + 1).padStart(2, '0')}-${String((n % 28) + 1).padStart(2, '0')}`,
      title: `Improper input handling in component ${n % 400}`, externalId: `CVE-2026-${n % 9_000}`, foundStageId: `stage-${n % 6}`,
      location: `src/module-${n % 90}/file-${n % 700}.ts:${n % 300}`, ...(fixed ? { fixedAt: '2026-10-20' } : {}),
    },
    stamp: {},
  };
}

async function load(store: Store, count: number, recordedAt: string, fixedShare: number): Promise<number> {
  const started = performance.now();
  const batch = await store.begin({ kind: 'import', recordedAt, recordedBy: 'bench', source: 'scan' });
  for (let from = 0; from < count; from += 2_000) {
    const size = Math.min(2_000, count - from);
    await batch.append(Array.from({ length: size }, (_, index) => finding(from + index, (from + index) % 100 < fixedShare)));
  }
  await batch.commit({});
  return Math.round(count / ((performance.now() - started) / 1_000));
}

async function median(work: () => Promise<unknown>, times = 9): Promise<string> {
  const taken: number[] = [];
  for (let run = 0; run < times; run += 1) {
    const started = performance.now();
    await work();
    taken.push(performance.now() - started);
  }
  return (taken.sort((a, b) => a - b)[Math.floor(times / 2)] ?? 0).toFixed(1);
}

/** Those of the product. */
const limits = { fixDays: 90, quickDays: 3, tracedWithin: 7, passDays: 180, passCount: 3 };

async function measure(name: string, store: Store, count: number): Promise<Record<string, unknown>> {
  const delay = { longest: 0, last: performance.now() };
  const timer = setInterval(() => {
    delay.longest = Math.max(delay.longest, performance.now() - delay.last - 5);
    delay.last = performance.now();
  }, 5);
  const added = await load(store, count, '2026-10-01', 0);
  const unchanged = await load(store, count, '2026-10-02', 0);
  const updated = await load(store, count, '2026-10-21', 50);
  clearInterval(timer);
  let window = 180;
  const asOf = '2026-11-01';
  const past = '2026-10-10';
  const services = Array.from({ length: 40 }, (_, n) => `service-${n * 3}`);
  return {
    engine: name, findings: count, 'added/s': added, 'unchanged/s': unchanged, 'half updated/s': updated,
    'cells ms': await median(() => store.findingCells(asOf)),
    'cells past ms': await median(() => store.findingCells(past)),
    // Another window each time: the same one is counted once.
    'tallies ms': await median(() => store.findingTallies(asOf, { ...limits, passDays: (window += 1) }, [])),
    'tallies kept ms': await median(() => store.findingTallies(asOf, limits, [])),
    'page ms': await median(() => store.findings({ asOf, limit: 50 })),
    'page 40 services ms': await median(() => store.findings({ asOf, limit: 50, serviceIds: services })),
    'page past ms': await median(() => store.findings({ asOf: past, limit: 50, serviceIds: services })),
    'finding ms': await median(() => store.finding('scan-zz', asOf)),
    'act ms': await median(async () => {
      const batch = await store.begin({ kind: 'act', recordedAt: asOf, recordedBy: 'bench', source: 'act' });
      await batch.append([{ kind: 'teams', entity: { id: `t${performance.now()}`, kind: 'engineering' }, stamp: {} }]);
      await batch.commit({});
    }),
    'main thread gap ms': Math.round(delay.longest),
  };
}

console.log(`${cpus()[0]?.model ?? 'unknown'} x${cpus().length}, Node ${process.version}`);
const postgres = await startTestPostgres();
const results: Record<string, unknown>[] = [];
for (const size of sizes.length > 0 ? sizes : [10_000, 100_000]) {
  const folder = await mkdtemp(join(tmpdir(), 'whose-call-bench-'));
  let opened = await openStore({ dataDir: folder });
  const row = await measure('PGlite, worker, ledger file', opened.store, size);
  await opened.store.close();
  const started = performance.now();
  opened = await openStore({ dataDir: folder });
  await opened.store.findings({ asOf: '2026-11-01', limit: 50 });
  results.push({ ...row, 'reopen ms': Math.round(performance.now() - started) });
  await opened.store.close();
  await rm(folder, { recursive: true });

  const shared = await openStore({ url: await postgres.newDatabase() });
  results.push(await measure('PostgreSQL', shared.store, size));
  await shared.store.close();
}
await postgres.stop();
for (const result of results) console.log(result);
