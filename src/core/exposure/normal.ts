import erfc from '@stdlib/math-base-special-erfc';

/** The 95th percentile of the standard normal distribution, to the last bit of a double. */
export const Z95 = 1.6448536269514722;

/** P(standard normal > z). */
export function normalAbove(z: number): number {
  return 0.5 * erfc(z / Math.SQRT2);
}

/** P(standard normal <= z). */
export function normalBelow(z: number): number {
  return normalAbove(-z);
}
