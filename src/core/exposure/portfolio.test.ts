import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectedAnnualLoss } from '#core/exposure/expected-annual-loss.ts';
import { assessPortfolio, type PortfolioAssessment } from '#core/exposure/portfolio.ts';
import type { PortfolioInput, RiskInput } from '#core/exposure/portfolio-input.ts';

function assessed(input: PortfolioInput): PortfolioAssessment {
  const outcome = assessPortfolio(input);
  if (outcome.kind === 'refused') throw new Error(outcome.refusals.map(({ sentence }) => sentence).join(' '));
  return outcome.assessment;
}

const apart = (got: number | undefined, wanted: number): number => (wanted === 0 ? Math.abs(got ?? 1) : Math.abs((got ?? 0) / wanted - 1));

const rates = fc.double({ min: Math.log(0.01), max: Math.log(20), noNaN: true }).map(Math.exp);
const lows = fc.double({ min: Math.log(1e2), max: Math.log(1e6), noNaN: true }).map(Math.exp);
const ratios = fc.double({ min: Math.log(3), max: Math.log(1e3), noNaN: true }).map(Math.exp);
const anyRisk = fc.record({ rate: rates, low: lows, ratio: ratios, team: fc.constantFrom('a', 'b', undefined), ranged: fc.boolean() });
const anyRisks = fc.array(anyRisk, { minLength: 1, maxLength: 5 }).map((drawn) =>
  drawn.map(({ rate, low, ratio, team, ranged }, index): RiskInput => ({
    id: `r${index}`, low, high: low * ratio, team, process: team === 'a' ? 'web' : 'batch',
    ...(ranged ? { rateLow: rate / 2, rateHigh: rate * 3 } : { rate }),
  })),
);
const runs = { seed: 7, numRuns: 15 };

