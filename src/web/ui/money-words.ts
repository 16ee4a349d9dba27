/**
 * Money as it stands on marks and in tables (`$1.2M`) and as it is spoken (`1.2 million dollars`).
 * Both round the same way, so that they cannot differ.
 */
interface Rounded {
  digits: string;
  scale: '' | 'k' | 'M' | 'B';
}

const SYMBOLS: Readonly<Record<string, string>> = { USD: '$', EUR: '€', GBP: '£', CHF: 'CHF ', NOK: 'NOK ', SEK: 'SEK ', DKK: 'DKK ' };
const SPOKEN: Readonly<Record<string, string>> = { USD: 'dollars', EUR: 'euros', GBP: 'pounds' };
const SCALE_WORDS = { '': '', k: ' thousand', M: ' million', B: ' billion' } as const;

/** `$1.2M`, `$450k`, `$900`; a true minus sign below zero. An unknown currency stands as its code. */
export function moneyShort(amount: number, currency: string): string {
  const { digits, scale } = rounded(Math.abs(amount));
  return `${sign(amount, digits)}${symbolOf(currency)}${digits}${scale}`;
}

/** `$5M`, `$2.5M`: an axis tick, without a decimal that says nothing. */
export function moneyTick(amount: number, currency: string): string {
  return moneyShort(amount, currency).replace(/\.0(?=[MB])/, '');
}

/** `1.2 million dollars`, the form a screen reader gets. */
export function moneySpoken(amount: number, currency: string): string {
  const { digits, scale } = rounded(Math.abs(amount));
  return `${amount < 0 && digits !== '0' ? 'minus ' : ''}${digits}${SCALE_WORDS[scale]} ${SPOKEN[currency] ?? currency}`;
}

function rounded(amount: number): Rounded {
  if (amount >= 999_950_000) return { digits: (amount / 1e9).toFixed(1), scale: 'B' };
  if (amount >= 999_500) return { digits: (amount / 1e6).toFixed(1), scale: 'M' };
  if (amount >= 999.5) return { digits: (amount / 1e3).toFixed(0), scale: 'k' };
  return { digits: amount.toFixed(0), scale: '' };
}

function sign(amount: number, digits: string): string {
  return amount < 0 && digits !== '0' ? '\u2212' : '';
}

function symbolOf(currency: string): string {
  return SYMBOLS[currency] ?? `${currency} `;
}
