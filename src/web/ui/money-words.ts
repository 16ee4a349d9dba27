import { moneyMark, moneyProse as prose, moneySpoken as spoken, type Precision } from '#core/exposure/money-words.ts';

/**
 * The record's money in the three forms a page needs, in the order a page has them at hand. Modelled
 * figures carry two significant digits; limits and stated ranges are `exact`.
 */

/** `$1.2M`, `$450k`: on marks and in tables. */
export function moneyShort(amount: number, currency: string, precision: Precision = 'modelled'): string {
  return moneyMark(amount, precision, currency);
}

/** `$1.2 million`, `$450,000`: inside a sentence. */
export function moneyProse(amount: number, currency: string, precision: Precision = 'modelled'): string {
  return prose(amount, precision, currency);
}

/** `1.2 million dollars`: the form a screen reader gets. */
export function moneySpoken(amount: number, currency: string, precision: Precision = 'modelled'): string {
  return spoken(amount, precision, currency);
}
