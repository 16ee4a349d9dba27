import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openStore } from '#server/node/open-store.ts';
import { companyEntries, monthEnd, monthOf, MONTHS } from '#test/bench/scale-record.ts';
import { launchBrowser } from '#test/support/browser.ts';

/**
 * From a click to the painted page, on a record of 10,000 risks and 100,000 findings, in a real browser over the real
 * server: every step of the way from the brief to a finding. By the clock of the page, from the event to the second frame
 * after the page it leads to stands; and the time of the page's processor. Reads the built app (`npm run build`). The
 * record is kept in `WHOSE_CALL_SCALE`, as that of `scale.bench.ts`.
 */
const RISKS = Number(process.argv[2] ?? 10_000);
const FINDINGS = 100_000;
const ROUNDS = 5;
const PORT = Number(process.env['WHOSE_CALL_PORT'] ?? 4_830);
const AIM = 100;
const folder = join(process.env['WHOSE_CALL_SCALE'] ?? join(tmpdir(), 'whose-call-scale'), `risks-${RISKS}`);

if (!existsSync(folder)) {
  const unfinished = `${folder}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  const { store } = await openStore({ dataDir: unfinished });
  for (let month = -1; month < MONTHS; month += 1) {
    const batch = await store.begin({ kind: 'import', recordedAt: month < 0 ? '2024-12-01' : monthEnd(month), recordedBy: 'bench', source: 'scan' });
    for (const entries of month < 0 ? [companyEntries(RISKS)] : monthOf(month, FINDINGS)) await batch.append(entries);
    await batch.commit([]);
  }
  await store.close();
  await rename(unfinished, folder);
}

const server = spawn(process.execPath, [join(import.meta.dirname, '../../src/cli/whose-call.js'), 'serve', '--data', folder, '--port', String(PORT)], { stdio: 'ignore' });
const address = `http://127.0.0.1:${PORT}`;
for (;;) {
  if ((await fetch(`${address}/readyz`).catch(() => undefined))?.ok === true) break;
  await new Promise((resolve) => void setTimeout(resolve, 300));
}

const browser = await launchBrowser();
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });

/** Processor time of the page's own thread in a trace, which a busy machine hardly stretches. */
function ownTime(trace: Buffer): number {
  const events: unknown = JSON.parse(trace.toString('utf8')).traceEvents;
  if (!Array.isArray(events)) return Number.NaN;
  const mains = new Set(events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(({ pid, tid }) => `${pid} ${tid}`));
  const tasks = events.filter(({ name, pid, tid, tdur }) => typeof tdur === 'number' && String(name).endsWith('RunTask') && mains.has(`${pid} ${tid}`));
  return tasks.reduce((sum, { tdur }) => sum + tdur / 1000, 0);
}

async function settled(): Promise<void> {
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null && document.querySelector('h1') !== null, undefined, { timeout: 300_000 });
  await page.waitForTimeout(400);
}

/** Clicks a link and answers with the milliseconds until two frames after its page stands; what is computed in a worker may still be busy. */
function clickToPaint(on: Page, selector: string): Promise<number> {
  return on.evaluate(async (css) => {
    const link = document.querySelector<HTMLElement>(css);
    if (link === null) throw new Error(`Nothing is ${css} on ${location.pathname}.`);
    const from = location.href;
    const title = document.querySelector('h1');
    const started = performance.now();
    link.click();
    const frame = (): Promise<unknown> => new Promise((resolve) => void requestAnimationFrame(resolve));
    while (location.href === from || document.querySelector('h1') === null || document.querySelector('h1') === title) await frame();
    await frame();
    await frame();
    return performance.now() - started;
  }, selector);
}

const median = (taken: readonly number[]): number => taken.toSorted((a, b) => a - b)[Math.floor(taken.length / 2)] ?? 0;

/** Steps from a page on, each a link of the page before it. */
const ways: readonly { from: string; steps: readonly (readonly [string, string])[] }[] = [
  {
    from: '/brief',
    steps: [
      ['brief to a cell of teams and processes', 'a[href^="/teams/"][href*="/processes/"], a[href*="/cell"], a[href^="/release/"][href*="/teams/"], main table a[href*="process"]'],
      ['cell to a risk', 'main a[href*="/risks/risk-"]'],
      ['risk to a finding', 'main a[href*="/findings/"]'],
    ],
  },
  { from: '/brief', steps: [['brief to a team', 'main a[href^="/teams/team-"]'], ['team to a risk', 'main a[href*="/risks/risk-"]']] },
  { from: '/brief', steps: [['brief to all risks by state', 'a[href="/ownership"]'], ['state to a risk', 'main a[href*="/risks/risk-"]']] },
];

const opened = performance.now();
await page.goto(`${address}/`);
await settled();
process.stdout.write(`${cpus()[0]?.model ?? 'unknown'} x${cpus().length}, load ${loadavg().map((load) => load.toFixed(1)).join(' ')}\n`);
process.stdout.write(`${RISKS} risks; first load, picture drawn: ${((performance.now() - opened) / 1000).toFixed(1)} s\n`);
const sizes = await page.evaluate(async () => {
  const started = performance.now();
  const response = await fetch('/api/v1/picture');
  const text = await response.text();
  const fetched = performance.now();
  JSON.parse(text);
  const entry = performance.getEntriesByType('resource').findLast((one) => one.name.endsWith('/api/v1/picture'));
  return { characters: text.length, sent: entry instanceof PerformanceResourceTiming ? entry.encodedBodySize : 0, fetched: fetched - started, parsed: performance.now() - fetched };
});
process.stdout.write(`picture: ${(sizes.characters / 1000).toFixed(0)} kB, ${(sizes.sent / 1000).toFixed(0)} kB sent, ${sizes.fetched.toFixed(0)} ms to fetch, ${sizes.parsed.toFixed(0)} ms to parse\n`);

const taken = new Map<string, { clock: number[]; processor: number[] }>();
for (let round = 0; round <= ROUNDS; round += 1) {
  for (const { from, steps } of ways) {
    await page.goto(`${address}${from === '/brief' ? '/' : from}`);
    await settled();
    for (const [name, selector] of steps) {
      await browser.startTracing(page, { categories: ['toplevel'] });
      const clock = await clickToPaint(page, selector);
      const processor = ownTime(await browser.stopTracing());
      // The first round loads the parts of the app that each page brings.
      if (round === 0) process.stderr.write(`${name}: ${await page.evaluate(() => location.pathname)} ${clock.toFixed(0)} ms\n`);
      else {
        const held = taken.get(name) ?? { clock: [], processor: [] };
        held.clock.push(clock);
        held.processor.push(processor);
        taken.set(name, held);
      }
      await settled();
    }
  }
}
for (const [name, { clock, processor }] of taken) {
  process.stdout.write(`${name.padEnd(44)} ${median(clock).toFixed(0).padStart(6)} ms to paint   ${median(processor).toFixed(0).padStart(6)} ms of the page's thread   ${(median(clock) / AIM).toFixed(2)} and ${(median(processor) / AIM).toFixed(2)} of the aim of ${AIM} ms\n`);
}
await browser.close();
server.kill();
