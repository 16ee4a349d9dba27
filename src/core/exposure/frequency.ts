import { gaussHermite } from '#core/exposure/gauss-hermite.ts';
import { Z95 } from '#core/exposure/severity.ts';
import { zeros, type Spectrum } from '#core/exposure/spectrum.ts';

/** Events a year: rates with weights that sum to 1. One rate = Poisson; several = a mixture over what the rate may be. */
export interface Frequency {
  mean: number;
  rates: readonly { rate: number; weight: number }[];
}

export function fixedRate(rate: number): Frequency {
  return { mean: rate, rates: [{ rate, weight: 1 }] };
}

/**
 * A rate known as a range, 5th to 95th percentile of a lognormal, by Gauss-Hermite quadrature. The mean is
 * the closed form, so quadrature error never reaches an expected loss.
 */
export function uncertainRate(low: number, high: number): Frequency {
  if (low === high) return fixedRate(low);
  const mu = (Math.log(low) + Math.log(high)) / 2;
  const sigma = (Math.log(high) - Math.log(low)) / (2 * Z95);
  const nodes = gaussHermite(16);
  const rates = nodes.map(({ node, weight }) => ({ rate: Math.exp(mu + sigma * node), weight }));
  return { mean: Math.exp(mu + (sigma * sigma) / 2), rates };
}

/** P(no event in a year). */
export function noEvent({ rates }: Frequency): number {
  return rates.reduce((sum, { rate, weight }) => sum + weight * Math.exp(-rate), 0);
}

/**
 * Generating function of the year's count at a transformed loss phi: M = sum w exp(rate (phi - 1)), and
 * the factor M'/M that turns size-biased losses into a contribution.
 */
export function generate({ rates }: Frequency, phi: Spectrum): { value: Spectrum; slopeOverValue: Spectrum } {
  const length = phi.re.length;
  const value = zeros(length);
  const slopeOverValue = zeros(length);
  for (let k = 0; k < length; k += 1) {
    const ur = (phi.re[k] ?? 0) - 1;
    const ui = phi.im[k] ?? 0;
    let valueRe = 0;
    let valueIm = 0;
    let slopeRe = 0;
    let slopeIm = 0;
    for (const { rate, weight } of rates) {
      const size = weight * Math.exp(rate * ur);
      const cosine = size * Math.cos(rate * ui);
      const sine = size * Math.sin(rate * ui);
      valueRe += cosine;
      valueIm += sine;
      slopeRe += rate * cosine;
      slopeIm += rate * sine;
    }
    value.re[k] = valueRe;
    value.im[k] = valueIm;
    const norm = valueRe * valueRe + valueIm * valueIm;
    slopeOverValue.re[k] = (slopeRe * valueRe + slopeIm * valueIm) / norm;
    slopeOverValue.im[k] = (slopeIm * valueRe - slopeRe * valueIm) / norm;
  }
  return { value, slopeOverValue };
}
