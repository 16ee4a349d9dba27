import type { ExposureRange } from '#core/record/entities.ts';
import { Z95 } from '#core/exposure/normal.ts';
import { cappedSeverity, lognormalSeverity } from '#core/exposure/severity.ts';

/**
 * Mean of the lognormal distribution with these 5th and 95th percentiles; the value itself where both are
 * equal. `null` where no such distribution exists: a bound below zero, a zero beside a positive bound, or
 * the bounds the wrong way round.
 */
export function meanOfRange(low: number, high: number): number | null {
  if (low === high) return low >= 0 && Number.isFinite(low) ? low : null;
  if (!(low > 0 && low < high && Number.isFinite(high))) return null;
  const mu = (Math.log(low) + Math.log(high)) / 2;
  const sigma = (Math.log(high) - Math.log(low)) / (2 * Z95);
  return Math.exp(mu + (sigma * sigma) / 2);
}

/**
 * Expected loss a year, averaged over many years, in the currency of the range: mean events a year times
 * mean loss of one event (compound Poisson-lognormal, closed form). The mean of the rate range is used, not
 * its median, which would understate the result; a stated cap on one loss counts. `null` without both ranges:
 * unknown is never zero.
 */
export function expectedAnnualLoss(exposure: ExposureRange | undefined): number | null {
  if (exposure?.rateLow === undefined || exposure.rateHigh === undefined) return null;
  const events = meanOfRange(exposure.rateLow, exposure.rateHigh);
  const loss = meanOfLoss(exposure);
  if (events === null || loss === null) return null;
  const product = events * loss;
  return Number.isFinite(product) ? product : null;
}

function meanOfLoss({ low, high, max }: ExposureRange): number | null {
  const mean = meanOfRange(low, high);
  if (mean === null || max === undefined || low <= 0) return mean;
  return cappedSeverity(lognormalSeverity(low, high), max).mean;
}
