import { describe, expect, test } from 'vitest';
import { moneyMark, moneyProse, moneySpoken, type Precision } from '#core/exposure/money-words.ts';

describe('money in words', () => {
  const amounts: readonly [number, Precision, string, string, string][] = [
    [1_234_567, 'modelled', '$1.2M', '$1.2 million', '1.2 million dollars'],
    [450_000, 'modelled', '$450k', '$450,000', '450,000 dollars'],
    [454_321, 'modelled', '$450k', '$450,000', '450,000 dollars'],
    [999_999, 'modelled', '$1M', '$1 million', '1 million dollars'],
    [994_999, 'modelled', '$990k', '$990,000', '990,000 dollars'],
    [12_345_678, 'modelled', '$12M', '$12 million', '12 million dollars'],
    [123_456_789, 'modelled', '$120M', '$120 million', '120 million dollars'],
    [2_500_000_000, 'modelled', '$2.5B', '$2.5 billion', '2.5 billion dollars'],
    [999, 'modelled', '$1k', '$1,000', '1,000 dollars'],
    [850, 'modelled', '$850', '$850', '850 dollars'],
    [0.4, 'modelled', '$0.4', '$0.4', '0.4 dollars'],
    [0, 'modelled', '$0', '$0', '0 dollars'],
    [-1_200_000, 'modelled', '−$1.2M', '−$1.2 million', 'minus 1.2 million dollars'],
    [500_000, 'exact', '$500k', '$500,000', '500,000 dollars'],
    [501_234, 'exact', '$501,234', '$501,234', '501,234 dollars'],
    [1_250_000, 'exact', '$1.25M', '$1.25 million', '1.25 million dollars'],
    [1_234_567, 'exact', '$1,234,567', '$1,234,567', '1,234,567 dollars'],
    [1_000_000_000, 'exact', '$1B', '$1 billion', '1 billion dollars'],
    [999, 'exact', '$999', '$999', '999 dollars'],
    [1000, 'exact', '$1k', '$1,000', '1,000 dollars'],
    [0, 'exact', '$0', '$0', '0 dollars'],
    [-0.2, 'exact', '$0', '$0', '0 dollars'],
  ];
  test.each(amounts)('%d %s', (amount, precision, mark, prose, spoken) => {
    expect([moneyMark(amount, precision), moneyProse(amount, precision), moneySpoken(amount, precision)]).toEqual([mark, prose, spoken]);
  });

  test.each([
    ['EUR', '€1.2M', '€1.2 million', '1.2 million euros'],
    ['GBP', '£1.2M', '£1.2 million', '1.2 million pounds'],
    ['JPY', '¥1.2M', '¥1.2 million', '1.2 million yen'],
    ['CHF', 'CHF 1.2M', 'CHF 1.2 million', '1.2 million CHF'],
  ])('in %s', (currency, mark, prose, spoken) => {
    expect([moneyMark(1.2e6, 'modelled', currency), moneyProse(1.2e6, 'modelled', currency), moneySpoken(1.2e6, 'modelled', currency)]).toEqual([mark, prose, spoken]);
  });
});
