import { readAmount } from '#importers/csv/amount.ts';

/** What a column name says about the numbers below it. */
export interface HeaderUnit {
  /** ISO 4217 code, or `$` where only that sign stands. */
  currency: string | undefined;
  /** What one of the column is worth: 1,000 for `Loss ($k)`, 0.01 for `Probability (%)`. */
  factor: number;
}

/** Reads currency and multiplier from a column name such as `High loss (EUR m)`, `Loss low in $000` or `Chance (%)`. */
export function unitOf(header: string): HeaderUnit {
  if (header.includes('%')) return { currency: undefined, factor: 0.01 };
  const inBrackets = [...header.matchAll(/[([]([^)\]]*)[)\]]/g)].map((match) => match[1] ?? '').join(' ');
  const afterIn = /\bin\s+(.+)$/i.exec(header)?.[1] ?? '';
  const trailing = /\s(\S+)$/.exec(header.replaceAll(/[([][^)\]]*[)\]]/g, ' ').trim())?.[1] ?? '';
  for (const text of [inBrackets, afterIn, trailing]) {
    const unit = unitText(text);
    if (unit !== undefined) return unit;
  }
  return { currency: undefined, factor: 1 };
}

/** A unit is whatever turns a bare 1 beside it into an amount: `$k`, `EUR m`, `thousands`, `$000`. */
function unitText(text: string): HeaderUnit | undefined {
  const thousands = /^(.*?)['’]?000s?$/.exec(text.trim());
  const plain = (thousands?.[1] ?? text).replace(/^in\s+/i, '').trim();
  if (thousands !== null && plain === '') return { currency: undefined, factor: 1_000 };
  const letters = plain.replace(/^([$€£])\s*(k|m|bn|mn)$/i, '$2 $1').replace(/^(k|m|bn|mn)([$€£])$/i, '$1 $2');
  if (!/^[$€£¥A-Za-z ]+$/.test(letters)) return undefined;
  const amount = readAmount(`1 ${letters}`);
  if (amount.type !== 'amount') return undefined;
  if (amount.currency === undefined && amount.value === 1) return undefined;
  return { currency: amount.currency, factor: amount.value * (thousands === null ? 1 : 1_000) };
}
