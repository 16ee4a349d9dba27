import { isWhen, type When } from '#core/time.ts';
import { isBlank } from '#importers/csv/cell-text.ts';
import { quoted } from '#importers/reading/place.ts';

/** Order of day and month where a date is written with numbers and the year last. */
export const dateOrders = ['DD/MM/YYYY', 'MM/DD/YYYY'] as const;
export type DateOrder = (typeof dateOrders)[number];

export type DateCell =
  | { type: 'date'; when: When }
  | { type: 'blank' }
  | { type: 'fault'; code: 'date-ambiguous' | 'date-format'; reason: string; remedy: string };

const TIME = String.raw`(?:[T ,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]m|Z|UTC|[+-]\d{2}:?\d{2})?)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${TIME}$`, 'i');
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})${TIME}$`, 'i');
/** Nothing in a table of this product happened before; an earlier year is a slip of the hand or the zero of a program. */
const FIRST_DAY = '1900-01-01';
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * One column of dates. ISO 8601 and dates with the month in letters are read as they stand. `03/04/2026` is
 * read only where the order was declared, or where one value of the column has a day over 12 and none says the
 * opposite; otherwise it is a `date-ambiguous` fault, never a guess. Two-digit years and the day numbers of
 * spreadsheet programs, and years before 1900, are `date-format` faults. `order` is known once every cell went through `look`.
 */
export class DateColumn {
  readonly name: string;
  readonly #declared: DateOrder | undefined;
  #dayFirst = false;
  #monthFirst = false;

  constructor(name: string, declared?: DateOrder) {
    this.name = name;
    this.#declared = declared;
  }

  /** Takes a cell into account for the order of the whole column. */
  look(cell: string): void {
    const parts = numericDate(cell);
    if (parts === undefined) return;
    if (parts.first > 12) this.#dayFirst = true;
    if (parts.second > 12) this.#monthFirst = true;
  }

  get order(): DateOrder | undefined {
    if (this.#declared !== undefined) return this.#declared;
    if (this.#dayFirst === this.#monthFirst) return undefined;
    return this.#dayFirst ? 'DD/MM/YYYY' : 'MM/DD/YYYY';
  }

  read(cell: string): DateCell {
    const text = cell.trim();
    if (isBlank(text)) return { type: 'blank' };
    const iso = YEAR_FIRST.exec(text);
    if (iso !== null) return isWhen(text) && text >= FIRST_DAY ? { type: 'date', when: text } : dateOf(cell, iso[1], iso[2], iso[3]);
    const words = wordsOf(text);
    if (words !== undefined) return dateOf(cell, words.year, words.month, words.day);
    const numbers = numericDate(text);
    if (numbers === undefined) return badFormat(cell);
    const order = this.order ?? ownOrder(numbers);
    if (order === undefined) {
      return {
        type: 'fault', code: 'date-ambiguous',
        reason: `${quoted(cell)} in column ${quoted(this.name)} can be two dates.`,
        remedy: 'Write dates as YYYY-MM-DD, or declare the order of day and month for the column.',
      };
    }
    const [day, month] = order === 'DD/MM/YYYY' ? [numbers.first, numbers.second] : [numbers.second, numbers.first];
    return dateOf(cell, numbers.year, String(month), String(day));
  }
}

interface NumericDate {
  first: number;
  second: number;
  year: string;
}

function numericDate(cell: string): NumericDate | undefined {
  const match = YEAR_LAST.exec(cell.trim());
  if (match === null) return undefined;
  const [, first = '', second = '', year = ''] = match;
  return { first: Number(first), second: Number(second), year };
}

/** A date that says its own order: `28/02/2026`, or `05/05/2026` where both readings are one day. */
function ownOrder({ first, second }: NumericDate): DateOrder | undefined {
  if (first > 12 || first === second) return 'DD/MM/YYYY';
  return second > 12 ? 'MM/DD/YYYY' : undefined;
}

function wordsOf(text: string): { day: string; month: string; year: string } | undefined {
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[-/. ]+([a-z]{3,9})\.?[-/., ]+(\d{4})$/i.exec(text);
  const monthFirst = /^([a-z]{3,9})\.?[- ]+(\d{1,2})(?:st|nd|rd|th)?,?[- ]+(\d{4})$/i.exec(text);
  const [day, word, year] = dayFirst === null ? [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]] : dayFirst.slice(1);
  if (day === undefined || word === undefined || year === undefined) return undefined;
  const month = MONTHS.indexOf(word.slice(0, 3).toLowerCase());
  return month === -1 ? undefined : { day, month: String(month + 1), year };
}

function dateOf(cell: string, year = '', month = '', day = ''): DateCell {
  const when = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isWhen(when) && when >= FIRST_DAY ? { type: 'date', when } : badFormat(cell);
}

function badFormat(cell: string): DateCell {
  return {
    type: 'fault', code: 'date-format',
    reason: `${quoted(cell)} is not a date that can be read.`,
    remedy: 'Write dates as YYYY-MM-DD.',
  };
}
