import { beforeAll, describe, expect, test } from 'vitest';
import { Z95 } from '#core/exposure/normal.ts';
import { assessPortfolio, type PortfolioAssessment } from '#core/exposure/portfolio.ts';
import type { PortfolioInput } from '#core/exposure/portfolio-input.ts';

/** A million years drawn one by one from the same statements, as a check on the transform and never as its source. */
const YEARS = 1_000_000;
const SEED = 20_261_121;
/** Standard errors a simulated figure may be away. About 60 figures are compared. */
const AWAY = 4;
const CAUSE_RATE = 0.1;

const input: PortfolioInput = {
  risks: [
    { id: 'rare', rate: 0.15, low: 200e3, high: 8e6, team: 'a' },
    { id: 'often', rate: 2.5, low: 5e3, high: 150e3, team: 'a' },
    { id: 'capped', rate: 0.4, low: 50e3, high: 2e6, max: 1.5e6, team: 'b' },
    { id: 'unsure', rateLow: 0.05, rateHigh: 0.8, low: 30e3, high: 1e6, team: 'b' },
  ],
  commonCauses: [{ id: 'cause', rate: CAUSE_RATE, riskIds: ['rare', 'capped'] }],
  percentiles: [0.3, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999],
  thresholds: [100e3, 1e6, 5e6],
};

interface Simulated {
  totals: Float64Array;
  byRisk: readonly Float64Array[];
  largest: Float64Array;
}

function simulate(): Simulated {
  const uniform = sfc32(SEED);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const within = (low: number, high: number): number =>
    Math.exp((Math.log(low) + Math.log(high)) / 2 + ((Math.log(high) - Math.log(low)) / (2 * Z95)) * normal());
  const events = (rate: number): number => {
    let count = 0;
    for (let left = Math.exp(-rate), product = uniform(); product > left; product *= uniform()) count += 1;
    return count;
  };
  const totals = new Float64Array(YEARS);
  const largest = new Float64Array(YEARS);
  const byRisk = input.risks.map(() => new Float64Array(YEARS));
  for (let year = 0; year < YEARS; year += 1) {
    const together = events(CAUSE_RATE);
    input.risks.forEach(({ id, rate, rateLow = 0, rateHigh = 0, low, high, max = Infinity }, index) => {
      const hit = id === 'rare' || id === 'capped';
      const own = rate === undefined ? within(rateLow, rateHigh) : rate;
      const count = hit ? events(own - CAUSE_RATE) + together : events(own);
      let sum = 0;
      for (let event = 0; event < count; event += 1) {
        const loss = Math.min(max, within(low, high));
        sum += loss;
        largest[year] = Math.max(largest[year] ?? 0, loss);
      }
      const losses = byRisk[index];
      if (losses !== undefined) losses[year] = sum;
      totals[year] = (totals[year] ?? 0) + sum;
    });
  }
  return { totals, byRisk, largest };
}

/** Small fast chaotic generator of 128 bits (Doty-Humphrey). */
function sfc32(seed: number): () => number {
  let [a, b, c, counter] = [seed | 0, 0x9e3779b9 | 0, 0x243f6a88, 1];
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let warm = 0; warm < 20; warm += 1) next();
  return next;
}

/** How many standard errors the average of f over all years is from what it should be. */
function errorsAway(years: number, f: (year: number) => number, wanted: number): number {
  let sum = 0;
  let squares = 0;
  for (let year = 0; year < years; year += 1) {
    const value = f(year) - wanted;
    sum += value;
    squares += value * value;
  }
  const average = sum / years;
  return Math.abs(average) / Math.sqrt((squares / years - average ** 2) / years);
}

describe('a simulation of a million years', () => {
  let drawn: Simulated;
  let computed: PortfolioAssessment;
  beforeAll(() => {
    drawn = simulate();
    const outcome = assessPortfolio(input);
    if (outcome.kind === 'refused') throw new Error(outcome.refusals.join(' '));
    computed = outcome.assessment;
  });

  const share = (losses: Float64Array, passes: (loss: number) => boolean, wanted: number): number =>
    errorsAway(YEARS, (year) => (passes(losses[year] ?? 0) ? 1 : 0), wanted);

  test('agrees on the mean, the spread and the years without a loss', () => {
    const { mean, standardDeviation, pNoLoss } = computed.portfolio;
    expect(errorsAway(YEARS, (year) => drawn.totals[year] ?? 0, mean)).toBeLessThan(AWAY);
    expect(errorsAway(YEARS, (year) => ((drawn.totals[year] ?? 0) - mean) ** 2, standardDeviation ** 2)).toBeLessThan(AWAY);
    expect(share(drawn.totals, (loss) => loss === 0, pNoLoss)).toBeLessThan(AWAY);
  });

  test('agrees on every quantile of the whole and of each risk', () => {
    for (const [p, amount] of Object.entries(computed.portfolio.quantiles)) {
      expect(share(drawn.totals, (loss) => loss <= amount, Number(p)), p).toBeLessThan(AWAY);
    }
    computed.risks.forEach(({ id, quantiles, pNoLoss }, index) => {
      for (const [p, amount] of Object.entries(quantiles)) {
        const atCap = id === 'capped' && amount === 1.5e6;
        if (amount === 0) expect(Number(p), `${id} ${p}`).toBeLessThanOrEqual(pNoLoss);
        else if (id !== 'unsure' && !atCap) expect(share(drawn.byRisk[index] ?? new Float64Array(0), (loss) => loss <= amount, Number(p)), `${id} ${p}`).toBeLessThan(AWAY);
      }
    });
  });

  test('agrees on exceedance, of the year and of the largest single loss', () => {
    for (const [amount, p] of Object.entries(computed.portfolio.exceedance)) {
      expect(share(drawn.totals, (loss) => loss > Number(amount), p), amount).toBeLessThan(AWAY);
    }
    for (const [amount, p] of Object.entries(computed.portfolio.occurrence.exceedance)) {
      expect(share(drawn.largest, (loss) => loss > Number(amount), p), amount).toBeLessThan(AWAY);
    }
  });

  test.each([[0.95, 'es95'], [0.99, 'es99']] as const)('agrees on the worst years beyond %d and on who brings them', (p, figure) => {
    const { portfolio, risks } = computed;
    const from = portfolio.quantiles[p] ?? 0;
    const beyond = (portfolio[figure] - from) * (1 - p);
    expect(errorsAway(YEARS, (year) => Math.max(0, (drawn.totals[year] ?? 0) - from), beyond)).toBeLessThan(AWAY);
    risks.forEach(({ id, contribution }, index) => {
      const losses = drawn.byRisk[index] ?? new Float64Array(0);
      const away = errorsAway(YEARS, (year) => ((drawn.totals[year] ?? 0) > from ? (losses[year] ?? 0) : 0), contribution[figure] * (1 - p));
      expect(away, id).toBeLessThan(AWAY);
    });
  });
});
