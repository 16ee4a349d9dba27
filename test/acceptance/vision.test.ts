import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { addressesOf, examplesOf, pictureOf } from '#test/acceptance/support/addresses.ts';
import { alike, cropsOf, deficiencies, seenWith } from '#test/acceptance/support/pixels.ts';
import { visit } from '#test/acceptance/support/visits.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { DESK } from '#test/support/browsing.ts';

let browser: Browser;
let page: Page;
let risk: string;
beforeAll(async () => {
  browser = await launchBrowser();
  page = await (await browser.newContext({ viewport: DESK, bypassCSP: true, serviceWorkers: 'block' })).newPage();
  risk = addressesOf(examplesOf(await pictureOf(inject('companyUrl')))).find((address) => address.page === 'risk')?.path ?? '';
});
afterAll(() => browser?.close());

const glyphs = ['can decide, has seen', 'can decide, not seen', 'cannot decide, has seen', 'cannot decide, not seen', 'nobody named', 'cannot tell'];

/** Marks that stand beside each other in one drawing and mean different things. */
const states = (): Readonly<Record<string, { path: string; marks: Readonly<Record<string, string>>; least: number }>> => ({
  'the owner glyph': { path: '/', least: 6, marks: Object.fromEntries(glyphs.map((name, index) => [name, `.readiness-grid .owner-glyph >> nth=${index}`])) },
  'years under and over the tolerance': { path: '/', least: 2, marks: { above: '.loss-dots__above circle', below: '.loss-dots__below circle' } },
  'bars of the table': { path: '/', least: 2, marks: { informed: '.tbp__solid', not: '.tbp__hatched:not([width="0"])' } },
  'who knew when': { path: '/knew', least: 5, marks: { known: 'figure .chart-before', informed: 'figure rect.chart-now', decided: 'figure .chart-decided', unshared: '.legend-mark .chart-gap:not(.chart-gap--open)', 'still unshared': '.legend-mark .chart-gap--open' } },
  'then and now': { path: '/', least: 2, marks: { before: '.chart-rows svg:has(.chart-link) .chart-before', now: '.chart-rows svg:has(.chart-link) .chart-now' } },
  'ages of evidence': { path: '/evidence', least: 3, marks: { within: 'figure .age-within', older: 'figure .age-older', never: '.legend-mark .age-never' } },
  'decisions of a quarter': { path: '/decisions', least: 3, marks: Object.fromEntries(['filled', 'caret', 'crossed', 'gap', 'gap-dashed', 'hollow'].map((mark) => [mark, `.unit--${mark}`])) },
  'what a pack showed': { path: '/ledger', least: 3, marks: Object.fromEntries(['filled', 'gap', 'faint'].map((mark) => [mark, `.unit--${mark}`])) },
  'who knew what of one risk': { path: risk, least: 7, marks: Object.fromEntries(Array.from({ length: 7 }, (_, index) => [`mark ${index + 1} of the key`, `.timeline-key li svg >> nth=${index}`])) },
  'limits of people': { path: risk, least: 2, marks: { reaches: '.bullet__bar:not(.bullet__bar--short)', 'does not': '.bullet__bar--short' } },
});

describe('point 21: every state of a mark is told from the others beside it', () => {
  const ways = ['none', ...deficiencies] as const;
  const found = new Map(ways.map((way) => [way, new Array<string>()]));

  it('on every page that draws such states', async () => {
    const session = await page.context().newCDPSession(page);
    for (const [path, groups] of Map.groupBy(Object.entries(states()), ([, { path: at }]) => at)) {
      await visit(page, inject('companyUrl') + path);
      for (const way of ways) {
        await seenWith(session, way);
        const crops = await cropsOf(page, groups.flatMap(([group, { marks }]) => Object.entries(marks).map(([name, selector]) => [`${group}: ${name}`, page.locator(selector)] as const)));
        for (const [group, { least }] of groups) {
          const held = crops.filter(({ name }) => name.startsWith(`${group}: `));
          expect(held.length, group).toBeGreaterThanOrEqual(least);
          found.get(way)?.push(...alike(held));
        }
      }
      await seenWith(session, 'none');
    }
  });

  it.each(ways)('by readers with a deficiency of colour vision: %s', (way) => { expect(found.get(way)).toEqual([]); });
});

it('point 6: on paper, in grey, every state of a mark is told from the others beside it', async () => {
  const session = await page.context().newCDPSession(page);
  await visit(page, `${inject('companyUrl')}/print/2026Q4`);
  await page.emulateMedia({ media: 'print' });
  await seenWith(session, 'achromatopsia');
  const groups: Readonly<Record<string, readonly string[]>> = {
    glyphs: [0, 1, 2, 3, 4, 5].map((index) => `.readiness-grid .owner-glyph >> nth=${index}`),
    bars: ['.tbp__solid', '.tbp__hatched:not([width="0"])'],
    years: ['.loss-dots__above circle', '.loss-dots__below circle'],
    knew: ['figure .chart-before', 'figure rect.chart-now', 'figure .chart-decided'],
    changes: ['.chart-rows svg:has(.chart-link) .chart-before', '.chart-rows svg:has(.chart-link) .chart-now'],
  };
  const crops = await cropsOf(page, Object.values(groups).flat().map((selector) => [selector, page.locator(selector)] as const));
  for (const selectors of Object.values(groups)) {
    const held = crops.filter(({ name }) => selectors.includes(name));
    expect(held.length, selectors[0]).toBe(selectors.length);
    expect(alike(held)).toEqual([]);
  }
  await page.emulateMedia({ media: 'screen' });
  await seenWith(session, 'none');
});
