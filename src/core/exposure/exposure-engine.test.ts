import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createExposureEngine, type ExposureEngine } from '#core/exposure/exposure-engine.ts';
import type { ExposureAnswer, ExposureQuestion, Portfolio, WorstAnswer, YearAnswer } from '#core/exposure/exposure-questions.ts';
import { assessPortfolio } from '#core/exposure/portfolio.ts';
import { finished } from '#core/exposure/steps.ts';

const YEAR: ExposureQuestion = { ask: 'year', percentiles: [0.5, 0.95], thresholds: [1e5, 1e6], curvePoints: 60 };
const WORST: ExposureQuestion = { ask: 'worst', better: 0.95 };

function ask(engine: ExposureEngine, portfolio: Portfolio, question: ExposureQuestion): ExposureAnswer {
  return finished(engine.answer(portfolio, question));
}

function year(answer: ExposureAnswer): YearAnswer {
  if (answer.of !== 'year') throw new Error(answer.of);
  return answer;
}

function worst(answer: ExposureAnswer): WorstAnswer {
  if (answer.of !== 'worst') throw new Error(answer.of);
  return answer;
}

const amounts = fc.double({ min: Math.log(1e3), max: Math.log(1e6), noNaN: true }).map(Math.exp);
const rates = fc.double({ min: Math.log(0.01), max: Math.log(5), noNaN: true }).map(Math.exp);
const portfolios = fc.array(fc.record({ rate: rates, low: amounts, ranged: fc.boolean(), hit: fc.boolean() }), { minLength: 1, maxLength: 8 }).map((drawn): Portfolio => {
  const risks = drawn.map(({ rate, low, ranged }, index) => ({ id: `r${index}`, low, high: low * 40, ...(ranged ? { rateLow: rate / 2, rateHigh: rate * 2 } : { rate }) }));
  const riskIds = drawn.flatMap(({ hit }, index) => (hit ? [`r${index}`] : []));
  return { risks, commonCauses: riskIds.length < 2 ? [] : [{ id: 'c', rate: Math.min(...drawn.map(({ rate }) => rate)) / 2, riskIds }] };
});
const runs = { seed: 11, numRuns: 12 };

