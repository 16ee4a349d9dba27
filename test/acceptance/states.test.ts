import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { addressesOf, examplesOf, pictureOf, type Address } from '#test/acceptance/support/addresses.ts';
import { sideways } from '#test/acceptance/support/drawings.ts';
import { signalColours } from '#test/acceptance/support/inks.ts';
import { ALL_ADDRESSES, Findings, resized, visit, visitEach } from '#test/acceptance/support/visits.ts';
import { levelWords } from '#test/acceptance/support/words.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { axeFindings, DESK, drawn } from '#test/support/browsing.ts';
import { startServer, type RunningServer } from '#test/support/running-server.ts';

let browser: Browser;
let empty: RunningServer;
let addresses: readonly Address[] = [];
let examples: ReturnType<typeof examplesOf>;
beforeAll(async () => {
  [browser, empty] = await Promise.all([launchBrowser(), startServer(['--no-sample'])]);
  examples = examplesOf(await pictureOf(inject('companyUrl')));
  addresses = addressesOf(examples);
}, 600_000);
afterAll(async () => {
  await browser?.close();
  await empty?.stop();
});

const API = '**/api/v1/**';
const PICTURE = '**/api/v1/picture*';
const fault = { status: 500, contentType: 'application/problem+json', body: JSON.stringify({ type: 'urn:whose-call:problem:out-of-order', title: 'Something in the server went wrong', status: 500, detail: 'The record could not be read.', remedy: 'Try again.', instance: 'q-17' }) };
/** Addresses that show what a request answers beside the picture. */
const asking = (): readonly string[] => ['/release', `/release/${examples.process}`, `/teams/${examples.team}`, '/findings', '/search?q=refund', '/sources', '/policy', '/replay', '/replay/equifax-2017'];

describe('over an empty record', () => {
  const found = new Findings();
  beforeAll(() => visitEach(browser, empty.url, addresses, { ask: async (page, { path, page: kind }) => {
    found.add('axe', path, await axeFindings(page));
    found.add('colours', path, await signalColours(page));
    found.add('words', path, await levelWords(page));
    found.add('sentence', path, await page.locator('h1').count() === 1 ? [] : ['no sentence for the page']);
    // Nothing was measured, so nothing is zero money; limits and settings of the policy are no measurements.
    found.add('zero', path, kind === 'policy' ? [] : await zeros(page));
    if (kind !== 'print') {
      await resized(page, { width: 320, height: 700 });
      found.add('sideways', path, await sideways(page));
      await page.setViewportSize(DESK);
    }
  } }), ALL_ADDRESSES);

  it('point 18: axe objects to nothing at any address', () => { expect(found.of('axe', addresses.length)).toEqual([]); });
  it('point 2: no address has a word for a level, and point 1: none has a colour of one', () => { expect([...found.of('words'), ...found.of('colours')]).toEqual([]); });
  it('point 26: no address draws what was not measured as zero', () => { expect(found.of('zero', addresses.length)).toEqual([]); });
  it('every address has its sentence and does not scroll sideways at 320 pixels', () => { expect([...found.of('sentence'), ...found.of('sideways')]).toEqual([]); });
});

/** Amounts of nothing, where nothing was measured. */
function zeros(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => [...document.querySelectorAll('main .money [aria-hidden]')].filter((one) => /^[$€£]0$/.test(one.textContent)).map((one) => one.parentElement?.parentElement?.outerHTML.slice(0, 160) ?? ''));
}

describe('with every request but the picture answered by 500', () => {
  const found = new Findings();
  beforeAll(() => visitEach(browser, inject('companyUrl'), addresses, {
    // A fault is asked again twice before it is said: these pages mostly wait.
    width: 8,
    prepare: (page) => page.route((url) => url.pathname.startsWith('/api/') && url.pathname !== '/api/v1/picture', (route) => route.fulfill(fault)),
    ask: async (page, { path }) => {
      found.add('axe', path, await axeFindings(page));
      const alerts = await page.getByRole('alert').count();
      found.add('said', path, asking().includes(path) === alerts > 0 ? [] : [`${alerts} alerts`]);
      found.add('ways on', path, await page.getByRole('alert').evaluateAll((all) => all.filter((one) => one.querySelector('button') === null || one.textContent.length < 30).map((one) => one.outerHTML.slice(0, 200))));
      // The cards that need no answer are drawn.
      found.add('others', path, path === `/teams/${examples.team}` && await page.locator('#risks tbody tr').count() === 0 ? ['the list of risks is gone'] : []);
    },
  }), ALL_ADDRESSES);

  it('point 18: axe objects to nothing at any address', () => { expect(found.of('axe', addresses.length)).toEqual([]); });
  it('point 27: what did not load says so, with a way to ask again, and what needs no answer stands', () => {
    expect(found.of('ways on')).toEqual([]);
    expect(found.of('others')).toEqual([]);
    expect(found.of('said').filter((line) => asking().some((path) => line.startsWith(`${path}  `)))).toEqual([]);
  });
});

describe('with the picture answered by 500', () => {
  const found = new Findings();
  beforeAll(() => visitEach(browser, inject('companyUrl'), addresses, {
    width: 8,
    prepare: (page) => page.route(PICTURE, (route) => route.fulfill(fault)),
    ready: '[role="alert"] button',
    ask: async (page, { path }) => {
      found.add('axe', path, await axeFindings(page));
      found.add('said', path, await page.locator('[role="alert"] button').count() > 0 || await page.locator('h1').count() > 0 ? [] : ['says nothing']);
    },
  }), ALL_ADDRESSES);

  it('point 18: axe objects to nothing at any address', () => { expect(found.of('axe', addresses.length)).toEqual([]); });
  it('point 27: every address says that it did not load, with a way to ask again', () => { expect(found.of('said', addresses.length)).toEqual([]); });
});

