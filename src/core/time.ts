import { writtenDay } from '#language/dates.ts';

/**
 * Calendar arithmetic on ISO 8601 text. The only file of the core that touches `Date`, and only to
 * convert: no function here reads a clock. A `When` is a date (`2026-06-30`) or an instant
 * (`2026-06-30T12:00:00Z`) that was checked where it entered; rules reason in whole UTC days.
 */
export type When = string;

/** Day number of 9999-12-31. */
const LAST_DAY = 2_932_896;
const MILLISECONDS_A_DAY = 86_400_000;
const WHEN = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/;

/** True for a real calendar date or UTC instant in ISO 8601 form; `2026-02-30` is refused. */
export function isWhen(text: string): boolean {
  if (!WHEN.test(text)) return false;
  const date = text.slice(0, 10);
  if (new Date(`${date}T00:00:00Z`).toString() === 'Invalid Date') return false;
  return isoDay(dayOf(date)) === date && !Number.isNaN(Date.parse(text));
}

/** Whole UTC days since 1970-01-01. An instant with an offset counts on its UTC day. */
export function dayOf(when: When): number {
  if (when.length === 10 || when.endsWith('Z')) {
    const year = digits(when, 0, 4);
    const month = digits(when, 5, 7);
    return daysFromCivil(year, month, digits(when, 8, 10));
  }
  return Math.floor(Date.parse(when) / MILLISECONDS_A_DAY);
}

/** Milliseconds since 1970-01-01 in UTC. A date without a time is its first moment, so every two moments are in one order. */
export function instantOf(when: When): number {
  return when.length === 10 ? dayOf(when) * MILLISECONDS_A_DAY : Date.parse(when);
}

/** The ISO date of a day number, for the years 0000 to 9999. */
export function isoDay(day: number): When {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchBased = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * marchBased + 2) / 5) + 1;
  const month = marchBased < 10 ? marchBased + 3 : marchBased - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${date < 10 ? '0' : ''}${date}`;
}

/** Days from `earlier` to `later`; negative when they are the other way round. */
export function daysBetween(earlier: When, later: When): number {
  return dayOf(later) - dayOf(earlier);
}

export function addDays(when: When, days: number): When {
  return isoDay(dayOf(when) + days);
}

/** The last day a record can hold: as of then, everything is. */
export const END_OF_TIME: When = '9999-12-31';

/**
 * The day after that of `when`, as text that sorts after everything within the day. The day after the last one has no
 * four digits for its year and would sort first: it is `~`, which sorts after every date and is none.
 */
export function dayAfter(when: When): string {
  const day = dayOf(when);
  return day >= LAST_DAY ? '~' : isoDay(day + 1);
}

/** Last day of the calendar quarter before the one that holds `when`. */
export function previousQuarterEnd(when: When): When {
  const year = digits(when, 0, 4);
  const quarter = Math.floor((digits(when, 5, 7) - 1) / 3);
  const ends = [`${year - 1}-12-31`, `${year}-03-31`, `${year}-06-30`, `${year}-09-30`];
  return ends[quarter] ?? `${year}-09-30`;
}

/** `Q4 2026` for any day of that quarter. */
export function quarterName(when: When): string {
  return `Q${Math.floor((digits(when, 5, 7) - 1) / 3) + 1} ${when.slice(0, 4)}`;
}

/** `7 Jul 2026`: the form every date takes on screen, in the language that is set. */
export function dayInWords(when: When): string {
  return writtenDay(when.slice(0, 4), digits(when, 5, 7), digits(when, 8, 10));
}

/** Later of two moments on the record; an instant is compared by its text only within one day. */
export function isAfter(a: When, b: When): boolean {
  const difference = dayOf(a) - dayOf(b);
  return difference > 0 || (difference === 0 && a.length > 10 && b.length > 10 && Date.parse(a) > Date.parse(b));
}

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let index = from; index < to; index += 1) value = value * 10 + (text.charCodeAt(index) - 48);
  return value;
}

/** Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil; `isoDay` is its civil_from_days. */
function daysFromCivil(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}