describe(createExposureEngine, () => {
  test('a kept answer is the fresh answer, to the last bit', () => {
    const engine = createExposureEngine();
    fc.assert(
      fc.property(portfolios, (portfolio) => {
        for (const question of [YEAR, WORST, { ask: 'over', amount: 2e5 }, { ask: 'bound' }] as const) {
          const first = ask(engine, portfolio, question);
          expect(ask(engine, portfolio, question)).toEqual(first);
          expect(ask(createExposureEngine(), portfolio, question)).toEqual(first);
          expect(ask(createExposureEngine(0), portfolio, question)).toEqual(first);
        }
      }),
      runs,
    );
  });

  test('answers with the figures of the portfolio assessed at once', () => {
    fc.assert(
      fc.property(portfolios, (portfolio) => {
        const outcome = assessPortfolio({ ...portfolio, percentiles: [0.5, 0.95], thresholds: [1e5, 1e6] });
        if (outcome.kind === 'refused') throw new Error(outcome.refusals[0]?.sentence);
        const { portfolio: whole, risks } = outcome.assessment;
        const engine = createExposureEngine();
        const got = year(ask(engine, portfolio, YEAR));
        expect([got.quantiles, got.exceedance, got.es95, got.pNoLoss]).toEqual([whole.quantiles, whole.exceedance, whole.es95, whole.pNoLoss]);
        expect(worst(ask(engine, portfolio, WORST)).parts.map(({ worst: part }) => part)).toEqual(risks.map(({ contribution }) => contribution.es95));
      }),
      runs,
    );
  });

  test('the parts of any bad years add up to their average, in any grouping', () => {
    fc.assert(
      fc.property(portfolios, fc.constantFrom(0, 0.5, 0.9, 0.95, 0.99), fc.infiniteStream(fc.constantFrom('a', 'b', 'c')), (portfolio, better, letters) => {
        const { average, parts } = worst(ask(createExposureEngine(), portfolio, { ask: 'worst', better }));
        const groups = new Map<string, number>();
        for (const part of parts) {
          const group = letters.next().value;
          groups.set(group, (groups.get(group) ?? 0) + part.worst);
        }
        const sum = [...groups.values()].reduce((all, group) => all + group, 0);
        expect(Math.abs(sum / average - 1)).toBeLessThan(1e-12);
        for (const { worst: part } of parts) expect(part).toBeGreaterThan(-1e-6 * average);
      }),
      runs,
    );
  });

  test('the years over an amount are on average over it, and their chance is the curve at it', () => {
    fc.assert(
      fc.property(portfolios, (portfolio) => {
        const engine = createExposureEngine();
        const { quantiles, curve, exceedance, pNoLoss } = year(ask(engine, portfolio, { ...YEAR, percentiles: [0.5, 0.9], thresholds: [3e5] }));
        const amount = Math.max(quantiles[0.9] ?? 0, 1e3);
        const over = worst(ask(engine, portfolio, { ask: 'over', amount }));
        if (over.parts.length > 0) expect(over.average).toBeGreaterThan(amount * (1 - 1e-3));
        expect(worst(ask(engine, portfolio, { ask: 'over', amount: 3e5 })).chance).toBe(exceedance[3e5]);
        expect(curve[0]).toEqual({ amount: 0, chance: 1 - pNoLoss });
        const chances = curve.map(({ chance }) => chance);
        expect(chances).toEqual(chances.toSorted((a, b) => b - a));
      }),
      runs,
    );
  });

  test('no dependence makes the worst 5% of years worse than the bound', () => {
    fc.assert(
      fc.property(portfolios, (portfolio) => {
        const engine = createExposureEngine();
        const bound = ask(engine, portfolio, { ask: 'bound' });
        if (bound.of !== 'bound') throw new Error(bound.of);
        expect(year(ask(engine, portfolio, YEAR)).es95).toBeLessThanOrEqual(bound.es95 * (1 + 1e-6));
      }),
      runs,
    );
  });

  test('one changed risk of forty is put on a grid again, the others are not', () => {
    const engine = createExposureEngine();
    const portfolio: Portfolio = { commonCauses: [], risks: Array.from({ length: 40 }, (_, index) => ({ id: `r${index}`, rate: 0.2 + index / 50, low: 1e4 + 300 * index, high: 2e6 })) };
    ask(engine, portfolio, YEAR);
    const before = engine.gridsMade();
    const widths = before / 40;
    expect(Number.isInteger(widths)).toBe(true);
    ask(engine, { ...portfolio, risks: portfolio.risks.with(3, { id: 'r3', rate: 0.25, low: 1e4, high: 2e6 }) }, YEAR);
    expect(engine.gridsMade() - before).toBe(widths);
    ask(engine, { ...portfolio, risks: portfolio.risks.slice(1) }, YEAR);
    expect(engine.gridsMade() - before).toBe(widths);
  });

  test('what a risk with a rate range brings to bad years is kept too, until the risk changes, and a sensitivity takes no room from it', () => {
    const engine = createExposureEngine();
    const range = (index: number, low = 1e4 + 300 * index) => ({ id: `r${index}`, rateLow: 0.1, rateHigh: 0.4 + index / 50, low, high: 2e6 });
    const risks = Array.from({ length: 12 }, (_, index) => range(index));
    ask(engine, { risks, commonCauses: [] }, WORST);
    const before = engine.gridsMade();
    ask(engine, { risks, commonCauses: [], badYearVariance: 0.25 }, WORST);
    expect(engine.gridsMade()).toBe(before);
    const changed: Portfolio = { risks: risks.with(3, range(3, 2e4)), commonCauses: [] };
    const kept = worst(ask(engine, changed, WORST));
    expect(engine.gridsMade() - before).toBe(before / 12);
    expect(kept).toEqual(worst(ask(createExposureEngine(), changed, WORST)));
    expect(kept).toEqual(worst(ask(createExposureEngine(0), changed, WORST)));
  });

  test('keeps what fits of a portfolio larger than its room', () => {
    const portfolio: Portfolio = { commonCauses: [], risks: Array.from({ length: 12 }, (_, index) => ({ id: `r${index}`, rate: 0.2, low: 1e4 + index, high: 2e6 })) };
    const engine = createExposureEngine(6 * 131_088);
    ask(engine, portfolio, WORST);
    const before = engine.gridsMade();
    ask(engine, { ...portfolio, risks: portfolio.risks.toReversed() }, WORST);
    expect(before).toBe(12);
    expect(engine.gridsMade() - before).toBe(6);
  });

  test('tells how far it is, a risk at a time, and refuses in a sentence', () => {
    const risks = Array.from({ length: 5 }, (_, index) => ({ id: `r${index}`, rate: 0.2, low: 1e4, high: 2e6 }));
    const seen = [...createExposureEngine().answer({ risks, commonCauses: [] }, YEAR)].map(({ done, total }) => `${done} of ${total}`);
    expect(seen.slice(-5)).toEqual(['1 of 5', '2 of 5', '3 of 5', '4 of 5', '5 of 5']);
    const refused = ask(createExposureEngine(), { risks: [{ id: 'x', rate: 1, low: 5, high: 1 }], commonCauses: [] }, YEAR);
    expect(refused).toMatchObject({ of: 'refused' });
  });
});
