import type { CommonCauseInput, InputRefusal, RiskInput } from '#core/exposure/portfolio-input.ts';
import type { FiguresByNumber } from '#core/exposure/figures.ts';

/** Risks in money, all in one currency, and what hits several of them at once. Everything else is independent. */
export interface Portfolio {
  risks: readonly RiskInput[];
  commonCauses: readonly CommonCauseInput[];
  /** As `PortfolioInput.badYearVariance`. Absent or 0 = no such factor. */
  badYearVariance?: number | undefined;
}

/** What can be asked of a portfolio. Each answer is kept, so that asking again costs nothing. */
export type ExposureQuestion =
  | {
      ask: 'year';
      /** Quantiles, each in (0, 1). */
      percentiles: readonly number[];
      /** Amounts whose chance of being passed is asked for. */
      thresholds: readonly number[];
      /** As many points of the loss exceedance curve, evenly spaced from 0 to its 99.5% quantile or the largest threshold; 0 for none. */
      curvePoints: number;
    }
  | { ask: 'worst'; /** Share of years that are better, in [0, 1). */ better: number }
  | { ask: 'over'; amount: number }
  | { ask: 'bound' };

/** The year's total. Money in the portfolio's currency. */
export interface YearAnswer {
  of: 'year';
  mean: number;
  pNoLoss: number;
  es95: number;
  quantiles: FiguresByNumber;
  exceedance: FiguresByNumber;
  /** P(year > amount), by rising amount. */
  curve: readonly { amount: number; chance: number }[];
}

/** The average of some bad years, and what each risk brings to it: the parts add up to the average. */
export interface WorstAnswer {
  of: 'worst';
  /** The chance of such a year. */
  chance: number;
  average: number;
  parts: readonly { id: string; mean: number; worst: number }[];
}

/** No dependence between the risks, whatever it is, can make the average of the worst 5% of years larger than this. */
export interface BoundAnswer {
  of: 'bound';
  es95: number;
}

export type ExposureAnswer = YearAnswer | WorstAnswer | BoundAnswer | { of: 'refused'; refusals: readonly InputRefusal[] };
