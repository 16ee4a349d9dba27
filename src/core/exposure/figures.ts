import { expectedShortfall } from '#core/exposure/expected-shortfall.ts';
import type { YearGrids } from '#core/exposure/grid.ts';
import { momentsOf } from '#core/exposure/moments.ts';
import { occurrenceExceedance, occurrenceQuantile } from '#core/exposure/occurrence.ts';
import { exceedance, quantile } from '#core/exposure/quantiles.ts';
import { noLossOf, type Dependence, type LossSource } from '#core/exposure/yearly-loss.ts';

/** Amounts by percentile, or probabilities by amount; the key is the number as text. */
export type FiguresByNumber = Readonly<Record<string, number>>;

/** The figures of one year's loss. Money in the currency of the input. */
export interface YearFigures {
  /** Average over many years, in closed form. */
  mean: number;
  standardDeviation: number;
  skewness: number;
  quantiles: FiguresByNumber;
  /** P(the year's total > amount). */
  exceedance: FiguresByNumber;
  /** Average of the worst 5% and of the worst 1% of years. */
  es95: number;
  es99: number;
  pNoLoss: number;
  /** The largest single loss of the year. */
  occurrence: { quantiles: FiguresByNumber; exceedance: FiguresByNumber };
}

export interface FiguresAsked {
  percentiles: readonly number[];
  thresholds: readonly number[];
}

/** Reads every figure of a year off its grids; means and moments come from the closed forms. */
export function yearFigures(sources: readonly LossSource[], dependence: Dependence, grids: YearGrids, asked: FiguresAsked): YearFigures {
  const { mean, variance, skewness } = momentsOf(sources, dependence);
  const noLoss = noLossOf(sources, dependence);
  return {
    mean,
    standardDeviation: Math.sqrt(variance),
    skewness,
    quantiles: rising(asked.percentiles, (p) => quantile(grids, noLoss, p)),
    exceedance: falling(asked.thresholds, (amount) => exceedance(grids, noLoss, amount)),
    es95: expectedShortfall(grids, { mean, noLoss }, 0.95),
    es99: expectedShortfall(grids, { mean, noLoss }, 0.99),
    pNoLoss: noLoss,
    occurrence: {
      quantiles: byNumber(asked.percentiles, (p) => occurrenceQuantile(sources, dependence, p)),
      exceedance: byNumber(asked.thresholds, (amount) => occurrenceExceedance(sources, dependence, amount)),
    },
  };
}

function byNumber(numbers: readonly number[], figure: (number: number) => number): FiguresByNumber {
  return Object.fromEntries(numbers.map((number) => [String(number), figure(number)]));
}

/** Two grids may differ in the fifth digit; a higher percentile never shows the smaller amount. */
export function rising(percentiles: readonly number[], figure: (p: number) => number): FiguresByNumber {
  const amounts = new Map<number, number>();
  let largest = 0;
  for (const p of percentiles.toSorted((a, b) => a - b)) {
    largest = Math.max(largest, figure(p));
    amounts.set(p, largest);
  }
  return byNumber(percentiles, (p) => amounts.get(p) ?? 0);
}

/** A larger amount never shows the larger chance. */
export function falling(thresholds: readonly number[], figure: (amount: number) => number): FiguresByNumber {
  const chances = new Map<number, number>();
  let smallest = 1;
  for (const amount of thresholds.toSorted((a, b) => a - b)) {
    smallest = Math.min(smallest, figure(amount));
    chances.set(amount, smallest);
  }
  return byNumber(thresholds, (amount) => chances.get(amount) ?? 0);
}
