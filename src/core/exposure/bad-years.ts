import { fixedRate } from '#core/exposure/frequency.ts';
import { zeros, type Spectrum } from '#core/exposure/spectrum.ts';
import type { LossSource } from '#core/exposure/yearly-loss.ts';

/*
 * A sensitivity, not a headline: one factor a year on the rate of everything, gamma with mean 1 and a stated
 * variance, as CreditRisk+ does for defaults. With variance 0 there is no such factor.
 */

/** P(none of these events in a year), at so many of them a year on average. */
export function noneInYear(rate: number, variance: number): number {
  return variance === 0 ? Math.exp(-rate) : Math.exp(-Math.log1p(variance * rate) / variance);
}

/**
 * Generating function of the year, M = (1 - v w)^(-1/v), and its slope M' = (1 - v w)^(-1/v - 1), which turns
 * size-biased losses into contributions. `exponent - shift` is w, the sum of rate (phi - 1), whose real part is
 * never above 0.
 */
export function generateBadYears(exponent: Spectrum, shift: number, variance: number): { total: Spectrum; slope: Spectrum } {
  const total = zeros(exponent.re.length);
  const slope = zeros(exponent.re.length);
  for (let k = 0; k < exponent.re.length; k += 1) {
    const re = 1 - variance * ((exponent.re[k] ?? 0) - shift);
    const im = -variance * (exponent.im[k] ?? 0);
    const size = Math.log(Math.hypot(re, im));
    const angle = Math.atan2(im, re);
    const turned = -angle / variance;
    const value = Math.exp(-size / variance);
    total.re[k] = value * Math.cos(turned);
    total.im[k] = value * Math.sin(turned);
    const steep = Math.exp(-size / variance - size);
    slope.re[k] = steep * Math.cos(turned - angle);
    slope.im[k] = steep * Math.sin(turned - angle);
  }
  return { total, slope };
}

/** Cumulants of a sum whose every rate is multiplied by the factor: those it has at a factor of 1, and what the factor adds. */
export function withBadYears<C extends { mean: number; variance: number; third: number }>({ mean, variance, third }: C, v: number) {
  return { mean, variance: variance + v * mean ** 2, third: third + 3 * v * mean * variance + 2 * v ** 2 * mean ** 3 };
}

/**
 * The sources at the average of the rate each may have. What is not known of a single rate and what comes
 * together in a bad year are two questions; beside the factor only the second is asked, in closed form.
 */
export function atMeanRates(sources: readonly LossSource[]): readonly LossSource[] {
  return sources.map((source) => ({ ...source, key: `${source.key} mean`, frequency: fixedRate(source.frequency.mean) }));
}
