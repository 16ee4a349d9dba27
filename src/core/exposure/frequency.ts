import { Z95 } from '#core/exposure/normal.ts';
import { addScaled, zeros, type Spectrum } from '#core/exposure/spectrum.ts';

/** Events a year: Poisson at one rate, or a mixture over what the rate may be (weights sum to 1). */
export interface Frequency {
  /** Mean, variance and third cumulant of the RATE, in closed form. */
  mean: number;
  variance: number;
  thirdCumulant: number;
  rates: readonly { rate: number; weight: number }[];
}

/** Range of standard normal values the mixture covers: 2e-9 of its weight is beyond. */
const FARTHEST = 6;
/** The 99.9% point: rates up to there must blend into one another. */
const LATE = 3.1;
const MOST_NODES = 800;
const MOST_COUNTS = 1000;
/** Probability of a count that is left out. */
const LEAST_COUNT = 1e-13;

/** Events a year at a rate that is known. */
export function fixedRate(rate: number): Frequency {
  return { mean: rate, variance: 0, thirdCumulant: 0, rates: [{ rate, weight: 1 }] };
}

/**
 * A rate known as a range, 5th to 95th percentile of a lognormal, 0 < low < high. The moments are the closed
 * form, so quadrature error never reaches an expected loss. Nodes are evenly spaced (the trapezoidal rule
 * converges exponentially here), close enough that the years of neighbouring rates overlap.
 */
export function uncertainRate(low: number, high: number): Frequency {
  const mu = (Math.log(low) + Math.log(high)) / 2;
  const sigma = (Math.log(high) - Math.log(low)) / (2 * Z95);
  const often = Math.exp(mu + LATE * sigma);
  const wanted = Math.min(0.5, 0.5 / sigma, 1.2 / (sigma * Math.sqrt(often)));
  const each = Math.min(Math.ceil(FARTHEST / wanted), MOST_NODES / 2);
  const nodes = Array.from({ length: 2 * each + 1 }, (_, index) => (FARTHEST * (index - each)) / each);
  const density = nodes.map((z) => Math.exp(-(z * z) / 2));
  const total = density.reduce((sum, mass) => sum + mass, 0);
  const mean = Math.exp(mu + (sigma * sigma) / 2);
  const spread = Math.expm1(sigma * sigma);
  return {
    mean,
    variance: mean * mean * spread,
    thirdCumulant: mean ** 3 * spread * spread * (spread + 3),
    rates: nodes.map((z, index) => ({ rate: Math.exp(mu + sigma * z), weight: (density[index] ?? 0) / total })),
  };
}

/** The same events, each kept with this probability. */
export function thinned({ mean, variance, thirdCumulant, rates }: Frequency, kept: number): Frequency {
  return {
    mean: mean * kept,
    variance: variance * kept ** 2,
    thirdCumulant: thirdCumulant * kept ** 3,
    rates: rates.map(({ rate, weight }) => ({ rate: rate * kept, weight })),
  };
}

/** P(no event in a year). */
export function noEvent(frequency: Frequency): number {
  return noneAbove(frequency, 1);
}

/** P(no event in a year that passes a test which each passes with this probability). */
export function noneAbove({ rates }: Frequency, passing: number): number {
  return rates.reduce((sum, { rate, weight }) => sum + weight * Math.exp(-rate * passing), 0);
}

/** Part of a sum that is left out at each frequency, beside a value of at most one. */
const LEAST_TERM = 1e-18;

/**
 * Generating function of the year's count at a transformed loss phi: M = E[exp(rate (phi - 1))]. `nothing` is the
 * probability that a loss is none on the grid. Those losses are thinned out first, which leaves the few that count.
 */
export function generate(frequency: Frequency, phi: Spectrum, nothing: number): Spectrum {
  const { kept, counts, shrunk } = without(nothing, frequency, phi);
  return counts === undefined ? sumOverRates(kept, shrunk, () => 1) : sumOverCounts(counts, shrunk);
}

/** M' of `generate`: turns size-biased losses into a contribution. */
export function generateSlope(frequency: Frequency, phi: Spectrum, nothing: number): Spectrum {
  const { kept, counts, shrunk, share } = without(nothing, frequency, phi);
  const slope = counts === undefined ? sumOverRates(kept, shrunk, (rate) => rate) : sumOverCounts(counts.subarray(1).map((mass, index) => mass * (index + 1)), shrunk);
  const scaled = zeros(phi.re.length);
  addScaled(scaled, slope, 1 / share);
  return scaled;
}

/** The same year, counting only losses that are some on the grid: fewer events, and phi = nothing + share * shrunk. */
function without(nothing: number, frequency: Frequency, phi: Spectrum) {
  const share = nothing > 0 && nothing < 1 ? 1 - nothing : 1;
  const kept = share === 1 ? frequency : thinned(frequency, share);
  const shrunk = zeros(phi.re.length);
  for (let k = 0; k < phi.re.length; k += 1) {
    shrunk.re[k] = ((phi.re[k] ?? 0) - (1 - share)) / share;
    shrunk.im[k] = (phi.im[k] ?? 0) / share;
  }
  return { share, kept, shrunk, counts: countsOf(kept) };
}

/** P(n events), as far as it matters; undefined where that is too many to sum over. */
function countsOf({ rates }: Frequency): Float64Array | undefined {
  const counts = new Float64Array(MOST_COUNTS);
  for (const { rate, weight } of rates) {
    let mass = weight * Math.exp(-rate);
    for (let n = 0; n < MOST_COUNTS && (n <= rate || mass > LEAST_COUNT / 1e4); n += 1) {
      counts[n] = (counts[n] ?? 0) + mass;
      mass *= rate / (n + 1);
    }
  }
  const length = 1 + counts.findLastIndex((mass) => mass > LEAST_COUNT);
  return length < MOST_COUNTS ? counts.slice(0, length) : undefined;
}

/** The power series in phi, |phi| <= 1, by Horner's rule, as many terms as count at each frequency. */
function sumOverCounts(counts: Float64Array, phi: Spectrum): Spectrum {
  const sum = zeros(phi.re.length);
  const least = 2 * Math.log(LEAST_TERM);
  for (let k = 0; k < phi.re.length; k += 1) {
    const re = phi.re[k] ?? 0;
    const im = phi.im[k] ?? 0;
    const size = re * re + im * im;
    const terms = size < 0.98 ? Math.min(counts.length, 2 + Math.ceil(least / Math.log(size))) : counts.length;
    let vr = 0;
    let vi = 0;
    for (let n = terms - 1; n >= 0; n -= 1) {
      const next = vr * re - vi * im + (counts[n] ?? 0);
      vi = vr * im + vi * re;
      vr = next;
    }
    sum.re[k] = vr;
    sum.im[k] = vi;
  }
  return sum;
}

function sumOverRates({ rates }: Frequency, phi: Spectrum, factor: (rate: number) => number): Spectrum {
  const sum = zeros(phi.re.length);
  for (let k = 0; k < phi.re.length; k += 1) {
    const ur = (phi.re[k] ?? 0) - 1;
    const ui = phi.im[k] ?? 0;
    for (const { rate, weight } of rates) {
      if (rate * ur < -60) continue;
      const size = factor(rate) * weight * Math.exp(rate * ur);
      sum.re[k] = (sum.re[k] ?? 0) + size * Math.cos(rate * ui);
      sum.im[k] = (sum.im[k] ?? 0) + size * Math.sin(rate * ui);
    }
  }
  return sum;
}
