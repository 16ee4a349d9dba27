import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noneInYear } from '#core/exposure/bad-years.ts';
import { assessPortfolio, type PortfolioAssessment } from '#core/exposure/portfolio.ts';
import type { PortfolioInput } from '#core/exposure/portfolio-input.ts';

const risks = [
  { id: 'a', rate: 0.8, low: 10_000, high: 400_000, team: 'x' },
  { id: 'b', rate: 0.3, low: 100_000, high: 2_000_000, team: 'y' },
  { id: 'c', rate: 2, low: 1_000, high: 90_000, team: 'x' },
];

function assessed(input: PortfolioInput): PortfolioAssessment {
  const outcome = assessPortfolio(input);
  if (outcome.kind === 'refused') throw new Error(outcome.refusals.map(({ sentence }) => sentence).join(' '));
  return outcome.assessment;
}

describe('a factor that makes whole years bad', () => {
  it('leaves the average as it is, makes more years quiet and the worst years worse', () => {
    const without = assessed({ risks }).portfolio;
    const beside = assessed({ risks, badYearVariance: 1 }).portfolio;
    expect(beside.mean).toBeCloseTo(without.mean, 6);
    expect(beside.pNoLoss).toBeGreaterThan(without.pNoLoss);
    expect(beside.es95).toBeGreaterThan(without.es95);
    expect(beside.standardDeviation ** 2).toBeCloseTo(without.standardDeviation ** 2 + without.mean ** 2, -3);
  });

  it('with a variance of nothing is no factor', () => {
    expect(assessed({ risks, badYearVariance: 0 })).toEqual(assessed({ risks }));
    expect(noneInYear(3, 1e-9)).toBeCloseTo(noneInYear(3, 0), 7);
  });

  it('leaves the figures of each risk by itself as they are', () => {
    const quantiles = (input: PortfolioInput) => assessed(input).risks.map((risk) => risk.quantiles);
    expect(quantiles({ risks, badYearVariance: 0.25 })).toEqual(quantiles({ risks }));
  });

  it('counts a range of a rate with its mean', () => {
    const ranged = { id: 'r', rateLow: 0.05, rateHigh: 0.5, low: 50_000, high: 5_000_000 };
    const mean = assessed({ risks: [ranged] }).portfolio.mean;
    const oneLoss = assessed({ risks: [{ id: 'r', rate: 1, low: 50_000, high: 5_000_000 }] }).portfolio.mean;
    const fixed = { id: 'r', rate: mean / oneLoss, low: 50_000, high: 5_000_000 };
    const [a, b] = [ranged, fixed].map((risk) => assessed({ risks: [risk], badYearVariance: 0.5 }).portfolio);
    expect(a?.es99).toBeCloseTo(b?.es99 ?? 0, 0);
    expect(a?.pNoLoss).toBeCloseTo(b?.pNoLoss ?? 0, 9);
  });

  it('divides the worst years into parts that add up, also beside a common cause', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 4, noNaN: true }), fc.double({ min: 0.01, max: 0.29, noNaN: true }), (badYearVariance, rate) => {
        const { portfolio, risks: parts } = assessed({ risks, badYearVariance, commonCauses: [{ id: 'k', rate, riskIds: ['a', 'b'] }] });
        const sum = parts.reduce((total, { contribution }) => total + contribution.es95, 0);
        expect(Math.abs(sum / portfolio.es95 - 1)).toBeLessThan(1e-9);
      }),
      { numRuns: 8, seed: 7 },
    );
  });

  it('passes no amount with its largest loss more often than anything happens at all', () => {
    const { portfolio } = assessed({ risks, badYearVariance: 1, thresholds: [0, 500_000] });
    expect(portfolio.occurrence.exceedance['0']).toBeCloseTo(1 - portfolio.pNoLoss, 9);
    expect(portfolio.occurrence.exceedance['500000']).toBeLessThan(portfolio.exceedance['500000'] ?? 0);
  });

  it.each([-0.1, 4.1, Number.NaN])('refuses a variance of %s in one sentence', (badYearVariance) => {
    const outcome = assessPortfolio({ risks, badYearVariance });
    expect(outcome.kind === 'refused' && outcome.refusals.map(({ place }) => place)).toEqual(['/badYearVariance']);
  });
});
