import { readAmount, scaled, type Amount } from '#importers/csv/amount.ts';
import { quoted } from '#importers/reading/place.ts';

/** Events a year, or why they cannot be told. */
export type RateCell =
  | { type: 'rate'; low: number; high: number }
  | { type: 'words' }
  | { type: 'fault'; code: string; reason: string };

const yearsIn: Readonly<Record<string, number>> = { year: 1, years: 1, yr: 1, yrs: 1, annum: 1, quarter: 1 / 4, month: 1 / 12, months: 1 / 12, week: 1 / 52 };

/**
 * Events a year from a cell: `0.3`, `0.1 - 0.5`, `2 per year`, `1 in 10 years`, `once in 5 years`,
 * `every 3 months`. Words such as `Likely` are no rate. A rate may be over 1.
 */
export function readRate(cell: string, factor: number): RateCell {
  const text = cell.trim().toLowerCase();
  const every = /^(?:(\d+(?:\.\d+)?|once|one|twice)\s+)?(?:in|every|per|a)\s+(?:(\d+(?:\.\d+)?)\s+)?(year|years|yr|yrs|annum|quarter|month|months|week)s?$/.exec(text);
  if (every !== null) {
    const [, times = 'once', count = '1', period = 'year'] = every;
    const events = times === 'once' || times === 'one' ? 1 : times === 'twice' ? 2 : Number(times);
    const rate = events / (Number(count) * (yearsIn[period] ?? 1));
    return Number.isFinite(rate) ? { type: 'rate', low: rate, high: rate } : { type: 'words' };
  }
  const slash = /^(\d+(?:\.\d+)?)\s*(?:\/|\sp\.?)\s*(?:y|yr|year|a)\.?$/.exec(text);
  return rangeOf(readAmount(slash?.[1] ?? text.replace(/%$/, '')), factor * (text.endsWith('%') && factor === 1 ? 0.01 : 1));
}

/**
 * Events a year from the probability of at least one event in 12 months: rate = -ln(1 - p), as events of a
 * Poisson process have it. `30%` and `0.3` are probabilities; a number over 1 without a percent sign is a
 * scale and no probability. A certainty has no finite rate and is a fault.
 */
export function readProbability(cell: string, factor: number): RateCell {
  const percent = /%\s*$/.test(cell) || /%/.test(cell);
  const range = rangeOf(readAmount(cell.replaceAll('%', ' ')), percent ? 0.01 : factor);
  if (range.type !== 'rate') return range;
  if (!percent && factor === 1 && range.high > 1) return { type: 'words' };
  if (range.high >= 1) {
    return { type: 'fault', code: 'number-range', reason: `${quoted(cell)} is not a probability below 100%.` };
  }
  return { type: 'rate', low: -Math.log1p(-range.low), high: -Math.log1p(-range.high) };
}

function rangeOf(amount: Amount, factor: number): RateCell {
  switch (amount.type) {
    case 'words':
      return { type: 'words' };
    case 'fault':
      return { type: 'fault', code: amount.code, reason: amount.reason };
    case 'amount':
      return { type: 'rate', low: scaled(amount.value, factor), high: scaled(amount.value, factor) };
    case 'range':
      return { type: 'rate', low: scaled(amount.low, factor), high: scaled(amount.high, factor) };
  }
}
