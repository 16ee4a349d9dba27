import { describe, expect, test } from 'vitest';
import { rangeMeaning, rangeRefusals, type StatedRanges } from '#core/exposure/range-entry.ts';
import { inputRefusals } from '#core/exposure/input-refusals.ts';
import { assessPortfolio } from '#core/exposure/portfolio.ts';
import { typedAmount } from '#core/exposure/typed-amount.ts';

const good: StatedRanges = { low: 100_000, high: 4_000_000, rateLow: 0.1, rateHigh: 0.8 };

describe('two questions about a risk', () => {
  test.each([
    ['equal ends', { low: 4e6 }, /as both ends of one loss/],
    ['zero', { low: 0 }, /a low of zero/],
    ['negative', { high: -1 }, /a negative high/],
    ['swapped', { low: 5e6 }, /above its high/],
    ['absurd', { high: 2e15 }, /check its unit/],
    ['a range a billion times wide', { low: 1e-4 }, /which no estimate supports/],
    ['equal rates', { rateLow: 0.8 }, /the same rate/],
    ['swapped rates', { rateLow: 2 }, /rateLow of 2 above/],
    ['a rate of nothing', { rateLow: 0 }, /rateLow of zero/],
    ['a cap inside the range', { max: 1000 }, /at or below its low/],
    ['no number', { low: Number.NaN }, /not a finite number/],
  ] satisfies readonly [string, Partial<StatedRanges>, RegExp][])('%s is refused in one plain sentence, the one a file gets', (_, change, says) => {
    const ranges = { ...good, ...change };
    const [refusal = '', ...more] = rangeRefusals(ranges);
    expect(more).toEqual([]);
    expect(refusal).toMatch(says);
    expect(refusal).toMatch(/^The range [^.]+.*\.$/);
    const [file] = inputRefusals({ risks: [{ id: 'r', ...ranges }] });
    expect(file?.sentence.replace('Risk "r" ', '')).toBe(refusal.replace('The range ', ''));
    expect(rangeMeaning(ranges, 'USD')).toBeUndefined();
  });

  test('are answered at once with what they mean for a year, as the portfolio would', () => {
    const meaning = rangeMeaning(good, 'USD');
    const outcome = assessPortfolio({ risks: [{ id: 'r', ...good }], percentiles: [0.95, 0.99] });
    if (outcome.kind !== 'assessed' || meaning === undefined) throw new Error('the range can be computed');
    const { portfolio } = outcome.assessment;
    expect(meaning.mean).toBe(portfolio.mean);
    expect(Math.abs(meaning.inTwenty / (portfolio.quantiles['0.95'] ?? 0) - 1)).toBeLessThan(5e-4);
    expect(Math.abs(meaning.inHundred / (portfolio.quantiles['0.99'] ?? 0) - 1)).toBeLessThan(5e-4);
    expect(meaning.sentence).toBe('Your range means a 1-in-20 year above $2.3 million, $410,000 a year on average over many years, and no loss in 73 of 100 years.');
    expect(meaning.warnings).toEqual([]);
  });

  test('a rare risk is not said to cost nothing: its 1-in-100 year and its average are named', () => {
    expect(rangeMeaning({ low: 1e6, high: 4e7, rateLow: 0.02, rateHigh: 0.09 }, 'USD')?.sentence).toBe(
      'Your range means no loss in 95 of 100 years, a 1-in-100 year above $16 million, and $560,000 a year on average over many years.',
    );
  });

  test('a very wide range is taken with a warning, and a cap takes the doubt about the tail away', () => {
    expect(rangeMeaning({ ...good, low: 1_000, high: 5e7 }, 'USD')?.warnings[0]).toContain('50,000 times the low end');
    const wide = { ...good, low: 10_000, high: 6e6 };
    expect(rangeMeaning(wide, 'USD')?.warnings[0]).toContain('comes from losses above your own high end');
    expect(rangeMeaning({ ...wide, max: 2e7 }, 'USD')?.warnings).toEqual([]);
    expect(rangeMeaning({ ...good, rateLow: 0.001, rateHigh: 12 }, 'USD')?.warnings[0]).toContain('12,000 times the lowest');
  });

  test.each([
    ['400000', 400_000], ['$400k', 400_000], [' 1.2M ', 1_200_000], ['2,500,000', 2_500_000], ['.3', 0.3], ['-5', -5], ['€3 m', 3_000_000], ['1b', 1e9],
    ['', undefined], ['a lot', undefined], ['1.000.000', undefined], ['1,5', undefined], ['12 months', undefined],
  ])('what is typed as %j is read as %j', (text, amount) => expect(typedAmount(text)).toBe(amount));
});
