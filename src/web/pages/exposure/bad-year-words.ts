import type { YearAnswer } from '#core/exposure/exposure-questions.ts';
import { moneyProse } from '#web/ui/money-words.ts';

/** Variance of the factor the page tries, and how far it swings: a gamma distribution of mean 1 has 71% between the two. */
export const BAD_YEARS = { variance: 0.25, swing: 'in 7 years of 10 to between half and one and a half times their average' } as const;

/**
 * What one factor on all rates would do to a year: median and tails in one sentence, because the first betters while
 * the others worsen, each beside what it is without the factor.
 */
export function badYearWords(asItIs: YearAnswer, withFactor: YearAnswer, currency: string): string {
  const both = (p: number): string => `${moneyProse(withFactor.quantiles[p] ?? 0, currency)} instead of ${moneyProse(asItIs.quantiles[p] ?? 0, currency)}`;
  return `If one factor made all rates rise and fall together (variance ${BAD_YEARS.variance}: ${BAD_YEARS.swing}), the median year would cost ${both(0.5)}, `
    + `1 year in 20 more than ${both(0.95)}, and 1 in 100 more than ${both(0.99)}. The average year would stay ${moneyProse(withFactor.mean, currency)}.`;
}
