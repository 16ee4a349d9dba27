import { dayInWords, dayOf, isoDay, isWhen, type When } from '#core/time.ts';

/** A date as a source gives it: a day, or a month or year whose day is not given. */
export interface PartialDate {
  /** First day it can mean. */
  from: When;
  /** Last day it can mean; the same where the day is given. */
  to: When;
  /** `8 Mar 2017`, `Mar 2017, day not given`, `2015, day not given`. */
  words: string;
}

/** Reads `2017`, `2017-03` or `2017-03-08`; undefined for any other text and for dates that no calendar has. */
export function partialDate(text: string | null | undefined): PartialDate | undefined {
  if (text === null || text === undefined) return undefined;
  if (isWhen(text)) return { from: text.slice(0, 10), to: text.slice(0, 10), words: dayInWords(text) };
  const first = /^\d{4}$/.test(text) ? `${text}-01-01` : /^\d{4}-\d{2}$/.test(text) ? `${text}-01` : '';
  if (!isWhen(first)) return undefined;
  const isYear = text.length === 4;
  const [year, month] = [Number(text.slice(0, 4)), Number(text.slice(5, 7))];
  const next = isYear || month === 12 ? `${String(year + 1).padStart(4, '0')}-01-01` : `${text.slice(0, 4)}-${String(month + 1).padStart(2, '0')}-01`;
  const words = isYear ? text : dayInWords(first).slice(2);
  return { from: first, to: isoDay(dayOf(next) - 1), words: `${words}, day not given` };
}
