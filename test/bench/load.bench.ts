import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '#test/support/browser.ts';
import { startServer } from '#test/support/running-server.ts';

/**
 * How soon the brief of the sample company is there in a real browser whose processor is slowed down four times: largest
 * contentful paint, total blocking time, and what its JavaScript weighs. Reads the built app (`npm run build`).
 * `WHOSE_CALL_URL` names a running product, `SLOWDOWN` another slowdown.
 */
const SLOWDOWN = Number(process.env['SLOWDOWN'] ?? 4);
const RUNS = Number(process.env['RUNS'] ?? 5);

interface Load {
  firstPaint: number;
  largestPaint: number;
  largest: string;
  blocking: number;
  longest: number;
  /** Processor time of the page's main thread until it was quiet. */
  busy: number;
}

function line(what: string, figure: number, unit: string, aim?: number): void {
  const ratio = aim === undefined ? '' : `   ${(figure / aim).toFixed(2)} of the aim of ${aim} ${unit}`;
  process.stdout.write(`${what.padEnd(72)} ${figure.toFixed(figure < 10 ? 2 : 0).padStart(7)} ${unit}${ratio}\n`);
}

const median = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN;

async function loaded(browser: Browser, url: string): Promise<Load> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await session.send('Performance.enable');
  await watch(page);
  await page.goto(url);
  await page.locator('section.card').nth(5).waitFor();
  await page.locator('.loss-dots circle').first().waitFor({ timeout: 120_000 });
  await page.waitForTimeout(500);
  const seen = await page.evaluate(() => {
    const held: unknown = Reflect.get(window, 'benchSeen');
    if (typeof held !== 'object' || held === null) throw new Error('Nothing was watched.');
    const number = (name: string): number => Number(Reflect.get(held, name));
    const tasks: unknown = Reflect.get(held, 'tasks');
    const durations = (Array.isArray(tasks) ? tasks : []).map(Number);
    return {
      firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN, largestPaint: number('largestPaint'), largest: String(Reflect.get(held, 'largest')),
      blocking: durations.reduce((sum, duration) => sum + Math.max(0, duration - 50), 0), longest: Math.max(0, ...durations),
    };
  });
  const { metrics } = await session.send('Performance.getMetrics');
  await context.close();
  return { ...seen, busy: (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000 };
}

async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen = { largestPaint: 0, largest: '', tasks: new Array<number>() };
    Reflect.set(window, 'benchSeen', seen);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        seen.largestPaint = entry.startTime;
        const element: unknown = Reflect.get(entry, 'element');
        seen.largest = element instanceof Element ? `${element.tagName.toLowerCase()}.${element.className}` : 'gone since';
      }
    }).observe({ type: 'largest-contentful-paint', buffered: true });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.tasks.push(duration);
    }).observe({ type: 'longtask', buffered: true });
  });
}

/** What the page asks for before anything is drawn: its script and what that imports at once. */
function firstLoad(): number {
  const dist = join(import.meta.dirname, '../../dist');
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  const names = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)].map(([, name]) => name ?? '');
  return names.reduce((sum, name) => sum + brotliCompressSync(readFileSync(join(dist, name))).byteLength, 0);
}

const running = process.env['WHOSE_CALL_URL'];
const server = running === undefined ? await startServer() : undefined;
const browser = await launchBrowser();
const url = running ?? server?.url ?? '';
// The first visit fills the server's caches and the browser's own of compiled code; it is not counted.
await loaded(browser, url);
const loads: Load[] = [];
for (let run = 0; run < RUNS; run += 1) loads.push(await loaded(browser, url));
const pick = (of: (load: Load) => number): readonly number[] => loads.map(of);
process.stdout.write(`The brief of the sample company, processor ${SLOWDOWN} times slower, ${RUNS} loads without cache\n`);
line('first contentful paint (median)', median(pick(({ firstPaint }) => firstPaint)), 'ms');
line(`largest contentful paint (median), ${loads[0]?.largest}`, median(pick(({ largestPaint }) => largestPaint)), 'ms', 1000);
line('largest contentful paint (least)', Math.min(...pick(({ largestPaint }) => largestPaint)), 'ms', 1000);
line('total blocking time until everything is there (median)', median(pick(({ blocking }) => blocking)), 'ms', 100);
line('total blocking time (least)', Math.min(...pick(({ blocking }) => blocking)), 'ms', 100);
line('longest task (median)', median(pick(({ longest }) => longest)), 'ms');
line('time of all tasks of the page (median), as slowed down', median(pick(({ busy }) => busy)), 'ms');
line('JavaScript of the first load, brotli', firstLoad() / 1000, 'kB', 140);
await browser.close();
await server?.stop();
