import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { pictureOf } from '#test/acceptance/support/addresses.ts';
import { visit } from '#test/acceptance/support/visits.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { DESK } from '#test/support/browsing.ts';
import { linesOf, pagesOfPdf, type PdfPage } from '#test/support/pdf-text.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  page = await (await browser.newContext({ viewport: DESK, serviceWorkers: 'block' })).newPage();
});
afterAll(() => browser?.close());

/** Margins in points: 14 mm at the sides and the top, 16 mm below, where the foot stands. */
const SIDE = 14 * 72 / 25.4;

async function printed(path: string): Promise<readonly PdfPage[]> {
  await visit(page, inject('companyUrl') + path);
  return pagesOfPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
}

const dayOf = (date: string): string => {
  const [year = 0, month = 1, day = 1] = date.slice(0, 10).split('-').map(Number);
  return `${day}${['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][month - 1]}${year}`;
};

describe.each([
  ['A4', '/print/2026Q4?paper=a4', 595, 842], ['US Letter', '/print/2026Q4?paper=letter', 612, 792],
])('point 5: the brief of the sample company on %s', (_, path, width, height) => {
  let pages: readonly PdfPage[] = [];
  beforeAll(async () => { pages = await printed(path); });

  it('is two pages of that size', () => {
    expect(pages.map((one) => [Math.round(one.width), Math.round(one.height)])).toEqual([[width, height], [width, height]]);
  });

  it('says at the foot of each which page of two it is, and on each the day of the data', async () => {
    const { asOf } = await pictureOf(inject('companyUrl'));
    pages.forEach((one, index) => {
      const lines = linesOf(one);
      expect(lines.at(-1)).toContain(`Page${index + 1}of2`);
      expect(lines[0]).toContain(dayOf(asOf));
    });
  });

  it('has no text below nine points and none over an edge', () => {
    for (const one of pages) {
      expect(one.texts.length).toBeGreaterThan(500);
      // A page is laid out in 1/96 inch and written in 1/72: the last digits are the conversion's.
      expect(Math.min(...one.texts.map(({ size }) => size))).toBeGreaterThan(8.995);
      expect(one.texts.filter(({ x, y, size }) => x < SIDE - 1 || x + size * 0.2 > one.width - SIDE + 1 || y < SIDE || y > one.height - 10)).toEqual([]);
    }
  });
});

it('point 5: the brief page itself prints as two pages with the same foot', async () => {
  const pages = await printed('/');
  expect(pages).toHaveLength(2);
  pages.forEach((one, index) => { expect(linesOf(one).join('')).toContain(`Page${index + 1}of2`); });
});