describe('one thing out of order', () => {
  it('point 27: without its engine the card of losses says so and can be asked again; the other five stand', async () => {
    const page = await (await browser.newContext({ viewport: DESK, serviceWorkers: 'block' })).newPage();
    await page.route('**/exposure-worker*.js', (route) => route.abort());
    await visit(page, inject('companyUrl'));
    expect(await page.locator('section.card').count()).toBe(6);
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.count()).toBe(1);
    expect(await page.locator('section.card:has([role="alert"])').count()).toBe(1);
    for (const mark of ['.asks', '.readiness-grid', '.tbp', '.chart-gap', '.chart-link']) expect(await page.locator(`section.card ${mark}`).first().count(), mark).toBe(1);
    await page.unroute('**/exposure-worker*.js');
    await alert.getByRole('button').click();
    await page.locator('.loss-dots circle').first().waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.context().close();
  });

  it('point 27: another day that does not load leaves the last good figures, with their date and a way to ask again', async () => {
    const page = await (await browser.newContext({ viewport: DESK, serviceWorkers: 'block' })).newPage();
    await visit(page, inject('companyUrl'));
    const headline = await page.locator('h1').innerText();
    await page.route(PICTURE, (route) => route.fulfill(fault));
    await page.evaluate(() => { history.pushState({}, '', '/?asOf=2026-06-30'); dispatchEvent(new PopStateEvent('popstate')); });
    const alert = page.locator('[role="alert"]').first();
    await alert.waitFor({ timeout: 30_000 });
    expect(await alert.innerText()).toMatch(/\d{1,2} \w+ 20\d\d/);
    expect(await alert.locator('button').count()).toBe(1);
    expect(await page.locator('h1').innerText()).toBe(headline);
    expect(await page.locator('section.card').count()).toBe(6);
    await page.context().close();
  });

  it.each([['/', 0.02], ['/exposure', 0.02], ['/release', 0.02], ['/findings', 0.02]])('point 27: where the answers come late, %s keeps its places (layout shift below %d)', async (path, most) => {
    const page = await (await browser.newContext({ viewport: DESK, serviceWorkers: 'block' })).newPage();
    await page.addInitScript(() => {
      Reflect.set(window, 'shifted', 0);
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if (!Reflect.get(entry, 'hadRecentInput')) Reflect.set(window, 'shifted', Number(Reflect.get(window, 'shifted')) + Number(Reflect.get(entry, 'value')));
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.route(API, async (route) => {
      await new Promise((done) => { setTimeout(done, 700); });
      await route.continue();
    });
    await page.goto(inject('companyUrl') + path);
    await page.locator('[aria-busy="true"]').first().waitFor();
    await drawn(page);
    await page.waitForTimeout(300);
    expect(await page.evaluate(() => Number(Reflect.get(window, 'shifted')))).toBeLessThan(most);
    await page.context().close();
  });
});

describe('what is not there', () => {
  it('point 26: not measured, none found, filtered out and no permission are four different texts', async () => {
    const page = await (await browser.newContext({ viewport: DESK, serviceWorkers: 'block' })).newPage();
    const texts: string[] = [];
    await visit(page, `${inject('companyUrl')}/ownership`);
    texts.push(await page.locator('.not-measured').first().innerText());
    await visit(page, `${empty.url}/knew`);
    texts.push(await page.locator('main .state').first().innerText());
    await visit(page, `${inject('companyUrl')}/ownership?cell=cannot-tell&process=web-deploy&team=nobody-has`);
    texts.push(await page.locator('main').innerText().then((all) => all.split('\n').find((line) => /filter/i.test(line)) ?? ''));
    await page.route(PICTURE, (route) => route.fulfill({ ...fault, status: 403, body: JSON.stringify({ type: 'urn:whose-call:problem:not-yours', title: 'Not yours to see', status: 403, detail: 'This part of the record is not open to you.', remedy: 'Ask the person who runs it.' }) }));
    await page.goto(inject('companyUrl'));
    await page.getByRole('alert').waitFor();
    texts.push(await page.getByRole('alert').innerText());
    expect(texts.every((text) => text.trim().length > 3)).toBe(true);
    expect(new Set(texts.map((text) => text.trim())).size).toBe(4);
    for (const text of texts) expect(text).not.toMatch(/^\s*[$€]?0\s*$/);
    await page.context().close();
  });

  it('point 28: a figure past its agreed age says the day it was measured, and the page counts such figures and leads to their ages', async () => {
    const picture = await pictureOf(inject('companyUrl'));
    const stale = picture.risks.filter(({ measured }) => measured !== undefined && measured.ageDays > measured.limitDays);
    expect(stale.length).toBeGreaterThan(0);
    const page = await (await browser.newContext({ viewport: DESK, serviceWorkers: 'block' })).newPage();
    await visit(page, `${inject('companyUrl')}/ownership`);
    expect(await page.locator('#risks .stale-mark').count()).toBe(stale.filter(({ expectedAnnualLoss }) => expectedAnnualLoss !== null).length);
    for (const mark of await page.locator('#risks .stale-mark').allInnerTexts()) expect(mark).toMatch(/\d{1,2}\.? \S+ 20\d\d/);
    const count = page.locator('.under-header a[href^="/evidence"]');
    expect(Number(/\d+/.exec(await count.innerText())?.[0])).toBe(stale.length);
    await count.click();
    await page.waitForURL(/\/evidence/);
    await drawn(page);
    expect(await page.locator('.age-older').count()).toBeGreaterThanOrEqual(stale.length);
    await page.context().close();
  });
});
