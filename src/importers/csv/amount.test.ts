import { describe, expect, it } from 'vitest';
import { readAmount } from '#importers/csv/amount.ts';

describe('an amount in a cell', () => {
  it.each([
    ['1000', 1000, undefined],
    ['1,000', 1000, undefined],
    ['1,234,567.50', 1_234_567.5, undefined],
    ["1'000'000", 1_000_000, undefined],
    ['1 000 000', 1_000_000, undefined],
    ['1\u00a0000,50', 1000.5, undefined],
    ['1.000.000', 1_000_000, undefined],
    ['1.234,56', 1234.56, undefined],
    ['$1.2M', 1_200_000, '$'],
    ['1.1m', 1_100_000, undefined],
    ['EUR 300k', 300_000, 'EUR'],
    ['300k eur', 300_000, 'EUR'],
    ['€2 bn', 2_000_000_000, 'EUR'],
    ['US$ 5 million', 5_000_000, 'USD'],
    ['0.125', 0.125, undefined],
    ['2.5e5', 250_000, undefined],
    ['0', 0, undefined],
  ])('reads %s', (cell, value, currency) => {
    expect(readAmount(cell)).toEqual({ type: 'amount', value, currency });
  });

  it.each([
    ['100k - 500k', 100_000, 500_000],
    ['100k-500k', 100_000, 500_000],
    ['$1 to 2 million', 1_000_000, 2_000_000],
    ['between 10,000 and 20,000', 10_000, 20_000],
    ['1M – 4M USD', 1_000_000, 4_000_000],
  ])('reads the range %s', (cell, low, high) => {
    expect(readAmount(cell)).toMatchObject({ type: 'range', low, high });
  });

  it.each(['High', 'Very likely', '4 - Major', 'High (5)', 'LOW', 'see annex 3'])('finds no amount in the words %s', (cell) => {
    expect(readAmount(cell)).toEqual({ type: 'words' });
  });

  it.each([
    ['-5', 'number-range'],
    ['-1,000', 'number-range'],
    ['1e308', 'number-range'],
    ['1e999', 'number-range'],
    ['NaN', 'number-format'],
    ['Infinity', 'number-format'],
    ['#REF!', 'number-format'],
    ['(1,000)', 'number-format'],
    ['1.000', 'number-format'],
    ['1,5', 'number-format'],
    ['1,00', 'number-format'],
    ['> 5000', 'number-format'],
    ['$1.2M per event', 'number-format'],
    ['1 2 3 to 4', 'number-format'],
    ['$5 or €4', 'two-currencies'],
    ['USD 5 - EUR 9', 'two-currencies'],
  ])('does not guess what %s means', (cell, code) => {
    expect(readAmount(cell)).toMatchObject({ type: 'fault', code });
  });
});
