import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '#server/app.ts';
import { openStore } from '#server/node/open-store.ts';
import { localIdentity } from '#server/ports.ts';
import type { Store } from '#store/store.ts';
import { companyEntries, idOf, monthEnd, monthOf, MONTHS, newFinding, TODAY } from '#test/bench/scale-record.ts';

/**
 * The requests behind the brief and every drill, through the app, over the embedded database with 10,000, 100,000 and
 * 1,000,000 findings of one company, and how much longer each takes than at 10,000: asked again, and asked for the first
 * time after an import. Told in processor time of the process with its database, which other work on the machine disturbs
 * least, and by the clock. `node test/bench/scale.bench.ts [FINDINGS...]`. A million take minutes to load: the records are
 * kept in `WHOSE_CALL_SCALE` (default: a folder of the machine's temporary files) and used again.
 */
const sizes = process.argv.slice(2).map(Number);
const folder = process.env['WHOSE_CALL_SCALE'] ?? join(tmpdir(), 'whose-call-scale');
const HOST = 'bench.test';
const ROUNDS = 3;

const requests: Readonly<Record<string, string>> = {
  'the brief': '/api/v1/picture',
  'the brief of a past date': '/api/v1/picture?asOf=2026-06-10',
  'findings of a cell': '/api/v1/findings?team=team-5&process=process-3',
  'all open findings': '/api/v1/findings',
  'findings of a cell, a past date': '/api/v1/findings?team=team-5&process=process-3&asOf=2026-06-10',
  'made in design, found in run': '/api/v1/findings?introducedStage=design&stage=run&openOnly=false',
  'introduced by a team': '/api/v1/findings?introducedTeam=team-5&openOnly=false',
  'found in a week': '/api/v1/findings?foundWeek=2026-10-05&openOnly=false',
  'fixed in a week': '/api/v1/findings?fixedWeek=2026-10-05&openOnly=false',
  'one finding': `/api/v1/findings/${idOf(700)}`,
  'one finding, a past date': `/api/v1/findings/${idOf(500)}?asOf=2026-06-10`,
  'river of the organisation': '/api/v1/river',
  'river of a process': '/api/v1/river?process=process-3',
  'river of a team': '/api/v1/river?team=team-5',
  'river of a past date': '/api/v1/river?asOf=2026-06-10',
  'sources': '/api/v1/sources',
  'search: words': '/api/v1/search?q=untrusted%20input',
  'search: a CVE': '/api/v1/search?q=CVE-2026-1234',
  'search: a finding': `/api/v1/search?q=${idOf(900)}`,
  'search: nothing': '/api/v1/search?q=zebra%20crossing',
};

async function filled(count: number): Promise<string> {
  const place = join(folder, String(count));
  if (existsSync(place)) return place;
  const unfinished = `${place}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  const { store } = await openStore({ dataDir: unfinished });
  const started = performance.now();
  await save(store, '2024-12-01', [companyEntries()]);
  for (let month = 0; month < MONTHS; month += 1) {
    await save(store, monthEnd(month), monthOf(month, count));
    process.stderr.write(`\r${count}: ${month + 1} of ${MONTHS} months, ${Math.round((performance.now() - started) / 1_000)} s `);
  }
  process.stderr.write('\n');
  await store.close();
  await rename(unfinished, place);
  return place;
}

async function save(store: Store, recordedAt: string, batches: Iterable<Parameters<Awaited<ReturnType<Store['begin']>>['append']>[0]>): Promise<void> {
  const batch = await store.begin({ kind: 'import', recordedAt, recordedBy: 'bench', source: 'scan' });
  for (const entries of batches) await batch.append(entries);
  await batch.commit([]);
}

/** Milliseconds of a request. */
interface Cost {
  processor: number;
  clock: number;
}

const middle = (taken: readonly number[]): number => taken.toSorted((a, b) => a - b)[Math.floor(taken.length / 2)] ?? 0;
const median = (costs: readonly Cost[]): Cost => ({ processor: middle(costs.map(({ processor }) => processor)), clock: middle(costs.map(({ clock }) => clock)) });

interface Taken {
  again: Cost;
  first: Cost;
}

async function measure(count: number): Promise<ReadonlyMap<string, Taken>> {
  const { store } = await openStore({ dataDir: await filled(count) });
  const app = createApp({
    store, clock: { now: () => `${TODAY}T12:00:00.000Z` }, identity: localIdentity, allowedHosts: [HOST], checkResponses: false,
    log: ({ message }) => void process.stderr.write(`${message}\n`),
  });
  const ask = async (path: string): Promise<Cost> => {
    const [started, before] = [performance.now(), process.cpuUsage()];
    const response = await app(new Request(`http://${HOST}${path}`));
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}.`);
    const { user, system } = process.cpuUsage(before);
    return { processor: (user + system) / 1_000, clock: performance.now() - started };
  };
  let added = Date.now() % 1_000_000_000;
  const again = new Map<string, Cost[]>();
  const first = new Map<string, Cost[]>();
  const note = (into: Map<string, Cost[]>, name: string, taken: Cost) => void into.set(name, [...(into.get(name) ?? []), taken]);
  for (const path of Object.values(requests)) await ask(path);
  for (let round = 0; round < ROUNDS; round += 1) {
    await save(store, TODAY, [Array.from({ length: 20 }, () => newFinding((added += 1)))]);
    for (const [name, path] of Object.entries(requests)) note(first, name, await ask(path));
    for (const [name, path] of Object.entries(requests)) note(again, name, median([await ask(path), await ask(path), await ask(path)]));
  }
  await store.close();
  return new Map(Object.keys(requests).map((name) => [name, { again: median(again.get(name) ?? []), first: median(first.get(name) ?? []) }]));
}

process.stdout.write(`${cpus()[0]?.model ?? 'unknown'} x${cpus().length}, Node ${process.version}, load ${loadavg().map((load) => load.toFixed(1)).join(' ')}\n`);
const results: [number, ReadonlyMap<string, Taken>][] = [];
for (const size of sizes.length > 0 ? sizes : [10_000, 100_000, 1_000_000]) results.push([size, await measure(size)]);
const shown = (taken: Cost | undefined, base: Cost | undefined): string =>
  `${(taken?.processor ?? 0).toFixed(1).padStart(8)} ms x${((taken?.processor ?? 0) / (base?.processor ?? 1)).toFixed(2)} (${(taken?.clock ?? 0).toFixed(1)})`.padEnd(32);
for (const which of ['again', 'first'] as const) {
  process.stdout.write(`\n${(which === 'again' ? 'asked again' : 'first time after an import').padEnd(34)}${results.map(([size]) => `${size} findings, processor (clock)`.padEnd(32)).join('')}\n`);
  for (const name of Object.keys(requests)) {
    const base = results[0]?.[1].get(name)?.[which];
    process.stdout.write(`${name.padEnd(34)}${results.map(([, taken]) => shown(taken.get(name)?.[which], base)).join('')}\n`);
  }
}
