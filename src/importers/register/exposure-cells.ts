import type { ExposureRange } from '#core/record/entities.ts';
import { readAmount, scaled } from '#importers/csv/amount.ts';
import { isBlank } from '#importers/csv/cell-text.ts';
import { readProbability, readRate, type RateCell } from '#importers/register/rate.ts';
import type { RegisterField } from '#importers/register/register-fields.ts';
import type { RowCells } from '#importers/csv/row-cells.ts';
import { isPert } from '#importers/register/stated-size-cells.ts';

/** What the money columns of one row say. */
export type ExposureCells =
  | { type: 'range'; exposure: ExposureRange; oneFigure: boolean }
  /** No range: nothing stated, words where money is asked for, only one end, or limits beside a most likely value. */
  | { type: 'none'; why: 'blank' | 'words' | 'one-end' | 'pert' }
  | { type: 'fault'; code: string; reason: string };

/** How the whole table's money is to be read. */
export interface MoneyReading {
  /** The code that a bare dollar sign stands for. */
  dollar: string;
  /** Every loss of the table is a bare whole number up to 10: a scale, not money. */
  isScale: boolean;
}

interface Money {
  low: number | undefined;
  high: number | undefined;
  oneFigure: boolean;
}

/**
 * The range of one loss and of events a year from a row. Words (`High`) are never turned into money; a fault is
 * an amount that cannot be right: negative, low end over high end, two currencies.
 */
export function exposureOf(cells: RowCells<RegisterField>, reading: MoneyReading): ExposureCells {
  const currencies = new Set<string>();
  const stated = cells.get('currency').toUpperCase();
  if (/^[A-Z]{3}$/.test(stated)) currencies.add(stated);
  const money = moneyOf(cells, currencies, reading);
  if ('type' in money) return money;
  const [currency, other] = [...currencies];
  if (other !== undefined) return { type: 'fault', code: 'two-currencies', reason: `The row names two currencies, ${currency} and ${other}.` };
  const { low, high } = money;
  if (low === undefined || high === undefined) {
    return { type: 'none', why: low === high ? 'blank' : 'one-end' };
  }
  if (low > high) return { type: 'fault', code: 'range', reason: `The low end, ${low}, is above the high end, ${high}.` };
  if (isPert(cells)) return { type: 'none', why: 'pert' };
  const rate = ratesOf(cells);
  if (rate.type === 'fault') return rate;
  const exposure: ExposureRange = { low, high };
  if (rate.type === 'rate') {
    if (rate.low > rate.high) return { type: 'fault', code: 'range', reason: 'The low rate is above the high rate.' };
    exposure.rateLow = rate.low;
    exposure.rateHigh = rate.high;
  }
  if (currency !== undefined) exposure.currency = currency;
  return { type: 'range', exposure, oneFigure: money.oneFigure };
}

function moneyOf(cells: RowCells<RegisterField>, currencies: Set<string>, reading: MoneyReading): Money | ExposureCells {
  const money: Money = { low: undefined, high: undefined, oneFigure: false };
  let words = false;
  for (const field of ['low', 'high', 'loss'] as const) {
    const cell = cells.get(field);
    if (isBlank(cell)) continue;
    const amount = readAmount(cell);
    if (amount.type === 'fault') return { type: 'fault', code: amount.code, reason: amount.reason };
    if (amount.type === 'words' || reading.isScale) {
      words = true;
      continue;
    }
    const unit = cells.columns.unit(field);
    for (const currency of [amount.currency, unit.currency]) {
      if (currency === undefined) continue;
      const statesOther = currency === '$' && [...currencies].some((code) => code.endsWith('D'));
      if (!statesOther) currencies.add(currency === '$' ? reading.dollar : currency);
    }
    const [low, high] = amount.type === 'range' ? [amount.low, amount.high] : [amount.value, amount.value];
    if (field !== 'high') money.low ??= scaled(low, unit.factor);
    if (field !== 'low') money.high ??= scaled(high, unit.factor);
    if (field === 'loss') money.oneFigure = amount.type === 'amount' && money.low === money.high;
  }
  return words && (money.low === undefined || money.high === undefined) ? { type: 'none', why: 'words' } : money;
}

function ratesOf(cells: RowCells<RegisterField>): RateCell {
  const low = rateIn(cells, 'rateLow', readRate);
  const high = rateIn(cells, 'rateHigh', readRate);
  if (low.type === 'fault' || high.type === 'fault') return low.type === 'fault' ? low : high;
  if (low.type === 'rate' && high.type === 'rate') return { type: 'rate', low: low.low, high: high.high };
  const single = rateIn(cells, 'rate', readRate);
  return single.type === 'words' ? rateIn(cells, 'probability', readProbability) : single;
}

function rateIn(cells: RowCells<RegisterField>, field: RegisterField, read: (cell: string, factor: number) => RateCell): RateCell {
  const cell = cells.get(field);
  return isBlank(cell) ? { type: 'words' } : read(cell, cells.columns.unit(field).factor);
}