describe(assessPortfolio, () => {
  test('contributions by risk, team and release process each add up to the whole', () => {
    fc.assert(
      fc.property(anyRisks, (risks) => {
        const rate = Math.min(...risks.map((risk) => risk.rate ?? risk.rateLow ?? 0)) / 2;
        const got = assessed({ risks, commonCauses: [{ id: 'c', rate, riskIds: risks.map(({ id }) => id) }], percentiles: [0.5] });
        for (const parts of [got.risks, got.teams, got.processes]) {
          for (const figure of ['es95', 'es99'] as const) {
            expect(apart(parts.reduce((sum, { contribution }) => sum + contribution[figure], 0), got.portfolio[figure])).toBeLessThan(1e-12);
          }
          expect(apart(parts.reduce((sum, { mean }) => sum + mean, 0), got.portfolio.mean)).toBeLessThan(1e-12);
        }
      }),
      runs,
    );
  });

  test('a higher percentile never shows less, a higher amount is never passed more often', () => {
    const percentiles = Array.from({ length: 99 }, (_, index) => (index + 1) / 100);
    const thresholds = Array.from({ length: 60 }, (_, index) => 10 ** (index / 8));
    fc.assert(
      fc.property(anyRisks, (risks) => {
        const { portfolio } = assessed({ risks: risks.slice(0, 2), percentiles, thresholds });
        const amounts = percentiles.map((p) => portfolio.quantiles[p] ?? -1);
        const passed = thresholds.map((amount) => portfolio.exceedance[amount] ?? -1);
        expect(amounts).toEqual(amounts.toSorted((a, b) => a - b));
        passed.forEach((p, index) => expect(p).toBeLessThanOrEqual((passed[index - 1] ?? 1) + 1e-9));
        percentiles.forEach((p) => expect((portfolio.quantiles[p] ?? 0) === 0).toBe(p <= portfolio.pNoLoss));
        expect(portfolio.es99).toBeGreaterThanOrEqual(portfolio.es95 * (1 - 1e-9));
        expect(portfolio.es95).toBeGreaterThanOrEqual((portfolio.quantiles[0.95] ?? 0) * (1 - 1e-6));
      }),
      { ...runs, numRuns: 8 },
    );
  });

  test('quantile and exceedance undo each other', () => {
    fc.assert(
      fc.property(anyRisks, (risks) => {
        const { quantiles } = assessed({ risks, percentiles: [0.9, 0.95, 0.99] }).portfolio;
        for (const [p, amount] of Object.entries(quantiles)) {
          if (amount === 0) continue;
          const back = assessed({ risks, percentiles: [0.5], thresholds: [amount] }).portfolio.exceedance[amount];
          expect(apart(back, 1 - Number(p))).toBeLessThan(2e-4);
        }
      }),
      { ...runs, numRuns: 8 },
    );
  });

  test('another currency changes every amount by its rate and no probability, to the accuracy of a grid', () => {
    // Widths of grids are of one ladder in every currency, so that the two are not computed on the same cells.
    fc.assert(
      fc.property(anyRisks, fc.constantFrom(0.001, 0.9, 137), (risks, factor) => {
        const here = assessed({ risks, thresholds: [1e5] });
        const there = assessed({ risks: risks.map((risk) => ({ ...risk, low: risk.low * factor, high: risk.high * factor })), thresholds: [1e5 * factor] });
        expect(apart(there.portfolio.es95, here.portfolio.es95 * factor)).toBeLessThan(1e-5);
        for (const [p, amount] of Object.entries(here.portfolio.quantiles)) expect(apart(there.portfolio.quantiles[p], amount * factor)).toBeLessThan(5e-4);
        expect(there.portfolio.exceedance[1e5 * factor]).toBeCloseTo(here.portfolio.exceedance[1e5] ?? -1, 5);
      }),
      { ...runs, numRuns: 6 },
    );
  });

  test('the order of the risks does not matter', () => {
    fc.assert(
      fc.property(anyRisks, (risks) => {
        const here = assessed({ risks });
        const there = assessed({ risks: risks.toReversed() });
        expect(apart(there.portfolio.es99, here.portfolio.es99)).toBeLessThan(1e-10);
        for (const risk of here.risks) {
          const same = there.risks.find(({ id }) => id === risk.id);
          expect(apart(same?.contribution.es95, risk.contribution.es95)).toBeLessThan(1e-8);
          expect(same?.quantiles).toEqual(risk.quantiles);
        }
      }),
      { ...runs, numRuns: 6 },
    );
  });

  test('a risk cut into two of half the rate is the same portfolio', () => {
    fc.assert(
      fc.property(rates, lows, ratios, (rate, low, ratio) => {
        const whole = assessed({ risks: [{ id: 'w', rate, low, high: low * ratio }] }).portfolio;
        const halves = assessed({ risks: ['a', 'b'].map((id) => ({ id, rate: rate / 2, low, high: low * ratio })) });
        for (const [p, amount] of Object.entries(whole.quantiles)) expect(apart(halves.portfolio.quantiles[p], amount)).toBeLessThan(1e-6);
        expect(apart(halves.portfolio.es99, whole.es99)).toBeLessThan(1e-9);
        for (const { contribution } of halves.risks) expect(apart(contribution.es99, whole.es99 / 2)).toBeLessThan(1e-9);
      }),
      { ...runs, numRuns: 8 },
    );
  });

  test('means are those of the picture, whatever the grid', () => {
    fc.assert(
      fc.property(anyRisks, (risks) => {
        for (const [index, { mean }] of assessed({ risks, percentiles: [0.5] }).risks.entries()) {
          const { rate, rateLow, rateHigh, low = 0, high = 0 } = risks[index] ?? {};
          expect(apart(mean, expectedAnnualLoss({ low, high, rateLow: rateLow ?? rate ?? 0, rateHigh: rateHigh ?? rate ?? 0 }) ?? 0)).toBeLessThan(1e-12);
        }
      }),
      runs,
    );
  });

  test('a risk rarer than 1 in 20 years has a 95th percentile of exactly 0 and an average of its worst 5% all the same', () => {
    const { portfolio } = assessed({ risks: [{ id: 'r', rate: 0.0512, low: 1e6, high: 40e6 }], thresholds: [0] });
    expect(portfolio.quantiles['0.95']).toBe(0);
    expect(portfolio.es95).toBeCloseTo(portfolio.mean / 0.05, 3);
    expect(portfolio.exceedance['0']).toBeCloseTo(1 - Math.exp(-0.0512), 12);
  });

  test('a common cause moves no mean, betters the median and worsens the tail', () => {
    const risks = ['a', 'b', 'c'].map((id) => ({ id, rate: 0.1, low: 1e5, high: 1e7 }));
    const apartFrom = assessed({ risks, percentiles: [0.75, 0.99] });
    const together = assessed({ risks, percentiles: [0.75, 0.99], commonCauses: [{ id: 'x', rate: 0.08, riskIds: ['a', 'b', 'c'] }] });
    expect(apart(together.portfolio.mean, apartFrom.portfolio.mean)).toBeLessThan(1e-14);
    expect(together.portfolio.pNoLoss).toBeCloseTo(Math.exp(-0.08 - 3 * 0.02), 12);
    expect(together.portfolio.quantiles['0.75']).toBeLessThan(apartFrom.portfolio.quantiles['0.75'] ?? 0);
    expect(together.portfolio.es99).toBeGreaterThan(apartFrom.portfolio.es99 * 1.1);
    expect(together.risks.map(({ quantiles }) => quantiles)).toEqual(apartFrom.risks.map(({ quantiles }) => quantiles));
  });

  test('shows a cap as the single amount it is', () => {
    const { portfolio } = assessed({ risks: [{ id: 'r', rate: 0.5, low: 1e5, high: 1e7, max: 5e5 }], percentiles: [0.8, 0.85] });
    expect(portfolio.quantiles['0.8']).toBeCloseTo(5e5, 5);
    expect(portfolio.quantiles['0.85']).toBeCloseTo(5e5, 5);
  });

  test('splits the years that tie at the quantile, for the whole and for every part', () => {
    const atCap: RiskInput = { id: 'a', rate: 0.1, low: 1e5, high: 1e9, max: 1.2e5 };
    const [alone] = assessed({ risks: [atCap] }).risks;
    const [one, several] = [0.1 * Math.exp(-0.1), 1 - 1.1 * Math.exp(-0.1)];
    const beyond = (alone?.mean ?? 0) * (1 - one / 0.1);
    expect(alone?.quantiles['0.95']).toBeCloseTo(1.2e5, 5);
    expect(apart(alone?.es95, (beyond + 1.2e5 * (0.05 - several)) / 0.05)).toBeLessThan(1e-4);
    const { risks } = assessed({ risks: [atCap, { id: 'huge', rate: 1e-3, low: 1e8, high: 1e9 }], percentiles: [0.95] });
    expect(apart(risks[1]?.contribution.es95, (risks[1]?.mean ?? 0) / 0.05)).toBeLessThan(1e-6);
  });

  test('keeps a small loss beside a huge one in sight', () => {
    const small: RiskInput = { id: 's', rate: 5, low: 1e3, high: 5e4 };
    const alone = assessed({ risks: [small] }).portfolio;
    const beside = assessed({ risks: [small, { id: 'h', rate: 1e-4, low: 1e9, high: 1e12 }] }).portfolio;
    expect(apart(beside.quantiles['0.5'], alone.quantiles['0.5'] ?? 0)).toBeLessThan(5e-4);
  });

  test.each([1e-4, 0.3, 40, 400])('stands at %d events a year, whatever the width of the range', (rate) => {
    for (const ratio of [1.01, 2, 1e6]) {
      const { portfolio } = assessed({ risks: [{ id: 'r', rate, low: 1e3, high: 1e3 * ratio }], thresholds: [1e3, 1e9] });
      for (const figure of [portfolio.es95, portfolio.es99, ...Object.values(portfolio.quantiles)]) expect(figure).toBeGreaterThanOrEqual(0);
      expect(portfolio.es99).toBeLessThanOrEqual(portfolio.mean * 100 * (1 + 1e-12));
      expect(portfolio.es95).toBeGreaterThanOrEqual(portfolio.mean);
    }
  });
});
