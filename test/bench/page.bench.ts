import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { companyPicture } from '#web/testing/company-picture.ts';
import { launchBrowser } from '#test/support/browser.ts';

/**
 * The exposure page in a real browser over a company of 1,000 risks: how long the worker takes, and the longest task
 * of the page's own thread meanwhile. Reads the built app (`npm run build`); the picture stands in for the server.
 */
const RISKS = 1_000;
const dist = join(import.meta.dirname, '../../dist');
const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' };

function line(what: string, figure: number, unit: string, aim?: number): void {
  const ratio = aim === undefined ? '' : `   ${(figure / aim).toFixed(2)} of the aim of ${aim} ${unit}`;
  process.stdout.write(`${what.padEnd(72)} ${figure.toFixed(0).padStart(7)} ${unit}${ratio}\n`);
}

const tolerance = { points: [{ above: 60_000_000, atMost: 0.2 }, { above: 90_000_000, atMost: 0.05 }], setBy: 'chair', setAt: '2026-01-14' };
const company = companyPicture(RISKS, 3);
const causes = [0, 1, 2].map((index) => ({
  id: `C-${index}`, label: `Cause ${index}`, rate: 0.005, rateLow: null, rateHigh: null, ownerId: 'abara',
  riskIds: company.risks.filter(({ exposure }) => (exposure?.rateLow ?? 0) > 0.02).slice(index * 5, index * 5 + 5).map(({ id }) => id),
}));
const picture = JSON.stringify({ ...company, tolerance, commonCauses: causes });

/** Longest and number of tasks over 50 ms since the mark was set. */
function longTasks(page: Page): Promise<{ longest: number; count: number }> {
  return page.evaluate(() => {
    const since: unknown = Reflect.get(window, 'benchMark');
    const tasks: unknown = Reflect.get(window, 'benchTasks');
    const late = (Array.isArray(tasks) ? tasks : []).filter((task) => task.start >= Number(since));
    return { longest: Math.max(0, ...late.map((task) => task.duration)), count: late.length };
  });
}

function mark(page: Page): Promise<void> {
  return page.evaluate(() => { Reflect.set(window, 'benchMark', performance.now()); });
}

async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null && document.querySelector('h1') !== null, undefined, { timeout: 120_000 });
}

const browser = await launchBrowser();
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
await page.route('**/*', async (route) => {
  const { pathname } = new URL(route.request().url());
  if (pathname.startsWith('/api/')) return route.fulfill({ contentType: 'application/json', body: picture });
  const name = extname(pathname) === '' ? '/index.html' : pathname;
  return route.fulfill({ contentType: types[extname(name)] ?? 'application/octet-stream', body: readFileSync(join(dist, name)) });
});
await page.addInitScript(() => {
  const tasks: { start: number; duration: number }[] = [];
  Reflect.set(window, 'benchTasks', tasks);
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) tasks.push({ start: startTime, duration });
  }).observe({ type: 'longtask', buffered: true });
});

const system = await browser.newBrowserCDPSession();

/** Of all pages of this browser, in milliseconds. */
async function processorTime(): Promise<number> {
  const { processInfo } = await system.send('SystemInfo.getProcessInfo');
  return processInfo.filter(({ type }) => type === 'renderer').reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
}

await page.goto('http://bench.test/coverage');
await settled(page);
await page.waitForTimeout(1_000);

/** Longest task of the page's main thread in processor time, which a busy machine does not stretch. */
function longestOwnTask(trace: Buffer): number {
  const events: unknown = JSON.parse(trace.toString('utf8')).traceEvents;
  if (!Array.isArray(events)) return Number.NaN;
  const mains = new Set(events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(({ pid, tid }) => `${pid} ${tid}`));
  const tasks = events.filter(({ name, pid, tid, tdur }) => typeof tdur === 'number' && String(name).endsWith('RunTask') && mains.has(`${pid} ${tid}`));
  return Math.max(0, ...tasks.map(({ tdur }) => tdur / 1000));
}

const step = async (what: string, act: () => Promise<void>, ready: string, aim?: number): Promise<void> => {
  await mark(page);
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'] });
  const before = await processorTime();
  const start = performance.now();
  await act();
  await page.locator(ready).first().waitFor({ timeout: 120_000 });
  line(`${what}: its figures are there`, performance.now() - start, 'ms');
  await settled(page);
  line(`${what}: everything is there`, performance.now() - start, 'ms');
  line(`${what}: processor time of the page and its worker`, (await processorTime()) - before, 'ms', aim);
  await page.waitForTimeout(200);
  const { longest, count } = await longTasks(page);
  line(`${what}: longest task of the page by the clock; ${count} over 50 ms`, longest, 'ms');
  line(`${what}: longest task of the page in processor time`, longestOwnTask(await browser.stopTracing()), 'ms', 50);
};

await step('exposure page of 1,000 risks, cold', () => page.getByRole('link', { name: 'Exposure', exact: true }).click(), '.loss-dots__above', 10_000);
await step('the curve', () => page.getByRole('link', { name: 'Exceedance curve' }).click(), '.recharts-line');
await step('years over an amount', () => page.locator('.frequencies a').nth(1).click(), '.exposure .shares__sum');
await step('the same page again', async () => { await page.goBack(); await page.goBack(); }, '.loss-dots__above');
await browser.close();

for (const name of readdirSync(join(dist, 'assets')).filter((file) => /^(LossCurveChart|ExposurePage|LossDotsCard|exposure-worker)-.*\.js$/.test(file))) {
  line(`${name.replace(/-[^-]*\.js$/, '')}, compressed`, brotliCompressSync(readFileSync(join(dist, 'assets', name))).byteLength / 1000, 'kB');
}
