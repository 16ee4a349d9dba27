import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectedAnnualLoss, meanOfRange } from '#core/exposure/expected-annual-loss.ts';
import { Z95 } from '#core/exposure/normal.ts';

/** Rate a year, 5th and 95th percentile of one loss, and the expected annual loss computed without this code. */
const reference = [
  ['S01', 0.05, 10e3, 1e6, 13_319.9004887],
  ['S02', 0.3, 10e3, 1e6, 79_919.4029321],
  ['S03', 1, 10e3, 1e6, 266_398.009774],
  ['S04', 5, 10e3, 1e6, 1_331_990.04887],
  ['S05', 40, 10e3, 1e6, 10_655_920.3909],
  ['S06', 0.1, 100e3, 1e6, 40_400.1282695],
  ['S07', 0.1, 10e6, 1e9, 26_639_800.9774],
  ['S08', 0.05, 5e6, 50e6, 1_010_003.20674],
  ['S09', 0.01, 1e6, 10e6, 40_400.1282695],
  ['S10', 0.3, 50e3, 5e6, 399_597.01466],
  ['R01', 0.08, 500e3, 20e6, 474_385.641086],
] as const;

describe(expectedAnnualLoss, () => {
  test.each(reference)('%s: %d a year, %d to %d', (_, rate, low, high, expected) => {
    const got = expectedAnnualLoss({ low, high, rateLow: rate, rateHigh: rate });
    expect(Math.abs((got ?? 0) / expected - 1)).toBeLessThan(1e-11);
  });

  test('agrees with the published examples of riskquant to the last digits', () => {
    expect(expectedAnnualLoss({ low: 100e3, high: 1e6, rateLow: 0.1, rateHigh: 0.1 })).toBeCloseTo(40_400.128269457266, 8);
    expect(meanOfRange(635_000, 19_000_000)).toBeCloseTo(5_922_706.83351131, 6);
  });

  test('uses the mean of a rate range, not its median', () => {
    const got = expectedAnnualLoss({ low: 50e3, high: 5e6, rateLow: 0.05, rateHigh: 0.5 });
    expect(Math.abs((got ?? 0) / 269_062.844139 - 1)).toBeLessThan(1e-11);
    expect(meanOfRange(0.05, 0.5)).toBeCloseTo(0.202000641347, 11);
  });

  test('is unknown, not zero, without both ranges', () => {
    expect(expectedAnnualLoss(undefined)).toBeNull();
    expect(expectedAnnualLoss({ low: 1, high: 2 })).toBeNull();
    expect(expectedAnnualLoss({ low: 1, high: 2, rateLow: 1 })).toBeNull();
    expect(expectedAnnualLoss({ low: 0, high: 2, rateLow: 1, rateHigh: 1 })).toBeNull();
    expect(expectedAnnualLoss({ low: 3, high: 2, rateLow: 1, rateHigh: 1 })).toBeNull();
    expect(expectedAnnualLoss({ low: 1, high: 2, rateLow: 0, rateHigh: 1 })).toBeNull();
    expect(expectedAnnualLoss({ low: 1e300, high: 1e308, rateLow: 1e9, rateHigh: 1e9 })).toBeNull();
  });

  test('is zero where the record says that it happens never or costs nothing', () => {
    expect(expectedAnnualLoss({ low: 1, high: 2, rateLow: 0, rateHigh: 0 })).toBe(0);
    expect(expectedAnnualLoss({ low: 0, high: 0, rateLow: 1, rateHigh: 2 })).toBe(0);
  });

  test('doubles when the loss doubles or the rate doubles', () => {
    const positive = fc.double({ min: 1e-3, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(positive, fc.double({ min: 1.001, max: 1e3, noNaN: true }), positive, (low, ratio, rate) => {
        const once = expectedAnnualLoss({ low, high: low * ratio, rateLow: rate, rateHigh: rate * ratio }) ?? 0;
        const larger = expectedAnnualLoss({ low: 2 * low, high: 2 * low * ratio, rateLow: rate, rateHigh: rate * ratio });
        const oftener = expectedAnnualLoss({ low, high: low * ratio, rateLow: 2 * rate, rateHigh: 2 * rate * ratio });
        expect((larger ?? 0) / once).toBeCloseTo(2, 9);
        expect((oftener ?? 0) / once).toBeCloseTo(2, 9);
      }),
      { seed: 46 },
    );
  });

  test('z is the 95th percentile of the standard normal distribution, not its usual rounding', () => {
    expect(Z95).not.toBe(1.645);
    expect(meanOfRange(10e3, 1e6)).toBeCloseTo(266_398.009774, 5);
  });
});
