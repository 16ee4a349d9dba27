import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { lognormalSeverity } from '#core/exposure/severity.ts';
import { assessPortfolio } from '#core/exposure/portfolio.ts';
import type { RiskInput } from '#core/exposure/portfolio-input.ts';
import { pertMean, rateOfProbability, sizeOfRisk } from '#core/exposure/risk-size.ts';
import { treated } from '#core/exposure/treated.ts';
import { yearOf } from '#core/exposure/year-of.ts';
import { sharedFile } from '#test/support/shared-data.ts';

const n = z.number();
const reference = z.object({
  traps: z.object({
    zero_percentile: z.array(z.object({ p: n, rate_below_which_percentile_is_zero: n })),
    evaluator_integer_rounding: z.object({ true_mean_rate: n }),
    ci_read_as_pert_minmax: z.object({ low: n, mode: n, high: n, pert_mean: n, lognormal_mean: n }),
    overconfidence: z.array(z.object({ sigma_factor: n, mean_severity: n })),
  }),
  prob_to_rate: z.array(z.object({ p: n, lam: n })),
  treatment_compare: z.array(z.object({ name: z.string(), lam: n, low: n, high: n, AEL: n, p_any: n, p_over_1M: n, p_over_5M: n, p95: n, p99: n, es95: n })),
});
const file = sharedFile('quant_reference.json');

describe.skipIf(file === undefined)('mistakes other tools make, against the reference', () => {
  const figures = file === undefined ? undefined : reference.parse(JSON.parse(readFileSync(file, 'utf8')));
  const traps = figures?.traps;

  test.each(traps?.zero_percentile ?? [])('the $p percentile of a year is exactly 0 for a rarer risk, and above 0 for one that is not', ({ p, rate_below_which_percentile_is_zero: edge }) => {
    const at = (rate: number): number => yearOf([{ id: 'r', rate, low: 1e4, high: 1e6 }], []).quantile(p);
    expect(at(edge * 0.999)).toBe(0);
    expect(at(edge * 1.02)).toBeGreaterThan(0);
  });

  test('a rate is never rounded to whole events: a rare PERT keeps its mean', () => {
    near(pertMean({ min: 0, mostLikely: 0.1, max: 1 }), traps?.evaluator_integer_rounding.true_mean_rate ?? 0, 1e-11);
  });

  test('ends of a PERT are not percentiles: the two readings differ, and each is kept apart', () => {
    const { low, mode, high, pert_mean, lognormal_mean } = traps?.ci_read_as_pert_minmax ?? { low: 1, mode: 1, high: 1, pert_mean: 1, lognormal_mean: 1 };
    near(pertMean({ min: low, mostLikely: mode, max: high }), pert_mean, 1e-11);
    near(lognormalSeverity(low, high).mean, lognormal_mean, 1e-11);
    const stated = sizeOfRisk({ statedSize: { pertLoss: { min: low, mostLikely: mode, max: high }, pertRate: { min: 1, mostLikely: 1, max: 1 } } }, {});
    near(stated.kind === 'mean-only' ? stated.mean : 0, pert_mean, 1e-11);
  });

  test.each(figures?.prob_to_rate ?? [])('a chance of $p in 12 months is $lam events a year', ({ p, lam }) => near(rateOfProbability(p), lam, 1e-11));

  test('three events a year are a rate, not a chance above 1', () => {
    const year = yearOf([{ id: 'r', rate: 3, low: 1e4, high: 1e6 }], []);
    expect(year.noLoss).toBeCloseTo(Math.exp(-3), 12);
    near(year.mean, 3 * lognormalSeverity(1e4, 1e6).mean, 1e-12);
  });

  test.each(traps?.overconfidence ?? [])('a range $sigma_factor times too narrow has this mean instead', ({ sigma_factor, mean_severity }) => {
    const middle = 1e5;
    const half = (Math.log(1e6) - Math.log(1e4)) / 2;
    near(lognormalSeverity(middle * Math.exp(-half * sigma_factor), middle * Math.exp(half * sigma_factor)).mean, mean_severity, 1e-9);
  });

  describe('a treatment', () => {
    const [base, ...cases] = figures?.treatment_compare ?? [];
    const start: RiskInput = { id: 'r', rate: base?.lam ?? 1, low: base?.low ?? 1, high: base?.high ?? 2 };

    test.each([base, ...cases].flatMap((one) => one ?? []))('$name', (one) => {
      const after = base === undefined || one.name === base.name ? start
        : one.lam !== base.lam && one.low === base.low ? treated(start, 'rate', 1 - one.lam / base.lam)
          : one.lam === base.lam ? treated(start, 'size', 1 - one.low / base.low)
            : treated(treated(start, 'rate', 1 - one.lam / base.lam), 'size', 1 - one.low / base.low);
      const outcome = assessPortfolio({ risks: [after], percentiles: [0.95, 0.99], thresholds: [1e6, 5e6] });
      if (outcome.kind !== 'assessed') throw new Error('the case can be computed');
      const { mean, quantiles, exceedance, es95, pNoLoss } = outcome.assessment.portfolio;
      near(mean, one.AEL, 1e-11);
      near(1 - pNoLoss, one.p_any, 1e-11);
      near(es95, one.es95, 1e-5);
      near(quantiles['0.99'] ?? 0, one.p99, 5e-4);
      near(exceedance['1000000'] ?? 0, one.p_over_1M, 5e-4);
      near(exceedance['5000000'] ?? 0, one.p_over_5M, 5e-4);
    });
  });
});

function near(found: number, wanted: number, tolerance: number): void {
  expect(Math.abs(found - wanted)).toBeLessThanOrEqual(tolerance * Math.abs(wanted));
}
