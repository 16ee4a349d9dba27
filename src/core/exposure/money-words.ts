/** How an amount is rounded: `modelled` to two significant digits, `exact` to the unit. */
export type Precision = 'modelled' | 'exact';

export const DEFAULT_CURRENCY = 'USD';

const signs: Readonly<Record<string, string>> = { USD: '$', EUR: '€', GBP: '£', JPY: '¥' };
const units: Readonly<Record<string, string>> = { USD: 'dollars', EUR: 'euros', GBP: 'pounds', JPY: 'yen' };
const MINUS = '−';

const scales = [
  { size: 1e9, mark: 'B', word: 'billion' },
  { size: 1e6, mark: 'M', word: 'million' },
] as const;

/** `$1.2M`, `$450k`, `$800`: for marks and tables. */
export function moneyMark(amount: number, precision: Precision, currency: string = DEFAULT_CURRENCY): string {
  const rounded = sized(amount, precision);
  const scale = scaleOf(rounded, precision);
  if (scale !== undefined) return written(amount, currency, `${digits(rounded / scale.size)}${scale.mark}`);
  if (rounded >= 1000 && rounded % 1000 === 0) return written(amount, currency, `${digits(rounded / 1000)}k`);
  return written(amount, currency, digits(rounded));
}

/** `$1.2 million`, `$450,000`: for sentences. */
export function moneyProse(amount: number, precision: Precision, currency: string = DEFAULT_CURRENCY): string {
  const rounded = sized(amount, precision);
  const scale = scaleOf(rounded, precision);
  const text = scale === undefined ? digits(rounded) : `${digits(rounded / scale.size)} ${scale.word}`;
  return written(amount, currency, text);
}

/** `1.2 million dollars`: for screen readers. */
export function moneySpoken(amount: number, precision: Precision, currency: string = DEFAULT_CURRENCY): string {
  const rounded = sized(amount, precision);
  const scale = scaleOf(rounded, precision);
  const text = scale === undefined ? digits(rounded) : `${digits(rounded / scale.size)} ${scale.word}`;
  return `${amount < 0 && rounded !== 0 ? 'minus ' : ''}${text} ${units[currency] ?? currency}`;
}

function sized(amount: number, precision: Precision): number {
  const size = Math.abs(amount);
  return precision === 'exact' ? Math.round(size) : Number(size.toPrecision(2));
}

/** An exact amount takes a scale only where nothing is lost by it. */
function scaleOf(rounded: number, precision: Precision) {
  const scale = scales.find(({ size }) => rounded >= size);
  if (scale === undefined || precision === 'modelled') return scale;
  return Number((rounded / scale.size).toFixed(2)) * scale.size === rounded ? scale : undefined;
}

function written(amount: number, currency: string, text: string): string {
  const minus = amount < 0 && text !== '0' ? MINUS : '';
  const sign = signs[currency];
  return sign === undefined ? `${minus}${currency} ${text}` : `${minus}${sign}${text}`;
}

/** Thousands grouped by commas, at most two digits after the point. */
function digits(value: number): string {
  const [whole = '0', part] = String(Number(value.toFixed(2))).split('.');
  const groups = whole.length < 4 ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return part === undefined ? groups : `${groups}.${part}`;
}
