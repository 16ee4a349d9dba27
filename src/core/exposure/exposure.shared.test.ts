import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { assessPortfolio, type PortfolioAssessment } from '#core/exposure/portfolio.ts';
import type { PortfolioInput } from '#core/exposure/portfolio-input.ts';
import { lognormalSeverity } from '#core/exposure/severity.ts';
import { sharedFile } from '#test/support/shared-data.ts';

const byNumber = z.record(z.string(), z.number());
const n = z.number();
const part = z.object({ es: n });
const contributed = z.object({ by_risk: z.record(z.string(), part), by_team: z.record(z.string(), part) });
const reference = z.object({
  single_risk_cases: z.array(
    z.object({
      id: z.string(), lam: n, low: n, high: n, mean: n, sd: n, skew: n, p_no_loss: n, quantiles: byNumber, es: byNumber,
      oep_quantiles: byNumber, exceedance: z.array(z.object({ x: n, aep: n, oep: n })),
    }),
  ),
  portfolio: z.object({
    risks: z.array(z.object({ id: z.string(), team: z.string(), lam: n, low: n, high: n, mean: n })),
    scenarios: z.array(
      z.object({
        name: z.string(), gamma_v: n, mean: n, p_no_loss: n, quantiles: byNumber, es: byNumber,
        common: z.array(z.object({ lam: n, risks: z.array(z.string()) })), contrib: z.record(z.string(), contributed),
      }),
    ),
    standalone_risks: z.array(z.object({ id: z.string(), quantiles: byNumber, es: byNumber })),
    standalone_teams: z.array(z.object({ team: z.string(), mean: n, quantiles: byNumber, es: byNumber })),
  }),
  frequency_uncertainty: z.array(
    z.object({
      rate_low: n, rate_high: n, low: n, high: n, AEL: n, p_no_loss: n, quantiles_predictive: byNumber,
      exceedance_band: z.array(z.object({ x: n, predictive: n })),
    }),
  ),
  insurance_layer: z.object({ low: n, high: n, lam: n, retention: n, limit: n, AEL_gross: n, AEL_net: n }),
  limited_expected_value: z.array(z.object({ low: n, high: n, limit: n, E_min: n })),
  traps: z.object({
    var_superadditive: z.object({ one: byNumber, ten_independent: byNumber, es_one: byNumber, es_ten: byNumber }),
    compound_vs_product: z.array(z.object({ lam: n, low: n, high: n, compound: byNumber, product_LEFxLM: byNumber })),
    lef_times_lm: z.object({ compound_poisson_lognormal: z.object({ lam: n, mu: n, sigma: n, p_exceed_1M: n, p95: n, p99: n }) }),
  }),
});

/** The reference prints 12 digits, so its own rounding is up to 5e-12; closed forms are held to 1e-12 beyond that. */
const CLOSED_FORM = 6e-12;
const QUANTILE = 5e-4;
const SHORTFALL = 1e-5;
const CONTRIBUTION = 5e-4;
const ADDITIVITY = 1e-7;
const Z95 = 1.6448536269514722;

function near(got: number | undefined, wanted: number, tolerance: number, what: string): void {
  const error = wanted === 0 ? Math.abs(got ?? 1) : Math.abs((got ?? Number.NaN) / wanted - 1);
  expect(error, `${what}: ${got} for ${wanted}`).toBeLessThanOrEqual(tolerance);
}

function assessed(input: PortfolioInput): PortfolioAssessment {
  const outcome = assessPortfolio(input);
  if (outcome.kind === 'refused') throw new Error(outcome.refusals.map(({ sentence }) => sentence).join(' '));
  return outcome.assessment;
}

const path = sharedFile('quant_reference.json');

