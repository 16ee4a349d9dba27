import { atMeanRates } from '#core/exposure/bad-years.ts';
import { contributions, contributionsByGroup, type Contribution, type GroupContribution } from '#core/exposure/contributions.ts';
import { yearFigures, type FiguresAsked, type YearFigures } from '#core/exposure/figures.ts';
import { fixedRate, uncertainRate, type Frequency } from '#core/exposure/frequency.ts';
import { yearGrids } from '#core/exposure/grid.ts';
import { inputRefusals } from '#core/exposure/input-refusals.ts';
import type { InputRefusal, InsuranceInput, PortfolioInput, RiskInput, CommonCauseInput } from '#core/exposure/portfolio-input.ts';
import { cappedSeverity, lognormalSeverity, netOfInsurance, type Severity } from '#core/exposure/severity.ts';
import { INDEPENDENT, type Dependence, type LossSource } from '#core/exposure/yearly-loss.ts';

export interface RiskAssessment extends YearFigures {
  id: string;
  contribution: Contribution;
}

/** Figures of the year in the currency of the input. Each risk's own figures are those of its stated ranges alone. */
export interface PortfolioAssessment {
  portfolio: YearFigures;
  risks: readonly RiskAssessment[];
  teams: readonly GroupContribution[];
  processes: readonly GroupContribution[];
  /** The same after insurance; present where insurance is given. Everything else is before it. */
  net?: Omit<PortfolioAssessment, 'net'>;
}

export type PortfolioOutcome =
  | { kind: 'assessed'; assessment: PortfolioAssessment }
  | { kind: 'refused'; refusals: readonly InputRefusal[] };

const PERCENTILES = [0.5, 0.75, 0.9, 0.95, 0.975, 0.99, 0.995, 0.999];
/** Cells of the grid of one risk, and of several: errors are below 5e-4 of any quantile, 1e-5 of any shortfall. */
export const CELLS_OF_ONE = 4096;
export const CELLS_OF_ALL = 8192;

/**
 * What a year of these risks may cost: compound Poisson-lognormal, by FFT, without any simulation. Risks are
 * independent but for the common causes named and, where a sensitivity asks for it, one factor on all rates. Refuses, as a value, an input that cannot be computed.
 */
export function assessPortfolio(input: PortfolioInput): PortfolioOutcome {
  const refusals = inputRefusals(input);
  if (refusals.length > 0) return { kind: 'refused', refusals };
  const gross = assess(input, undefined);
  const assessment = input.insurance === undefined ? gross : { ...gross, net: assess(input, input.insurance) };
  return { kind: 'assessed', assessment };
}

function assess(input: PortfolioInput, insurance: InsuranceInput | undefined): Omit<PortfolioAssessment, 'net'> {
  const asked: FiguresAsked = { percentiles: input.percentiles ?? PERCENTILES, thresholds: input.thresholds ?? [] };
  const sources = input.risks.map((risk) => sourceOf(risk, insurance));
  const dependence = dependenceOf(input.commonCauses ?? [], input.badYearVariance);
  const together = beside(dependence, sources);
  const grids = yearGrids(together, dependence, CELLS_OF_ALL);
  const portfolio = yearFigures(together, dependence, grids, asked);
  const worst5 = contributions(grids, { noLoss: portfolio.pNoLoss, total: portfolio.es95 }, 0.95);
  const worst1 = contributions(grids, { noLoss: portfolio.pNoLoss, total: portfolio.es99 }, 0.99);
  const risks = sources.map((source): RiskAssessment => ({
    id: source.id,
    ...yearFigures([source], INDEPENDENT, yearGrids([source], INDEPENDENT, CELLS_OF_ONE), asked),
    contribution: { es95: worst5.get(source.id) ?? 0, es99: worst1.get(source.id) ?? 0 },
  }));
  return {
    portfolio,
    risks,
    teams: contributionsByGroup(risks, new Map(input.risks.map(({ id, team }) => [id, team]))),
    processes: contributionsByGroup(risks, new Map(input.risks.map(({ id, process }) => [id, process]))),
  };
}

/** What the risks share, as the engine sees it. */
export function dependenceOf(commonCauses: readonly CommonCauseInput[], badYearVariance = 0): Dependence {
  return { causes: commonCauses.map(({ id, rate, riskIds }) => ({ id, rate, sourceIds: riskIds })), badYearVariance };
}

/** The risks as the engine sees them beside what they share. */
export function sourcesOf(risks: readonly RiskInput[], dependence: Dependence): readonly LossSource[] {
  return beside(dependence, risks.map((risk) => sourceOf(risk)));
}

function beside({ badYearVariance }: Dependence, sources: readonly LossSource[]): readonly LossSource[] {
  return badYearVariance > 0 ? atMeanRates(sources) : sources;
}

/** One risk as the engine sees it, before or after insurance. */
export function sourceOf(risk: RiskInput, insurance?: InsuranceInput): LossSource {
  const { low, high, max, rate, rateLow, rateHigh } = risk;
  const insured = insurance !== undefined && insurance.riskIds?.includes(risk.id) !== false ? [insurance.retention, insurance.limit] : [];
  const key = [low, high, max ?? '', rate ?? '', rateLow ?? '', rateHigh ?? '', ...insured].join(' ');
  return { id: risk.id, key, frequency: frequencyOf(risk), severity: severityOf(risk, insurance) };
}

function frequencyOf({ rate, rateLow, rateHigh }: RiskInput): Frequency {
  if (rateLow !== undefined && rateHigh !== undefined) return uncertainRate(rateLow, rateHigh);
  return fixedRate(rate ?? 0);
}

function severityOf({ id, low, high, max }: RiskInput, insurance: InsuranceInput | undefined): Severity {
  const stated = lognormalSeverity(low, high);
  const capped = max === undefined ? stated : cappedSeverity(stated, max);
  if (insurance === undefined || insurance.riskIds?.includes(id) === false) return capped;
  return netOfInsurance(capped, insurance.retention, insurance.limit);
}
