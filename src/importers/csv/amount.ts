import { quoted } from '#importers/reading/place.ts';

/** What a cell of money or of a plain number says. */
export type Amount =
  | { type: 'amount'; value: number; currency: string | undefined }
  | { type: 'range'; low: number; high: number; currency: string | undefined }
  /** It says something, and no amount: `High`, `4 - Major`. */
  | { type: 'words' }
  | { type: 'fault'; code: 'number-format' | 'number-range' | 'two-currencies'; reason: string };

/** Largest amount that is read; more is a slip of the keyboard. */
const MOST = 1e15;

const signs: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP', '¥': 'JPY', '₹': 'INR', '₩': 'KRW', '₪': 'ILS', '₺': 'TRY' };

const codes: ReadonlySet<string> = new Set([
  'AED', 'ARS', 'AUD', 'BGN', 'BRL', 'CAD', 'CHF', 'CLP', 'CNY', 'COP', 'CZK', 'DKK', 'EGP', 'EUR', 'GBP', 'HKD', 'HUF',
  'IDR', 'ILS', 'INR', 'ISK', 'JPY', 'KES', 'KRW', 'KWD', 'MXN', 'MYR', 'NGN', 'NOK', 'NZD', 'PEN', 'PHP', 'PKR', 'PLN',
  'QAR', 'RON', 'SAR', 'SEK', 'SGD', 'THB', 'TRY', 'TWD', 'UAH', 'USD', 'VND', 'ZAR',
]);

const factors: ReadonlyMap<string, number> = new Map([
  ['k', 1e3], ['thousand', 1e3], ['thousands', 1e3], ['m', 1e6], ['mn', 1e6], ['mm', 1e6], ['mio', 1e6],
  ['million', 1e6], ['millions', 1e6], ['b', 1e9], ['bn', 1e9], ['billion', 1e9],
]);

const TOKEN = /(?<sign>(?:US|CA|AU|NZ|HK|SG)?\$|[€£¥₹₩₪₺])|(?<number>[+\-−]?\d[\d.,'’\u00a0\u202f ]*(?:e[+-]?\d+)?)|(?<word>[A-Za-z]+)|(?<dash>[–—−-])|(?<other>\S)/gu;

/**
 * Reads one amount or a range of two: `1,000`, `$1.2M`, `EUR 300k`, `100k - 500k`, `1 to 2 million`.
 * Separators that can mean two things (`1.000`, `1,5`) and bookkeepers' brackets are not guessed. `currency` is an ISO 4217 code,
 * or `$` where only that sign stands. Amounts are zero or more and at most 1e15.
 */
export function readAmount(cell: string): Amount {
  const text = cell.trim();
  if (/^(nan|[+-]?inf(inity)?|#[a-z0-9/!?]+)$/i.test(text)) return unreadable(cell);
  const reading = new AmountReading();
  for (const { groups } of text.matchAll(TOKEN)) reading.take(groups ?? {});
  if (reading.currencies.size > 1) {
    return { type: 'fault', code: 'two-currencies', reason: `${quoted(cell)} names two currencies.` };
  }
  const [currency] = reading.currencies;
  const [low, high, more] = reading.amounts();
  if (reading.unknownWord && (currency === undefined || low === undefined)) return { type: 'words' };
  if (reading.unreadable || reading.unknownWord || more !== undefined) return unreadable(cell);
  if (low === undefined) return /\d/.test(text) ? unreadable(cell) : { type: 'words' };
  if (high !== undefined && !reading.isRange) return unreadable(cell);
  if (![low, high ?? low].every((value) => value >= 0 && value <= MOST)) {
    return { type: 'fault', code: 'number-range', reason: `${quoted(cell)} is outside what an amount can be.` };
  }
  return high === undefined ? { type: 'amount', value: low, currency } : { type: 'range', low, high, currency };
}

/** A product without the last digits that binary fractions add: 1.1 million is 1100000. */
export function scaled(value: number, factor: number): number {
  return factor === 1 ? value : Number((value * factor).toPrecision(15));
}

type TokenGroups = Partial<Record<string, string>>;

/** What the pieces of one cell add up to. */
class AmountReading {
  readonly currencies = new Set<string>();
  isRange = false;
  unreadable = false;
  unknownWord = false;
  readonly #numbers: { value: number; factor: number | undefined }[] = [];

  take({ sign, number, word, dash, other }: TokenGroups): void {
    if (sign !== undefined) this.currencies.add(sign.length === 3 ? `${sign.slice(0, 2)}D` : (signs[sign] ?? sign));
    else if (number !== undefined) this.#takeNumber(number);
    else if (word !== undefined) this.#takeWord(word);
    else if (dash !== undefined && this.#numbers.length > 0) this.isRange = true;
    else if (other !== undefined || dash !== undefined) this.unreadable = true;
  }

  /** The numbers in full; a factor after the second of two holds for both: `1 to 2 million`. */
  amounts(): readonly number[] {
    const shared = this.#numbers.length === 2 && this.#numbers[0]?.factor === undefined ? this.#numbers[1]?.factor : undefined;
    return this.#numbers.map(({ value, factor }) => scaled(value, factor ?? shared ?? 1));
  }

  #takeNumber(text: string): void {
    const isSecond = this.#numbers.length > 0 && /^[-−]/.test(text) && !this.isRange;
    if (isSecond) this.isRange = true;
    const value = plainNumber(isSecond ? text.slice(1) : text);
    if (value === undefined) this.unreadable = true;
    else this.#numbers.push({ value, factor: undefined });
  }

  #takeWord(word: string): void {
    const last = this.#numbers.at(-1);
    const factor = factors.get(word.toLowerCase());
    if (factor !== undefined && last !== undefined && last.factor === undefined) last.factor = factor;
    else if (codes.has(word.toUpperCase())) this.currencies.add(word.toUpperCase());
    else if (/^(to|and|between|from)$/i.test(word)) this.isRange = true;
    else this.unknownWord = true;
  }
}

/** A number with its thousands separated or not; `undefined` where the separators can mean two things. */
function plainNumber(text: string): number | undefined {
  const compact = text.trim().replaceAll(/[\s'’]/g, ' ').replace('−', '-');
  if (/^[+-]?[1-9]\d{0,2}\.\d{3}$/.test(compact)) return undefined;
  if (/^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(compact)) return Number(compact);
  if (/^[+-]?\d{1,3}( \d{3})+([.,]\d{1,2})?$/.test(compact)) return Number(compact.replaceAll(' ', '').replace(',', '.'));
  if (/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(compact) || /^[+-]?\d{1,2}(,\d{2})+,\d{3}(\.\d+)?$/.test(compact)) {
    return Number(compact.replaceAll(',', ''));
  }
  if (/^[+-]?\d{1,3}(\.\d{3})+,\d+$/.test(compact) || /^[+-]?\d{1,3}(\.\d{3}){2,}$/.test(compact)) {
    return Number(compact.replaceAll('.', '').replace(',', '.'));
  }
  return undefined;
}

function unreadable(cell: string): Amount {
  return { type: 'fault', code: 'number-format', reason: `${quoted(cell)} cannot be read as an amount.` };
}
