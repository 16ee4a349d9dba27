import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { risksMatching } from '#core/picture/filter.ts';
import { pictureOf } from '#test/acceptance/support/addresses.ts';
import { visit } from '#test/acceptance/support/visits.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { DESK } from '#test/support/browsing.ts';
import { placeOf } from '#web/paths.ts';
import { moneyProse, moneyShort } from '#web/ui/money-words.ts';
import { filterOfPage } from '#web/url/risk-filter.ts';

type Picture = Awaited<ReturnType<typeof pictureOf>>;

let browser: Browser;
let page: Page;
let picture: Picture;
beforeAll(async () => {
  browser = await launchBrowser();
  picture = await pictureOf(inject('companyUrl'));
  page = await (await browser.newContext({ viewport: DESK, serviceWorkers: 'block' })).newPage();
  await visit(page, inject('companyUrl'));
});
afterAll(() => browser?.close());

const sum = (risks: readonly { expectedAnnualLoss: number | null }[]): number => risks.reduce((total, { expectedAnnualLoss }) => total + (expectedAnnualLoss ?? 0), 0);
const prose = (amount: number): string => moneyProse(amount, picture.currency);
const without = (): Picture['risks'] => picture.risks.filter(({ readiness }) => readiness !== 'can-decide-seen');
const card = (selector: string): Promise<string> => page.locator('.card', { has: page.locator(selector) }).first().innerText();

describe('the brief of the sample company at 1440 x 900', () => {
  it('point 3: stands on one screen, six cards, and a headline of at most two lines', async () => {
    const seen = await page.evaluate(() => {
      const heading = document.querySelector('h1');
      return {
        size: [document.documentElement.scrollWidth, document.documentElement.scrollHeight], cards: document.querySelectorAll('section.card').length,
        lines: heading === null ? 99 : Math.round(heading.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(heading).lineHeight)),
      };
    });
    expect(seen).toEqual({ size: [1440, 900], cards: 6, lines: expect.any(Number) });
    expect(seen.lines).toBeLessThanOrEqual(2);
  });

  it('point 12: has on every card a sentence, what is measured, and a link that leads on, under the date of the figures', async () => {
    const cards = await page.locator('section.card').evaluateAll((all) => all.map((one) => [
      (one.querySelector('h2')?.textContent ?? '').split(/\s+/).length >= 4, (one.querySelector('.sub')?.textContent ?? '').length > 15, one.querySelector('a[href^="/"]') !== null,
    ]));
    expect(cards).toEqual(Array.from({ length: 6 }, () => [true, true, true]));
    const [year, month, day] = picture.asOf.slice(0, 10).split('-').map(Number);
    const header = await page.locator('header').innerText();
    expect(header).toContain(String(day));
    expect(header).toContain(String(year));
    expect(month).toBeGreaterThan(0);
  });

  it('point 10: counts and sums in its headlines what the API gives, computed here from its rows', async () => {
    const heading = await page.locator('h1').innerText();
    const open = picture.risks;
    const sits = without().filter(({ readiness }) => readiness !== 'nobody-named' && readiness !== 'cannot-tell');
    expect(numbersIn(heading)).toEqual([sits.length, open.length]);
    const lede = await page.locator('.brief__lede').innerText();
    expect(lede).toContain(prose(sum(sits)));
    expect(lede).toContain(prose(sum(open)));

    const readiness = await card('.readiness-grid');
    expect(numbersIn(readiness).slice(0, 2)).toEqual([open.length - without().length, open.length]);
    const table = await card('.tbp');
    expect(table).toContain(prose(sum(without())));
    expect(table).toContain(prose(sum(open)));

    const lags = open.flatMap(({ firstKnownAt, lagDays }) => (firstKnownAt === null || lagDays === null ? [] : [lagDays])).sort((a, b) => b - a);
    const knew = await page.locator('section.card:has(.chart-gap):not(:has(.chart-link)) h2').first().innerText();
    expect(numbersIn(knew)).toContain(lags[0]);
    const changes = await page.locator('section.card:has(.chart-link) h2').first().innerText();
    const difference = sum(open) - sum(picture.previousRisks);
    expect(changes).toContain(prose(Math.abs(difference)));
    const decide = await page.locator('.asks__row').count();
    expect(decide).toBeLessThanOrEqual(3);
    for (const href of await page.locator('.asks__row a[href*="/risks/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))) {
      expect(open.map(({ id }) => id)).toContain(decodeURIComponent(href.split('?')[0]?.split('/').at(-1) ?? ''));
    }
  });

  it('point 11: sums to the same total in the two-by-two, in the table and in the line under the headline', async () => {
    const cells = await page.locator('.readiness-grid__figures').evaluateAll((all) => all.map((cell) => ({
      count: Number(cell.querySelector('.readiness-grid__count')?.textContent), money: cell.querySelector('.money [aria-hidden]')?.textContent ?? '',
    })));
    expect(cells.reduce((total, { count }) => total + count, 0)).toBe(picture.risks.length);
    const total = sum(picture.risks);
    // Each amount is rounded to two digits, so the six may differ from the whole by half a last digit each.
    const drawn = cells.filter(({ money }) => money !== '').map(({ money }) => parsed(money));
    const slack = drawn.reduce((most, one) => most + lastDigit(one) / 2, 0);
    expect(Math.abs(drawn.reduce((all, one) => all + one, 0) - total)).toBeLessThanOrEqual(slack + 1);
    const sums = page.locator('.tbp__sum td .money [aria-hidden]');
    const columns = (await sums.allInnerTexts()).map(parsed);
    const whole = columns.pop() ?? 0;
    expect(moneyShort(whole, picture.currency)).toBe(moneyShort(total, picture.currency));
    expect(Math.abs(columns.reduce((all, one) => all + one, 0) - total)).toBeLessThanOrEqual(columns.reduce((most, one) => most + lastDigit(one) / 2, 0) + 1);
    const rows = (await page.locator('.tbp__total-cell .money [aria-hidden]').allInnerTexts()).map(parsed);
    expect(Math.abs(rows.reduce((all, one) => all + one, 0) - total)).toBeLessThanOrEqual(rows.reduce((most, one) => most + lastDigit(one) / 2, 0) + 1);
    expect(await page.locator('.brief__lede').innerText()).toContain(prose(total));
  });
});

