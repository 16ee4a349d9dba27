import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { moneyShort } from '#web/ui/money-words.ts';
import { chanceInWords } from '#core/exposure/equally-likely-years.ts';
import { dayInWords } from '#core/time.ts';

interface ShownTable {
  heading: string;
  caption: string;
  counted: number;
  columns: readonly string[];
  scopes: readonly (string | null)[];
  rows: readonly (readonly string[])[];
  csv: string;
}

function shownTables(page: Page): Promise<readonly ShownTable[]> {
  return page.evaluate(() => {
    /** What the eye reads: an amount is there twice, once for the ear. */
    const seen = (element: Element | null): string => {
      if (element === null) return '';
      const copy = element.cloneNode(true);
      if (copy instanceof Element) for (const part of copy.querySelectorAll('.money > .visually-hidden')) part.remove();
      return copy.textContent ?? '';
    };
    return [...document.querySelectorAll('details.data-table')].map((details) => ({
    heading: details.closest('section.card')?.querySelector('h2')?.textContent ?? '',
    caption: details.querySelector('caption')?.textContent ?? '',
    counted: Number(/[\d,]+/.exec(details.querySelector('summary')?.textContent ?? '')?.[0].replaceAll(',', '')),
    columns: [...details.querySelectorAll('thead th')].map((cell) => cell.textContent),
    scopes: [...details.querySelectorAll('th')].map((cell) => cell.getAttribute('scope')),
    rows: [...details.querySelectorAll('tbody tr')].map((row) => [...row.children].map(seen)),
    csv: decodeURIComponent((details.querySelector('a[download]')?.getAttribute('href') ?? '').replace(/^data:text\/csv;charset=utf-8,/, '')),
    }));
  });
}

/** Point 19: tables behind charts whose words, scopes, count or CSV are not the rows that are shown; and drawings without one. */
export async function oddTables(page: Page): Promise<readonly string[]> {
  const tables = await shownTables(page);
  const wrong = tables.flatMap((table) => {
    const records: string[][] = parse(table.csv, { bom: true });
    const [header = [], ...rows] = records;
    const flaws = [
      table.caption.length < 8 ? 'no caption' : '',
      table.scopes.every((scope) => scope === 'col' || scope === 'row') ? '' : 'a header without a scope',
      table.counted === table.rows.length ? '' : `says ${table.counted} rows and has ${table.rows.length}`,
      JSON.stringify(header) === JSON.stringify(table.columns) ? '' : `CSV columns ${header.join(', ')}`,
      rows.length === table.rows.length ? '' : `CSV has ${rows.length} rows, the table ${table.rows.length}`,
      ...rows.flatMap((row, at) => row.flatMap((cell, column) => {
        const shown = table.rows[at]?.[column] ?? '';
        return isSame(cell, shown) ? [] : [`row ${at + 1}, ${header[column]}: CSV ${cell}, shown ${shown}`];
      })).slice(0, 3),
    ].filter((flaw) => flaw !== '');
    return flaws.map((flaw) => `${table.heading}: ${flaw}`);
  });
  return [...wrong, ...await drawingsWithoutTable(page)];
}

/** What a program reads of a cell, and what a reader is shown of it, are one value. */
function isSame(cell: string, shown: string): boolean {
  if (cell === '' || cell === shown) return true;
  if (/^\d{4}-\d\d-\d\d/.test(cell)) return shown.startsWith(dayInWords(cell.slice(0, 10)));
  const amount = Number(cell);
  // A name may be shown without its id, or with a word more.
  if (Number.isNaN(amount)) return [cell, cell.replace(/^\S+ /, '')].some((name) => shown.startsWith(name));
  if (amount === 0 && /^\p{Pd}/u.test(shown)) return true;
  const texts = [amount.toLocaleString('en-US'), chanceInWords(amount), moneyShort(amount, 'USD'), moneyShort(amount, 'USD', 'exact'), `${Math.round(amount * 100)}%`];
  return texts.some((text) => shown.replaceAll(/[+\u00B1]/g, '').startsWith(text)) || Math.abs(Number.parseFloat(shown.replaceAll(',', '')) - amount) < 0.5
    || Math.abs(Number.parseFloat(shown) - amount * 100) < 0.6;
}

function drawingsWithoutTable(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => [...document.querySelectorAll('main figure')].flatMap((figure) => {
    const card = figure.closest('section.card');
    if (card === null || card.querySelector('table') !== null) return [];
    return [`${card.querySelector('h2')?.textContent}: a drawing and no table`];
  }));
}

/** What draws one row of the data in each kind of drawing; the sum over a card's drawings is the number of rows. */
const MARKS: Readonly<Record<string, string>> = {
  '.loss-dots': 'g.loss-dots__above, g.loss-dots__below',
  '.chart-rows .age-within, .chart-rows .age-older, .chart-rows .age-never': 'figure :is(.age-within, .age-older, .age-never)',
  '.expiry-left, .expiry-since, .expiry-none': 'figure :is(.chart-now, .expiry-ended, .expiry-none)',
  '.strip-seen, .strip-unseen': 'figure :is(.strip-seen, .strip-unseen)',
  '.replay-bar': 'figure :is(.replay-bar:not(.replay-bar--quiet), .replay-ahead)',
  'figure svg > .chart-range': 'figure svg > .chart-range',
  '.chart-rows': 'svg[role="img"] > g',
  '.unit-runs': '.unit',
  '.timeline': '.timeline g > g > .timeline__mark:first-child, .timeline g > g > .timeline__cross:first-child',
};

/** Point 19: cards where the rows behind a chart are not as many as its marks. */
export function miscounted(page: Page): Promise<{ readonly counted: readonly string[]; readonly wrong: readonly string[] }> {
  return page.evaluate((marks) => {
    const counted: string[] = [];
    const wrong: string[] = [];
    for (const details of document.querySelectorAll('main details.data-table')) {
      const card = details.closest('section.card');
      const kind = Object.keys(marks).find((selector) => card !== null && card.querySelector(selector) !== null);
      if (card === null || kind === undefined) continue;
      const all = [...card.querySelectorAll(marks[kind] ?? '')];
      // A flag that was up, down and up again is one row and several bars at one height.
      const drawn = kind === '.replay-bar' ? new Set(all.map((mark) => Math.round(mark.getBoundingClientRect().top + mark.getBoundingClientRect().height / 2))).size : all.length;
      const rows = details.querySelectorAll('tbody tr').length;
      counted.push(kind);
      // What a drawing has no room for is counted beside it.
      const more = [...card.querySelectorAll('.card__body p.sub')].map((line) => Number(/^\d+/.exec(line.textContent)?.[0] ?? Number.NaN));
      if (drawn !== rows && !more.includes(rows - drawn)) wrong.push(`${card.querySelector('h2')?.textContent}: ${drawn} marks (${kind}), ${rows} rows`);
    }
    return { counted, wrong };
  }, MARKS);
}
