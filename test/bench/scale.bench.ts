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
 * time after an import. `node test/bench/scale.bench.ts [FINDINGS...]`. A million take minutes to load: the records are
 * kept in `WHOSE_CALL_SCALE` (default: a folder of the machine's temporary files) and used again.
 */
const sizes = process.argv.slice(2).map(Number);
const folder = process.env['WHOSE_CALL_SCALE'] ?? join(tmpdir(), 'whose-call-scale');
const HOST = 'bench.test';
const ROUNDS = 5;

const requests: Readonly<Record<string, string>> = {
  'the brief': '/api/v1/picture',
  'the brief of a past date': '/api/v1/picture?asOf=2026-06-10',
  'findings of a cell': '/api/v1/findings?team=team-5&process=process-3',
  'all open findings': '/api/v1/findings',
  'findings of a cell, a past date': '/api/v1/findings?team=team-5&process=process-3&asOf=2026-06-10',
  'made in design, found in run': '/api/v1/findings?introducedStage=design&stage=run&openOnly=false',
  'introduced by a team': '/api/v1/findings?introducedTeam=team-5&openOnly=false',
  'found in a week': '/api/v1/findings?foundWeek=2026-10-05&openOnly=false',
  'one finding': `/api/v1/findings/${idOf(700)}`,
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

const median = (taken: readonly number[]): number => taken.toSorted((a, b) => a - b)[Math.floor(taken.length / 2)] ?? 0;

interface Taken {
  again: number;
  first: number;
}

async function measure(count: number): Promise<ReadonlyMap<string, Taken>> {
  const { store } = await openStore({ dataDir: await filled(count) });
  const app = createApp({
    store, clock: { now: () => `${TODAY}T12:00:00.000Z` }, identity: localIdentity, allowedHosts: [HOST], checkResponses: false,
    log: ({ message }) => void process.stderr.write(`${message}\n`),
  });
  const ask = async (path: string): Promise<number> => {
    const started = performance.now();
    const response = await app(new Request(`http://${HOST}${path}`));
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}.`);
    return performance.now() - started;
  };
  let added = Date.now() % 1_000_000_000;
  const again = new Map<string, number[]>();
  const first = new Map<string, number[]>();
  const note = (into: Map<string, number[]>, name: string, taken: number) => void into.set(name, [...(into.get(name) ?? []), taken]);
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
const shown = (taken: number, base: number): string => `${taken.toFixed(1).padStart(8)} ms x${(taken / base).toFixed(2)}`.padEnd(20);
for (const which of ['again', 'first'] as const) {
  process.stdout.write(`\n${(which === 'again' ? 'asked again' : 'first time after an import').padEnd(34)}${results.map(([size]) => `${size} findings`.padEnd(20)).join('')}\n`);
  for (const name of Object.keys(requests)) {
    const base = results[0]?.[1].get(name)?.[which] ?? 1;
    process.stdout.write(`${name.padEnd(34)}${results.map(([, taken]) => shown(taken.get(name)?.[which] ?? 0, base)).join('')}\n`);
  }
}
