import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chanceInWords, yearPercentiles, yearsInWords, yearsPassing } from '#core/exposure/equally-likely-years.ts';

describe(yearsPassing, () => {
  test('counts the years whose middle lies above the amount', () => {
    fc.assert(
      fc.property(fc.constantFrom(20, 50), fc.double({ min: 0, max: 1, noNaN: true }), (count, chance) => {
        const middles = yearPercentiles(count);
        expect(middles).toHaveLength(count);
        expect(yearsPassing(count, chance)).toBe(middles.filter((middle) => middle > 1 - chance + 1e-9).length);
        expect(Math.abs(yearsPassing(count, chance) - count * chance)).toBeLessThanOrEqual(0.5 + 1e-6);
      }),
    );
  });

  test.each([[20, 0.3, 6], [20, 0.325, 6], [20, 0.326, 7], [20, 0.02, 0], [20, 1, 20], [50, 0.05, 2], [50, 0.051, 3]])('of %d years with a chance of %d it is %d', (count, chance, years) => {
    expect(yearsPassing(count, chance)).toBe(years);
  });
});

test.each([[0.3, 'In 6 of 20 equally likely years (30%)'], [0.02, 'In fewer than 1 of 20 equally likely years (2%)'], [0.9999, 'In all 20 equally likely years (over 99.9%)']])('a chance of %d reads %s', (chance, words) => {
  expect(yearsInWords(20, chance)).toBe(words);
});

test.each([[0, '0%'], [0.0004, 'under 0.1%'], [0.0236, '2.4%'], [0.5, '50%'], [0.9963, '99.6%'], [1, '100%']])('%d is %s', (chance, words) => {
  expect(chanceInWords(chance)).toBe(words);
});
