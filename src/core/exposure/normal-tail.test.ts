import erfc from '@stdlib/math-base-special-erfc';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { upperTail } from '#core/exposure/normal-tail.ts';

describe(upperTail, () => {
  test('is the complementary error function to a relative 1e-13, between the points of its table and beyond it', () => {
    fc.assert(
      fc.property(fc.double({ min: -12, max: 20, noNaN: true }), (z) => {
        const exact = 0.5 * erfc(z / Math.SQRT2);
        expect(Math.abs(upperTail(z) / exact - 1)).toBeLessThan(1e-13);
      }),
      { seed: 3, numRuns: 20_000 },
    );
  });

  test('has its ends', () => {
    expect(upperTail(0)).toBe(0.5);
    expect(upperTail(Infinity)).toBe(0);
    expect(upperTail(-Infinity)).toBe(1);
  });
});
