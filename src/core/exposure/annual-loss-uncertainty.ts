import { meanOfRange } from '#core/exposure/expected-annual-loss.ts';
import { normalAbove, Z95 } from '#core/exposure/normal.ts';

/** What is stated of how well the average year is known. */
export interface KnownRanges {
  low: number;
  high: number;
  rateLow: number;
  rateHigh: number;
  /** The whole range of one loss may be off by up to this factor either way, at 90%. Absent = it is taken as it stands. */
  offByFactor?: number | undefined;
}

/** The average year as a lognormal belief: its mean, median and sigma, and the part of sigma from each input. */
export interface AnnualLossBelief {
  mean: number;
  median: number;
  sigma: number;
  sigmaOfRate: number;
  sigmaOfLoss: number;
}

/**
 * What is believed of the average year when only the rate range and the stated factor on the loss range are unknown:
 * both lognormal and independent, so their product is too. `null` where a range has no lognormal.
 */
export function annualLossBelief({ low, high, rateLow, rateHigh, offByFactor = 1 }: KnownRanges): AnnualLossBelief | null {
  const rate = meanOfRange(rateLow, rateHigh);
  const loss = meanOfRange(low, high);
  if (rate === null || loss === null || rate <= 0 || loss <= 0) return null;
  const sigmaOfRate = (Math.log(rateHigh) - Math.log(rateLow)) / (2 * Z95);
  const sigmaOfLoss = Math.log(offByFactor) / Z95;
  const mean = rate * loss * Math.exp((sigmaOfLoss * sigmaOfLoss) / 2);
  const sigma = Math.hypot(sigmaOfRate, sigmaOfLoss);
  return { mean, median: mean * Math.exp(-(sigma * sigma) / 2), sigma, sigmaOfRate, sigmaOfLoss };
}

/** P(the true average year > limit), for a limit above 0. Without any stated doubt it is 0 or 1. */
export function chanceAbove({ median, sigma }: AnnualLossBelief, limit: number): number {
  if (sigma === 0) return median > limit ? 1 : 0;
  return normalAbove(Math.log(limit / median) / sigma);
}
