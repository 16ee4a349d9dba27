import { currentLanguage, type LanguageTag } from '#language/current.ts';
import { decimal } from '#language/numbers.ts';

/** How an amount is rounded: `modelled` to two significant digits, `exact` to the unit. */
export type Precision = 'modelled' | 'exact';

export const DEFAULT_CURRENCY = 'USD';

const signs: Readonly<Record<string, string>> = { USD: '$', EUR: '€', GBP: '£', JPY: '¥' };
const units: Readonly<Record<LanguageTag, Readonly<Record<string, string>>>> = {
  en: { USD: 'dollars', EUR: 'euros', GBP: 'pounds', JPY: 'yen' },
  de: { USD: 'Dollar', EUR: 'Euro', GBP: 'Pfund', JPY: 'Yen' },
};
const MINUS = '−';

/** Sizes with their mark in tables, their word in sentences, and the words that are spoken, for one and for several. */
const scales: Readonly<Record<LanguageTag, readonly { size: number; mark: string; word: string; one: string; many: string }[]>> = {
  en: [
    { size: 1e9, mark: 'B', word: ' billion', one: ' billion', many: ' billion' },
    { size: 1e6, mark: 'M', word: ' million', one: ' million', many: ' million' },
  ],
  de: [
    { size: 1e9, mark: '\u00a0Mrd.', word: '\u00a0Mrd.', one: ' Milliarde', many: ' Milliarden' },
    { size: 1e6, mark: '\u00a0Mio.', word: '\u00a0Mio.', one: ' Million', many: ' Millionen' },
  ],
};
const thousand: Readonly<Record<LanguageTag, string>> = { en: 'k', de: '\u00a0T' };

/** `$1.2M`, `$450k`, `$800`: for marks and tables. */
export function moneyMark(amount: number, precision: Precision, currency: string = DEFAULT_CURRENCY): string {
  const rounded = sized(amount, precision);
  const scale = scaleOf(rounded, precision);
  if (scale !== undefined) return written(amount, currency, `${digits(rounded / scale.size)}${scale.mark}`);
  if (rounded >= 1000 && rounded % 1000 === 0) return written(amount, currency, `${digits(rounded / 1000)}${thousand[currentLanguage().tag]}`);
  return written(amount, currency, digits(rounded));
}

/** `$1.2 million`, `$450,000`: for sentences. */
export function moneyProse(amount: number, precision: Precision, currency: string = DEFAULT_CURRENCY): string {
  const rounded = sized(amount, precision);
  const scale = scaleOf(rounded, precision);
  const text = scale === undefined ? digits(rounded) : `${digits(rounded / scale.size)}${scale.word}`;
  return written(amount, currency, text);
}

/** `1.2 million dollars`: for screen readers. */
export function moneySpoken(amount: number, precision: Precision, currency: string = DEFAULT_CURRENCY): string {
  const { tag } = currentLanguage();
  const rounded = sized(amount, precision);
  const scale = scaleOf(rounded, precision);
  const size = scale === undefined ? rounded : rounded / scale.size;
  const word = scale === undefined ? '' : size === 1 ? scale.one : scale.many;
  return `${amount < 0 && rounded !== 0 ? 'minus ' : ''}${digits(size)}${word} ${units[tag][currency] ?? currency}`;
}

function sized(amount: number, precision: Precision): number {
  const size = Math.abs(amount);
  return precision === 'exact' ? Math.round(size) : Number(size.toPrecision(2));
}

/** An exact amount takes a scale only where nothing is lost by it. */
function scaleOf(rounded: number, precision: Precision) {
  const scale = scales[currentLanguage().tag].find(({ size }) => rounded >= size);
  if (scale === undefined || precision === 'modelled') return scale;
  return Number((rounded / scale.size).toFixed(2)) * scale.size === rounded ? scale : undefined;
}

/** The sign stands before the amount in English and after it in German. */
function written(amount: number, currency: string, text: string): string {
  const sign = amount < 0 && text !== '0' ? MINUS : '';
  const unit = signs[currency];
  if (currentLanguage().tag === 'de') return `${sign}${text}${text.endsWith('T') ? '' : '\u00a0'}${unit ?? currency}`;
  return unit === undefined ? `${sign}${currency} ${text}` : `${sign}${unit}${text}`;
}

/** Thousands set apart, at most two digits after the point. */
function digits(value: number): string {
  return decimal(value, 2);
}
