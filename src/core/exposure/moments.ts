import { withBadYears } from '#core/exposure/bad-years.ts';
import type { Frequency } from '#core/exposure/frequency.ts';
import { frequencyBeside, type Dependence, type LossSource } from '#core/exposure/yearly-loss.ts';

/** Moments of the year's total, in closed form. Skewness has no unit. */
export interface Moments {
  mean: number;
  variance: number;
  skewness: number;
}

/** Mean, variance and skewness of the year: cumulants of independent parts add, each common cause being one part. */
export function momentsOf(sources: readonly LossSource[], { causes, badYearVariance }: Dependence): Moments {
  let mean = 0;
  let variance = 0;
  let third = 0;
  for (const { id, frequency, severity } of sources) {
    mean += frequency.mean * severity.mean;
    const own = causes.filter(({ sourceIds }) => sourceIds.includes(id));
    const part = compound(frequencyBeside(own, frequency), severity.mean, severity.powerBelow(2, Infinity), severity.powerBelow(3, Infinity));
    variance += part.variance;
    third += part.third;
  }
  for (const { rate, sourceIds } of causes) {
    const sum = sumOfLosses(sources.filter(({ id }) => sourceIds.includes(id)));
    variance += rate * sum.second;
    third += rate * sum.third;
  }
  const all = withBadYears({ mean, variance, third }, badYearVariance);
  return { mean, variance: all.variance, skewness: all.third / all.variance ** 1.5 };
}

/** Cumulants of a compound mixed Poisson sum, from the raw moments of one loss. */
function compound(rate: Pick<Frequency, 'mean' | 'variance' | 'thirdCumulant'>, first: number, second: number, third: number) {
  return {
    variance: rate.mean * second + rate.variance * first ** 2,
    third: rate.mean * third + 3 * rate.variance * first * second + rate.thirdCumulant * first ** 3,
  };
}

/** Second and third raw moment of the sum of one loss of each source. */
function sumOfLosses(sources: readonly LossSource[]): { second: number; third: number } {
  let mean = 0;
  let variance = 0;
  let central = 0;
  for (const { severity } of sources) {
    const first = severity.mean;
    const second = severity.powerBelow(2, Infinity);
    mean += first;
    variance += second - first ** 2;
    central += severity.powerBelow(3, Infinity) - 3 * first * second + 2 * first ** 3;
  }
  return { second: variance + mean ** 2, third: central + 3 * variance * mean + mean ** 3 };
}
