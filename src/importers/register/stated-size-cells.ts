import type { PertPoints, StatedSize } from '#core/record/stated-size.ts';
import { readAmount, scaled } from '#importers/csv/amount.ts';
import { isBlank } from '#importers/csv/cell-text.ts';
import type { RowCells } from '#importers/csv/row-cells.ts';
import { storedText } from '#importers/reading/stored-text.ts';
import type { RegisterField } from '#importers/register/register-fields.ts';

/** Columns from which a size can be read that is no range. */
export const statedSizeFields = [
  'mostLikely', 'rateMostLikely', 'likelihoodWord', 'lossWord', 'probability', 'loss', 'low', 'high', 'rate',
] as const satisfies readonly RegisterField[];

/**
 * What a row says of the size that is no pair of ranges, as it says it: PERT points, a probability alone, words or marks
 * of a scale. Nothing is computed from it here. Undefined where it says nothing.
 */
export function statedSizeOf(cells: RowCells<RegisterField>, dollar: string): StatedSize | undefined {
  const size: StatedSize = {};
  const loss = pertOf(cells, ['low', 'mostLikely', 'high']);
  const rate = pertOf(cells, ['rateLow', 'rateMostLikely', 'rateHigh']);
  if (loss !== undefined) size.pertLoss = loss;
  if (rate !== undefined) size.pertRate = rate;
  const probability = probabilityIn(cells);
  if (probability !== undefined) size.probability = probability;
  const likelihoodWord = wordIn(cells, ['likelihoodWord', 'probability', 'rate']);
  const lossWord = wordIn(cells, ['lossWord', 'loss', 'high']);
  if (likelihoodWord !== undefined) size.likelihoodWord = likelihoodWord;
  if (lossWord !== undefined) size.lossWord = lossWord;
  const currency = loss === undefined ? undefined : currencyOf(cells, dollar);
  if (currency !== undefined) size.currency = currency;
  return Object.keys(size).length === 0 ? undefined : size;
}

/** True where the row's ends are limits beside a most likely value, and so no percentiles. */
export function isPert(cells: RowCells<RegisterField>): boolean {
  return !isBlank(cells.get('mostLikely'));
}

function pertOf(cells: RowCells<RegisterField>, fields: readonly [RegisterField, RegisterField, RegisterField]): PertPoints | undefined {
  const [min, mostLikely, max] = fields.map((field) => numberIn(cells, field));
  if (min === undefined || mostLikely === undefined || max === undefined) return undefined;
  return min <= mostLikely && mostLikely <= max ? { min, mostLikely, max } : undefined;
}

function numberIn(cells: RowCells<RegisterField>, field: RegisterField): number | undefined {
  const cell = cells.get(field);
  if (isBlank(cell)) return undefined;
  const amount = readAmount(cell);
  return amount.type === 'amount' ? scaled(amount.value, cells.columns.unit(field).factor) : undefined;
}

/** A probability in 12 months as a number; a number above 1 without a percent sign is a mark of a scale. */
function probabilityIn(cells: RowCells<RegisterField>): number | undefined {
  const cell = cells.get('probability');
  if (isBlank(cell)) return undefined;
  const isPercent = cell.includes('%');
  const amount = readAmount(cell.replaceAll('%', ' '));
  if (amount.type !== 'amount') return undefined;
  const share = scaled(amount.value, isPercent ? 0.01 : cells.columns.unit('probability').factor);
  return share <= 1 ? share : undefined;
}

function wordIn(cells: RowCells<RegisterField>, fields: readonly RegisterField[]): string | undefined {
  for (const field of fields) {
    const cell = cells.get(field);
    if (isBlank(cell)) continue;
    if (field.endsWith('Word') || readAmount(cell).type === 'words') return storedText(cell);
  }
  return undefined;
}

function currencyOf(cells: RowCells<RegisterField>, dollar: string): string | undefined {
  const stated = cells.get('currency').toUpperCase();
  if (/^[A-Z]{3}$/.test(stated)) return stated;
  for (const field of ['mostLikely', 'low', 'high'] as const) {
    const amount = readAmount(cells.get(field));
    const currency = 'currency' in amount ? (amount.currency ?? cells.columns.unit(field).currency) : undefined;
    if (currency !== undefined) return currency === '$' ? dollar : currency;
  }
  return undefined;
}