describe.runIf(path !== undefined)('against reference figures computed by another method', () => {
  const figures = reference.parse(JSON.parse(readFileSync(path ?? '', 'utf8')));

  test.each(figures.single_risk_cases)('$id', ({ id, lam, low, high, ...wanted }) => {
    const { portfolio, risks } = assessed({ risks: [{ id, rate: lam, low, high }], thresholds: wanted.exceedance.map(({ x }) => x) });
    for (const got of [portfolio, ...risks]) {
      near(got.mean, wanted.mean, CLOSED_FORM, 'mean');
      near(got.standardDeviation, wanted.sd, CLOSED_FORM, 'standard deviation');
      near(got.skewness, wanted.skew, CLOSED_FORM, 'skewness');
      near(got.pNoLoss, wanted.p_no_loss, CLOSED_FORM, 'no loss');
      for (const [p, amount] of Object.entries(wanted.quantiles)) near(got.quantiles[p], amount, QUANTILE, `quantile ${p}`);
      for (const [p, amount] of Object.entries(wanted.oep_quantiles)) near(got.occurrence.quantiles[p], amount, CLOSED_FORM, `occurrence ${p}`);
      for (const { x, aep, oep } of wanted.exceedance) {
        near(got.exceedance[x], aep, QUANTILE, `exceedance ${x}`);
        near(got.occurrence.exceedance[x], oep, CLOSED_FORM, `occurrence exceedance ${x}`);
      }
      near(got.es95, wanted.es['0.95'] ?? 0, SHORTFALL, 'es95');
      near(got.es99, wanted.es['0.99'] ?? 0, SHORTFALL, 'es99');
    }
  });

  test.each(figures.portfolio.scenarios)('portfolio, $name', (wanted) => {
    const got = assessed({
      risks: figures.portfolio.risks.map(({ id, team, lam, low, high }) => ({ id, team, rate: lam, low, high })),
      commonCauses: wanted.common.map(({ lam, risks }, index) => ({ id: `cause ${index}`, rate: lam, riskIds: risks })),
      badYearVariance: wanted.gamma_v,
    });
    near(got.portfolio.mean, wanted.mean, CLOSED_FORM, 'mean');
    near(got.portfolio.pNoLoss, wanted.p_no_loss, CLOSED_FORM, 'no loss');
    for (const [p, amount] of Object.entries(wanted.quantiles)) near(got.portfolio.quantiles[p], amount, QUANTILE, `quantile ${p}`);
    for (const [p, figure] of [['0.95', 'es95'], ['0.99', 'es99']] as const) {
      near(got.portfolio[figure], wanted.es[p] ?? 0, SHORTFALL, figure);
      for (const { id, contribution } of got.risks) near(contribution[figure], wanted.contrib[p]?.by_risk[id]?.es ?? 0, CONTRIBUTION, `${figure} ${id}`);
      for (const { id, contribution } of got.teams) near(contribution[figure], wanted.contrib[p]?.by_team[id ?? '']?.es ?? 0, CONTRIBUTION, `${figure} ${id}`);
      near(got.risks.reduce((sum, { contribution }) => sum + contribution[figure], 0), got.portfolio[figure], ADDITIVITY, `sum of ${figure}`);
    }
    for (const alone of figures.portfolio.standalone_risks) {
      const risk = got.risks.find(({ id }) => id === alone.id);
      for (const [p, amount] of Object.entries(alone.quantiles)) near(risk?.quantiles[p], amount, QUANTILE, `${alone.id} ${p}`);
      near(risk?.es95, alone.es['0.95'] ?? 0, SHORTFALL, `${alone.id} es95`);
    }
  });

  test.each(figures.portfolio.standalone_teams)('team $team alone, on a grid of its own', ({ team, mean, quantiles, es }) => {
    const risks = figures.portfolio.risks.filter((risk) => risk.team === team).map(({ id, lam, low, high }) => ({ id, rate: lam, low, high }));
    const { portfolio } = assessed({ risks });
    near(portfolio.mean, mean, CLOSED_FORM, 'mean');
    for (const [p, amount] of Object.entries(quantiles)) near(portfolio.quantiles[p], amount, QUANTILE, p);
    near(portfolio.es99, es['0.99'] ?? 0, SHORTFALL, 'es99');
  });

  test.each(figures.frequency_uncertainty)('a rate from $rate_low to $rate_high', ({ rate_low, rate_high, low, high, ...wanted }) => {
    const { portfolio } = assessed({
      risks: [{ id: 'r', rateLow: rate_low, rateHigh: rate_high, low, high }],
      thresholds: wanted.exceedance_band.map(({ x }) => x),
    });
    near(portfolio.mean, wanted.AEL, CLOSED_FORM, 'mean');
    near(portfolio.pNoLoss, wanted.p_no_loss, 1e-8, 'no loss');
    for (const [p, amount] of Object.entries(wanted.quantiles_predictive)) near(portfolio.quantiles[p], amount, QUANTILE, p);
    for (const { x, predictive } of wanted.exceedance_band) near(portfolio.exceedance[x], predictive, QUANTILE, `over ${x}`);
  });

  test('an insurance layer', () => {
    const { low, high, lam, retention, limit, AEL_gross, AEL_net } = figures.insurance_layer;
    const { portfolio, net } = assessed({ risks: [{ id: 'r', rate: lam, low, high }], insurance: { retention, limit } });
    near(portfolio.mean, AEL_gross, CLOSED_FORM, 'gross');
    near(net?.portfolio.mean, AEL_net, CLOSED_FORM, 'net');
    expect(net?.portfolio.es95).toBeLessThan(portfolio.es95);
  });

  test.each(figures.limited_expected_value)('a loss of $low to $high, never above $limit', ({ low, high, limit, E_min }) => {
    near(lognormalSeverity(low, high).limitedMean(limit), E_min, CLOSED_FORM, 'limited mean');
    if (limit > low) near(assessed({ risks: [{ id: 'r', rate: 1, low, high, max: limit }] }).portfolio.mean, E_min, CLOSED_FORM, 'mean with a cap');
  });

  test('percentiles of a year do not add, in either direction', () => {
    const { one, ten_independent, es_one, es_ten } = figures.traps.var_superadditive;
    const ten = Array.from({ length: 10 }, (_, index) => ({ id: `r${index}`, rate: 0.05, low: 1e6, high: 40e6 }));
    const { portfolio, risks } = assessed({ risks: ten });
    expect(risks[0]?.quantiles['0.95']).toBe(0);
    near(risks[0]?.quantiles['0.99'], one['0.99'] ?? 0, QUANTILE, 'one');
    for (const [p, amount] of Object.entries(ten_independent)) near(portfolio.quantiles[p], amount, QUANTILE, p);
    near(risks[0]?.es99, es_one['0.99'] ?? 0, SHORTFALL, 'es of one');
    near(portfolio.es95, es_ten['0.95'] ?? 0, SHORTFALL, 'es of ten');
  });

  test.each(figures.traps.compound_vs_product)('a year of $lam events is not one rate times one loss', ({ lam, low, high, compound, product_LEFxLM }) => {
    const { portfolio } = assessed({ risks: [{ id: 'r', rate: lam, low, high }] });
    for (const [p, amount] of Object.entries(compound)) near(portfolio.quantiles[p], amount, QUANTILE, p);
    expect(portfolio.quantiles['0.99']).not.toBeCloseTo(product_LEFxLM['0.99'] ?? 0, -4);
  });

  test('a curve of expected losses is not a curve of years', () => {
    const { lam, mu, sigma, p_exceed_1M, p95, p99 } = figures.traps.lef_times_lm.compound_poisson_lognormal;
    const { portfolio } = assessed({
      risks: [{ id: 'r', rate: lam, low: Math.exp(mu - Z95 * sigma), high: Math.exp(mu + Z95 * sigma) }], thresholds: [1e6],
    });
    near(portfolio.exceedance[1e6], p_exceed_1M, QUANTILE, 'over a million');
    near(portfolio.quantiles['0.95'], p95, QUANTILE, 'p95');
    near(portfolio.quantiles['0.99'], p99, QUANTILE, 'p99');
  });
});
