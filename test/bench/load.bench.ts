import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '#test/support/browser.ts';
import { startServer } from '#test/support/running-server.ts';

/**
 * How soon the brief of the sample company is there in a real browser whose processor is slowed down four times: largest
 * contentful paint, total blocking time by the clock and by the processor, and what its JavaScript weighs. Reads the built app (`npm run build`).
 * `WHOSE_CALL_URL` names a running product, `SLOWDOWN` another slowdown.
 */
const SLOWDOWN = Number(process.env['SLOWDOWN'] ?? 4);
const RUNS = Number(process.env['RUNS'] ?? 5);
const SETTLED = Number(process.env['SETTLED'] ?? 6000);

interface Load {
  firstPaint: number;
  largestPaint: number;
  largest: string;
  blocking: number;
  longest: number;
  /** Processor time of the page's main thread, slowed down as it is. */
  busy: number;
  /** The same of each of its tasks, longest first: what other programs of the machine take from it is not in it. */
  tasks: readonly number[];
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
  await watch(page);
  const traced = await tracing(browser);
  await page.goto(url);
  // Nothing asks the page meanwhile whether it is done: that would be work of its thread.
  await page.waitForTimeout(SETTLED);
  const tasks = await traced();
  const dots = await page.locator('.loss-dots circle').count();
  if (await page.locator('section.card').count() !== 6 || dots === 0) throw new Error(`The brief was not whole after ${SETTLED} ms: set SETTLED.`);
  const seen = await page.evaluate(() => {
    const held: unknown = Reflect.get(window, 'benchSeen');
    if (typeof held !== 'object' || held === null) throw new Error('Nothing was watched.');
    const number = (name: string): number => Number(Reflect.get(held, name));
    const long: unknown = Reflect.get(held, 'tasks');
    const durations = (Array.isArray(long) ? long : []).map(Number);
    return {
      firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN, largestPaint: number('largestPaint'), largest: String(Reflect.get(held, 'largest')),
      blocking: durations.reduce((sum, duration) => sum + Math.max(0, duration - 50), 0), longest: Math.max(0, ...durations),
    };
  });
  await context.close();
  return { ...seen, busy: tasks.reduce((sum, task) => sum + task, 0), tasks };
}

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  ts: number;
  /** Processor time, in microseconds. */
  tdur?: number;
  args: { data?: { documentLoaderURL?: string } };
}

/** Traces the browser until asked: the processor time of each task of the page's thread since it was opened, in milliseconds, longest first. */
async function tracing(browser: Browser): Promise<() => Promise<readonly number[]>> {
  const session = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => { for (const event of value) if (isTraceEvent(event)) events.push(event); });
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing', 'toplevel'] } });
  return async () => {
    const complete = new Promise((resolve) => { session.once('Tracing.tracingComplete', resolve); });
    await session.send('Tracing.end');
    await complete;
    await session.detach();
    const opened = events.findLast(({ name, args }) => name === 'navigationStart' && args.data?.documentLoaderURL?.startsWith('http'));
    if (opened === undefined) throw new Error('The trace holds no page.');
    return events.flatMap(({ name, pid, tid, ts, tdur }) => (name === 'RunTask' && pid === opened.pid && tid === opened.tid && ts >= opened.ts && tdur !== undefined ? [tdur / 1000] : []))
      .toSorted((a, b) => b - a);
  };
}

function isTraceEvent(event: object): event is TraceEvent {
  return 'name' in event && 'args' in event && 'ts' in event;
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
const overFifty = (tasks: readonly number[]): number => tasks.reduce((sum, task) => sum + Math.max(0, task - 50), 0);
const pick = (of: (load: Load) => number): readonly number[] => loads.map(of);
process.stdout.write(`The brief of the sample company, processor ${SLOWDOWN} times slower, ${RUNS} loads without cache\n`);
line('first contentful paint (median)', median(pick(({ firstPaint }) => firstPaint)), 'ms');
line(`largest contentful paint (median), ${loads[0]?.largest}`, median(pick(({ largestPaint }) => largestPaint)), 'ms', 1000);
line('largest contentful paint (least)', Math.min(...pick(({ largestPaint }) => largestPaint)), 'ms', 1000);
line('total blocking time in processor time, as slowed down (median)', median(pick(({ tasks }) => overFifty(tasks))), 'ms', 100);
line('total blocking time by the clock (median)', median(pick(({ blocking }) => blocking)), 'ms', 100);
line('total blocking time by the clock (least)', Math.min(...pick(({ blocking }) => blocking)), 'ms', 100);
line('longest task by the clock (median)', median(pick(({ longest }) => longest)), 'ms');
line('longest task in processor time, as slowed down (median)', median(pick(({ tasks }) => tasks[0] ?? 0)), 'ms');
line('processor time of all tasks of the page, as slowed down (median)', median(pick(({ busy }) => busy)), 'ms');
line('JavaScript of the first load, brotli', firstLoad() / 1000, 'kB', 140);
await browser.close();
await server?.stop();
