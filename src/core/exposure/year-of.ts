import { fixedRate } from '#core/exposure/frequency.ts';
import { yearGrids, type YearGrids } from '#core/exposure/grid.ts';
import { dependenceOf, sourceOf } from '#core/exposure/portfolio.ts';
import type { CommonCauseInput, RiskInput } from '#core/exposure/portfolio-input.ts';
import { exceedance, quantile } from '#core/exposure/quantiles.ts';
import { noLossOf, type Dependence, type LossSource } from '#core/exposure/yearly-loss.ts';

/** The year of some risks, for tests against a limit: its average in closed form, its exceedance from the engine. */
export interface Year {
  mean: number;
  /** P(nothing happens). */
  noLoss: number;
  /** P(the year's total > amount). */
  exceedance(amount: number): number;
  /** Smallest amount that at least p of the years stay at or below; 0 where no loss is that likely. */
  quantile(p: number): number;
}

const CELLS = 4096;

/** The year of these risks together. The distribution is computed when first asked for. */
export function yearOf(risks: readonly RiskInput[], causes: readonly CommonCauseInput[]): Year {
  return lazyYear(risks.map((risk) => sourceOf(risk)), dependenceOf(causes));
}

/** The year of one common cause alone: at its rate, one loss of every risk it hits. */
export function yearOfCause({ id, rate }: Pick<CommonCauseInput, 'id' | 'rate'>, hit: readonly RiskInput[]): Year {
  const sources = hit.map((risk): LossSource => ({ ...sourceOf(risk), frequency: fixedRate(rate) }));
  return lazyYear(sources, dependenceOf([{ id, rate, riskIds: hit.map((risk) => risk.id) }]));
}

function lazyYear(sources: readonly LossSource[], dependence: Dependence): Year {
  let grids: YearGrids | undefined;
  const noLoss = noLossOf(sources, dependence);
  const drawn = (): YearGrids => (grids ??= yearGrids(sources, dependence, CELLS));
  return {
    noLoss,
    mean: sources.reduce((sum, { frequency, severity }) => sum + frequency.mean * severity.mean, 0),
    exceedance: (amount) => exceedance(drawn(), noLoss, amount),
    quantile: (p) => quantile(drawn(), noLoss, p),
  };
}
