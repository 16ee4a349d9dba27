import erfc from '@stdlib/math-base-special-erfc';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';

/** 95th percentile of the standard normal distribution, to the last bit of a double. */
export const Z95 = 1.6448536269514722;

/** The size of ONE loss, in money. Every figure is exact to double precision. */
export interface Severity {
  mean: number;
  /** P(loss > x). */
  survival(x: number): number;
  /** E[min(loss, x)]. */
  limitedMean(x: number): number;
}

/** Lognormal loss with these 5th and 95th percentiles, 0 < low < high; one size where they are equal. */
export function lognormalSeverity(low: number, high: number): Severity {
  if (low === high) return fixedSeverity(low);
  const mu = (Math.log(low) + Math.log(high)) / 2;
  const sigma = (Math.log(high) - Math.log(low)) / (2 * Z95);
  const mean = Math.exp(mu + (sigma * sigma) / 2);
  const above = (x: number): number => (x <= 0 ? 1 : upperTail((Math.log(x) - mu) / sigma));
  return {
    mean,
    survival: above,
    limitedMean: (x) =>
      x <= 0 ? 0 : mean * upperTail(-(Math.log(x) - mu - sigma * sigma) / sigma) + x * above(x),
  };
}

function fixedSeverity(size: number): Severity {
  return { mean: size, survival: (x) => (x < size ? 1 : 0), limitedMean: (x) => Math.min(Math.max(x, 0), size) };
}

/** The same loss, never above a hard maximum. */
export function cappedSeverity(severity: Severity, maximum: number): Severity {
  return {
    mean: severity.limitedMean(maximum),
    survival: (x) => (x < maximum ? severity.survival(x) : 0),
    limitedMean: (x) => severity.limitedMean(Math.min(x, maximum)),
  };
}

/** What is left of a loss when an insurer pays its part above `retention`, up to `limit`. */
export function netOfInsurance(severity: Severity, retention: number, limit: number): Severity {
  const recovered = severity.limitedMean(retention + limit) - severity.limitedMean(retention);
  return {
    mean: severity.mean - recovered,
    survival: (x) => severity.survival(x < retention ? x : x + limit),
    limitedMean: (x) => (x < retention ? severity.limitedMean(x) : severity.limitedMean(x + limit) - recovered),
  };
}

/** P(standard normal > z). */
export function upperTail(z: number): number {
  return 0.5 * erfc(z / Math.SQRT2);
}

/** Standard normal quantile of p in (0, 1). */
export function normalQuantileOf(p: number): number {
  return normalQuantile(p, 0, 1);
}
