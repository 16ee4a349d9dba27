import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { addressesOf, examplesOf, pictureOf, type Address } from '#test/acceptance/support/addresses.ts';
import { ownerless, poorCards } from '#test/acceptance/support/cards.ts';
import { miscounted, oddTables } from '#test/acceptance/support/data-tables.ts';
import { motions, sideways, textsOutside, unnamedDrawings } from '#test/acceptance/support/drawings.ts';
import { faintInks, signalColours } from '#test/acceptance/support/inks.ts';
import { smallTargets } from '#test/acceptance/support/targets.ts';
import { ALL_ADDRESSES, Findings, resized, visitEach } from '#test/acceptance/support/visits.ts';
import { colouredGrids, levelWords, numberlessProbabilities, shortMoneySpoken, tooltipsAlone, unspokenMarks } from '#test/acceptance/support/words.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { axeFindings } from '#test/support/browsing.ts';

/** One visit of each address by mouse and one by finger; every question is asked of the page as it stands, so that a page is loaded once. */
const found = new Findings();
const drawings = new Map<string, number>();
let addresses: readonly Address[] = [];
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
  addresses = addressesOf(examplesOf(await pictureOf(inject('companyUrl'))));
  await visitEach(browser, inject('companyUrl'), [...addresses, { path: '/nowhere', page: 'brief' }], { ask: askAll });
  await visitEach(browser, inject('companyUrl'), addresses, {
    options: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, reducedMotion: 'reduce' },
    ask: async (page, address) => {
      const add = (question: string, flaws: readonly unknown[]) => { found.add(question, address.path, flaws); };
      if (address.page !== 'print') add('targets by finger', await smallTargets(page, 44));
      if (address.page !== 'print') add('sideways by finger', await sideways(page));
      add('texts by finger', await textsOutside(page));
      add('motion unwanted', await motions(page, 0));
    },
  });
}, ALL_ADDRESSES);
afterAll(() => browser?.close());

async function askAll(page: Page, { path, page: kind }: Address): Promise<void> {
  const add = (question: string, flaws: readonly unknown[]) => { found.add(question, path, flaws); };
  const isPaper = kind === 'print';
  add('motion', await motions(page, 400));
  add('signal colours', await signalColours(page));
  add('faint inks', await faintInks(page));
  add('level words', await levelWords(page));
  add('coloured grids', await colouredGrids(page));
  add('probabilities', await numberlessProbabilities(page));
  add('tooltips', await tooltipsAlone(page));
  add('short money', isPaper ? [] : await shortMoneySpoken(page));
  add('unspoken marks', await unspokenMarks(page));
  add('unnamed drawings', await unnamedDrawings(page));
  add('poor cards', await poorCards(page));
  add('ownerless rows', await ownerless(page));
  add('targets', await smallTargets(page, 24));
  add('odd tables', await oddTables(page));
  const { counted, wrong } = await miscounted(page);
  for (const kindOfDrawing of counted) drawings.set(kindOfDrawing, (drawings.get(kindOfDrawing) ?? 0) + 1);
  add('miscounted marks', wrong);
  add('axe', await axeFindings(page));
  add('texts at 1440', await textsOutside(page));
  for (const width of [1024, 768, 688, 320]) {
    await resized(page, { width, height: 900 });
    add(`texts at ${width}`, await textsOutside(page));
    // The sheets of paper keep the width of paper.
    if (!isPaper) add(`sideways at ${width}`, await sideways(page));
  }
  await resized(page, { width: 1440, height: 900 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    add(`forced ${colorScheme}`, await faintInks(page));
  }
  await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
}

/** What was found by a question that was asked at every address. */
const at = (question: string, papers = true): readonly string[] => found.of(question, addresses.length - (papers ? 0 : 1));

describe('every address', () => {
  it('point 1: uses no colour between red and green for anything', () => { expect(at('signal colours')).toEqual([]); });
  it('point 2: holds no grid of coloured cells and no word for a level', () => { expect([...at('coloured grids'), ...at('level words')]).toEqual([]); });
  it.each([1440, 1024, 768, 688, 320])('point 7: has every text of a drawing inside it at %i pixels', (width) => { expect(at(`texts at ${width}`)).toEqual([]); });
  it('point 7: has every text of a drawing inside it on a phone', () => { expect(at('texts by finger')).toEqual([]); });
  it('point 12: gives every card a sentence, a line of measure and scope, and a way on', () => { expect(at('poor cards')).toEqual([]); });
  it('point 13: names in every row of a risk, a finding or a decision who owns it, or that nobody is named', () => { expect(at('ownerless rows')).toEqual([]); });
  it('point 17: names every drawing that is not decoration, and has no application', () => { expect(at('unnamed drawings')).toEqual([]); });
  it('point 18: has nothing axe objects to', () => { expect(at('axe')).toEqual([]); });
  it('point 19: has behind every drawing a table whose rows, headers and CSV say the same', () => { expect(at('odd tables')).toEqual([]); });
  it('point 19: has as many rows in that table as marks in the drawing', () => {
    expect(at('miscounted marks')).toEqual([]);
    expect([...drawings.keys()].length).toBeGreaterThanOrEqual(4);
  });
  it('point 20: says amounts in words to a screen reader', () => { expect(at('short money')).toEqual([]); });
  it('point 20: has words beside every amount and every glyph', () => { expect(at('unspoken marks')).toEqual([]); });
  it('point 22: has text of 4.5 to 1 and marks of 3 to 1 against what lies under them', () => { expect(at('faint inks')).toEqual([]); });
  it.each(['light', 'dark'])('point 23: shows every mark and text in forced colours, %s', (scheme) => { expect(at(`forced ${scheme}`)).toEqual([]); });
  it('point 24: moves nothing on arrival, and nothing for longer than 400 ms', () => { expect(at('motion')).toEqual([]); });
  it('point 24: moves nothing at all where no motion is wanted', () => { expect(at('motion unwanted')).toEqual([]); });
  it('point 25: has targets of 24 pixels, or as much room around them', () => { expect(at('targets')).toEqual([]); });
  it('point 25: has targets of 44 pixels for a finger, or as much room around them', () => { expect(at('targets by finger', false)).toEqual([]); });
  it('point 29: says nothing about how probable something is without a number', () => { expect(at('probabilities')).toEqual([]); });
  it('point 29: has nothing in a tooltip alone', () => { expect(at('tooltips')).toEqual([]); });
  it.each([1024, 768, 688, 320])('point 30: does not scroll sideways at %i pixels but in named tables', (width) => { expect(at(`sideways at ${width}`, false)).toEqual([]); });
  it('point 30: does not scroll sideways on a phone but in named tables', () => { expect(at('sideways by finger', false)).toEqual([]); });
});