describe('in-cell bars', () => {
  it('point 8: are as long as their amounts within one part in a hundred, over every table of the page', async () => {
    for (const path of ['/', '/teams', '/release', `/teams/${picture.risks.find(({ owningTeamId }) => owningTeamId !== null)?.owningTeamId}`]) {
      await visit(page, inject('companyUrl') + path);
      const tables = await page.locator('table:has(.tbp__bar)').evaluateAll((all) => all.map((table) => [...table.querySelectorAll('.tbp__bar')].map((bar) => ({
        href: bar.closest('td')?.querySelector('a')?.getAttribute('href') ?? '',
        pixels: [...bar.querySelectorAll('rect')].reduce((width, rect) => width + rect.getBoundingClientRect().width, 0),
      }))));
      for (const bars of tables) {
        const perDollar = bars.map(({ href, pixels }) => {
          const { pathname, searchParams } = new URL(href, inject('companyUrl'));
          return pixels / sum(risksMatching(picture, filterOfPage(placeOf(pathname), searchParams)));
        });
        expect(perDollar.length, path).toBeGreaterThan(0);
        expect(Math.max(...perDollar) / Math.min(...perDollar), path).toBeLessThan(1.01);
      }
      if (path === '/') expect(tables.flat().length).toBeGreaterThan(10);
    }
  });

  it('point 8: of counts keep to one scale too, but for the shortest that is still seen', async () => {
    await visit(page, `${inject('companyUrl')}/release`);
    const tables = await page.locator('table:has(.passed-table__bar)').evaluateAll((all) => all.map((table) => [...table.querySelectorAll('.passed-table__bar')].map((bar) => ({
      count: Number((bar.closest('td')?.querySelector('a')?.textContent ?? '').replaceAll(',', '')), pixels: bar.querySelector('rect')?.getBoundingClientRect().width ?? 0,
    }))));
    expect(tables.length).toBeGreaterThan(0);
    for (const bars of tables) {
      const perFinding = bars.filter(({ count, pixels }) => count > 0 && pixels > 6).map(({ count, pixels }) => pixels / count);
      expect(perFinding.length).toBeGreaterThan(0);
      expect(Math.max(...perFinding) / Math.min(...perFinding)).toBeLessThan(1.01);
    }
  });
});

