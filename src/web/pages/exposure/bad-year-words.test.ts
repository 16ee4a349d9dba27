import { expect, it } from 'vitest';
import type { YearAnswer } from '#core/exposure/exposure-questions.ts';
import { BAD_YEARS, badYearWords } from '#web/pages/exposure/bad-year-words.ts';

function year(median: number, twentieth: number, hundredth: number): YearAnswer {
  return { of: 'year', mean: 20.9e6, pNoLoss: 0, es95: 0, quantiles: { 0.5: median, 0.95: twentieth, 0.99: hundredth }, exceedance: {}, curve: [] };
}

it('says what a factor on all rates does to median and tails in one sentence, each beside what it is without', () => {
  expect(badYearWords(year(17.5e6, 45.8e6, 66.4e6), year(16.6e6, 52.9e6, 77.3e6), 'USD')).toBe(
    'If one factor made all rates rise and fall together (variance 0.25: in 7 years of 10 to between half and one and a half times their average), '
    + 'the median year would cost $17 million instead of $18 million, 1 year in 20 more than $53 million instead of $46 million, and 1 in 100 more than $77 million instead of $66 million. '
    + 'The average year would stay $21 million.',
  );
});

it('swings as far as the sentence says', () => {
  // A gamma of mean 1 and variance 1/4 is a quarter of the fourth arrival of a Poisson process of rate 1.
  const below = (x: number): number => 1 - Math.exp(-4 * x) * (1 + 4 * x + (4 * x) ** 2 / 2 + (4 * x) ** 3 / 6);
  expect(BAD_YEARS.variance).toBe(1 / 4);
  expect(below(1.5) - below(0.5)).toBeCloseTo(0.7, 1);
});
