import { moneyMark, moneyProse as prose, moneySpoken as spoken, type Precision } from '#core/exposure/money-words.ts';

/**
 * The record's money in the three forms a page needs, in the order a page has them at hand. Modelled
 * figures carry two significant digits; limits and stated ranges are `exact`.
 */

/** How each amount that was written short is said, so that words which hold one can be said too. */
const saidOf = new Map<string, string>();
const MOST_KEPT = 10_000;

/** An amount as it is written short in any language: a sign, digits, a mark of thousands, millions or billions. */
const SHORT = /[+\u00B1\u2212]?(?:[A-Z]{3} |[$€£¥])[\d.,]*\d(?:[kMB]\b)?|[+\u00B1\u2212]?\d[\d.,]*\s(?:(?:Tsd\.|Mio\.|Mrd\.)\s)?(?:[A-Z]{3}\b|[$€£¥])/g;

/** A text cut where a short amount stands in it; `spoken` is how that is said, for amounts `moneyShort` wrote. */
export function spokenPieces(text: string): readonly { text: string; spoken: string | undefined }[] {
  const pieces: { text: string; spoken: string | undefined }[] = [];
  let from = 0;
  for (const match of text.matchAll(SHORT)) {
    // A difference is written with its sign before the amount.
    const sign = /^[+\u00B1]/.exec(match[0])?.[0] ?? '';
    const amount = saidOf.get(match[0].slice(sign.length));
    if (amount === undefined) continue;
    const said = `${sign}${amount}`;
    if (match.index > from) pieces.push({ text: text.slice(from, match.index), spoken: undefined });
    pieces.push({ text: match[0], spoken: said });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), spoken: undefined });
  return pieces;
}

/** A text with its short amounts as they are said: for words that are heard and not seen. */
export function spokenIn(text: string): string {
  return spokenPieces(text).map((piece) => piece.spoken ?? piece.text).join('');
}

/** `$1.2M`, `$450k`: on marks and in tables. */
export function moneyShort(amount: number, currency: string, precision: Precision = 'modelled'): string {
  const text = moneyMark(amount, precision, currency);
  if (!saidOf.has(text)) {
    if (saidOf.size >= MOST_KEPT) saidOf.clear();
    // What rounds to nothing is written, and said, without a sign.
    saidOf.set(text, spoken(text.startsWith('\u2212') ? amount : Math.abs(amount), precision, currency));
  }
  return text;
}

/** `$1.2 million`, `$450,000`: inside a sentence. */
export function moneyProse(amount: number, currency: string, precision: Precision = 'modelled'): string {
  return prose(amount, precision, currency);
}

/** `1.2 million dollars`: the form a screen reader gets. */
export function moneySpoken(amount: number, currency: string, precision: Precision = 'modelled'): string {
  return spoken(amount, precision, currency);
}