describe('the dots of equally likely years', () => {
  it.each([['/', 20], ['/exposure', 50]])('point 9: at %s are %i, as many above the tolerance as the headline says, and none lies across its line', async (path, dots) => {
    await visit(page, inject('companyUrl') + path);
    const chart = page.locator('.card', { has: page.locator('.loss-dots') }).first();
    const seen = await chart.evaluate((one) => {
      const at = (circle: Element) => ({ x: Number(circle.getAttribute('cx')), r: Number(circle.getAttribute('r')) + Number.parseFloat(getComputedStyle(circle).strokeWidth) / 2 * (getComputedStyle(circle).stroke === 'none' ? 0 : 1) });
      return {
        headline: one.querySelector('h2')?.textContent ?? '', line: Number(one.querySelector('.loss-dots__tolerance')?.getAttribute('x1')),
        above: [...one.querySelectorAll('.loss-dots__above circle')].map(at), below: [...one.querySelectorAll('.loss-dots__below circle')].map(at),
      };
    });
    expect(seen.above.length + seen.below.length).toBe(dots);
    expect(numbersIn(seen.headline).slice(0, 2)).toEqual([seen.above.length, dots]);
    expect(seen.line).toBeGreaterThan(0);
    expect(seen.above.filter(({ x, r }) => x - r < seen.line - 0.05)).toEqual([]);
    expect(seen.below.filter(({ x, r }) => x + r > seen.line + 0.05)).toEqual([]);
  });
});

describe('the brief on a tablet of 1024 x 768', () => {
  it.each([false, true])('point 4: shows what is asked and what could be lost whole, first, and scrolls one way only (by finger: %s)', async (hasTouch) => {
    const context = await browser.newContext({ viewport: { width: 1024, height: 768 }, hasTouch, serviceWorkers: 'block' });
    const tablet = await context.newPage();
    await visit(tablet, inject('companyUrl'));
    const seen = await tablet.evaluate(() => ({
      width: document.documentElement.scrollWidth, first: [...document.querySelectorAll('section.card')].slice(0, 2).map((one) => [one.querySelector('.asks, .loss-dots') !== null, one.getBoundingClientRect().bottom]),
    }));
    expect(seen.width).toBe(1024);
    expect(seen.first.map(([isWanted]) => isWanted)).toEqual([true, true]);
    if (!hasTouch) for (const [, bottom] of seen.first) expect(bottom).toBeLessThanOrEqual(768);
    await context.close();
  });
});

/** Whole numbers of a sentence, in order; not those of an amount or a percentage. */
function numbersIn(sentence: string): readonly number[] {
  return [...sentence.matchAll(/(?<![$€£\d.,])(\d[\d,]*)(?![\d.,]*(?:%|\d))/g)].map(([, digits]) => Number((digits ?? '').replaceAll(',', '')));
}

const sizes: Readonly<Record<string, number>> = { k: 1e3, M: 1e6, B: 1e9 };

function parsed(short: string): number {
  const [, sign, digits, scale] = /^([\u2212-]?)[^\d\u2212-]*([\d.,]+)([kMB]?)/.exec(short) ?? [];
  return (sign === '' ? 1 : -1) * Number((digits ?? 'NaN').replaceAll(',', '')) * (sizes[scale ?? ''] ?? 1);
}

/** The worth of the second digit, to which amounts are rounded. */
function lastDigit(amount: number): number {
  return amount === 0 ? 0 : 10 ** (Math.floor(Math.log10(Math.abs(amount))) - 1);
}
