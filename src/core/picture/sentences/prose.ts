import { listed as inList } from '#language/lists.ts';
import { grouped as inGroups } from '#language/numbers.ts';
import { messages, say } from '#language/say.ts';
import { dayInWords, previousQuarterEnd, quarterName, addDays, type When } from '#core/time.ts';
import { moneyProse } from '#core/exposure/money-words.ts';
import type { Picture } from '#core/picture/picture.ts';

/** Headline and subtitle of a card or page, made from the rows it shows. */
export interface CardWords {
  headline: string;
  subtitle: string;
}

const small = messages(['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'] as const);

/** `nine`, `10`: whole numbers up to nine in words. */
export function inWords(count: number): string {
  const word = small[count];
  return word === undefined ? grouped(count) : say(word);
}

/** `Nine`, `10`: the same at the start of a sentence. */
export function atStart(count: number): string {
  const word = inWords(count);
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** The form of a verb that goes with a count. */
export function verb(count: number, one: string, many: string): string {
  return count === 1 ? one : many;
}

/** Modelled money in a sentence: two significant digits, in the currency of the record. */
export function money(picture: Pick<Picture, 'currency'>, amount: number): string {
  return moneyProse(amount, 'modelled', picture.currency);
}

/** `Payments`, `Payments and Identity`, `Payments, Identity and Mobile`. */
export function listed(parts: readonly string[]): string {
  return inList(parts);
}

/** `Q3 2026` for the last day of a quarter, otherwise the day. */
export function periodEnd(day: When): string {
  return previousQuarterEnd(addDays(day, 1)) === day.slice(0, 10) ? quarterName(day) : dayInWords(day);
}

export function sentences(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' ');
}

/** `1,743`: a whole number, not below zero. */
export function grouped(count: number): string {
  return inGroups(count);
}
