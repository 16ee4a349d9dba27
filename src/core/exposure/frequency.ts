import { Z95 } from '#core/exposure/expected-annual-loss.ts';
import { zeros, type Spectrum } from '#core/exposure/spectrum.ts';

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
const MOST_COUNTS = 250;
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

export interface Generated {
  value: Spectrum;
  /** M'/M: turns size-biased losses into a contribution. Zero where it was not asked for. */
  slopeOverValue: Spectrum;
}

/** Generating function of the year's count at a transformed loss phi: M = E[exp(rate (phi - 1))] and M'/M. */
export function generate(frequency: Frequency, phi: Spectrum, withSlope: boolean): Generated {
  const counts = countsOf(frequency);
  const value = zeros(phi.re.length);
  const slope = zeros(phi.re.length);
  if (counts === undefined) sumOverRates(frequency, phi, value, slope);
  else if (withSlope) sumOverCounts(counts, phi, value, slope);
  else sumOverCountsAlone(counts, phi, value);
  if (!withSlope) return { value, slopeOverValue: slope };
  for (let k = 0; k < phi.re.length; k += 1) {
    const vr = value.re[k] ?? 0;
    const vi = value.im[k] ?? 0;
    const sr = slope.re[k] ?? 0;
    const si = slope.im[k] ?? 0;
    const norm = vr * vr + vi * vi;
    slope.re[k] = norm === 0 ? 0 : (sr * vr + si * vi) / norm;
    slope.im[k] = norm === 0 ? 0 : (si * vr - sr * vi) / norm;
  }
  return { value, slopeOverValue: slope };
}

/** P(n events), as far as it matters; undefined where that is too many to sum over. */
function countsOf({ rates }: Frequency): Float64Array | undefined {
  const counts = new Float64Array(MOST_COUNTS);
  for (const { rate, weight } of rates) {
    let mass = weight * Math.exp(-rate);
    for (let n = 0; n < MOST_COUNTS; n += 1) {
      counts[n] = (counts[n] ?? 0) + mass;
      mass *= rate / (n + 1);
    }
  }
  const length = 1 + counts.findLastIndex((mass) => mass > LEAST_COUNT);
  return length < MOST_COUNTS ? counts.slice(0, length) : undefined;
}

/** The power series in phi, |phi| <= 1, by Horner's rule. */
function sumOverCounts(counts: Float64Array, phi: Spectrum, value: Spectrum, slope: Spectrum): void {
  for (let k = 0; k < phi.re.length; k += 1) {
    const re = phi.re[k] ?? 0;
    const im = phi.im[k] ?? 0;
    let vr = 0;
    let vi = 0;
    let sr = 0;
    let si = 0;
    for (let n = counts.length - 1; n >= 0; n -= 1) {
      const nextSlope = sr * re - si * im + vr;
      si = sr * im + si * re + vi;
      sr = nextSlope;
      const nextValue = vr * re - vi * im + (counts[n] ?? 0);
      vi = vr * im + vi * re;
      vr = nextValue;
    }
    value.re[k] = vr;
    value.im[k] = vi;
    slope.re[k] = sr;
    slope.im[k] = si;
  }
}

function sumOverCountsAlone(counts: Float64Array, phi: Spectrum, value: Spectrum): void {
  for (let k = 0; k < phi.re.length; k += 1) {
    const re = phi.re[k] ?? 0;
    const im = phi.im[k] ?? 0;
    let vr = 0;
    let vi = 0;
    for (let n = counts.length - 1; n >= 0; n -= 1) {
      const next = vr * re - vi * im + (counts[n] ?? 0);
      vi = vr * im + vi * re;
      vr = next;
    }
    value.re[k] = vr;
    value.im[k] = vi;
  }
}

function sumOverRates({ rates }: Frequency, phi: Spectrum, value: Spectrum, slope: Spectrum): void {
  for (let k = 0; k < phi.re.length; k += 1) {
    const ur = (phi.re[k] ?? 0) - 1;
    const ui = phi.im[k] ?? 0;
    let vr = 0;
    let vi = 0;
    let sr = 0;
    let si = 0;
    for (const { rate, weight } of rates) {
      if (rate * ur < -60) continue;
      const size = weight * Math.exp(rate * ur);
      const cosine = size * Math.cos(rate * ui);
      const sine = size * Math.sin(rate * ui);
      vr += cosine;
      vi += sine;
      sr += rate * cosine;
      si += rate * sine;
    }
    value.re[k] = vr;
    value.im[k] = vi;
    slope.re[k] = sr;
    slope.im[k] = si;
  }
}
