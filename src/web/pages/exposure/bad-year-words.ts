import { say } from '#language/say.ts';
import type { YearAnswer } from '#core/exposure/exposure-questions.ts';
import { moneyProse } from '#web/ui/money-words.ts';

/** Variance of the factor the page tries, and how far it swings: a gamma distribution of mean 1 has 71% between the two. */
export const BAD_YEARS = { variance: 0.25 } as const;

/**
 * What one factor on all rates would do to a year: median and tails in one sentence, because the first betters while
 * the others worsen, each beside what it is without the factor.
 */
export function badYearWords(asItIs: YearAnswer, withFactor: YearAnswer, currency: string): string {
  const both = (p: number): string => say('{amount} instead of {asItIs}', { amount: moneyProse(withFactor.quantiles[p] ?? 0, currency), asItIs: moneyProse(asItIs.quantiles[p] ?? 0, currency) });
  return say('If one factor made all rates rise and fall together (variance {variance, number}: in 7 years of 10 to between half and one and a half times their average), the median year would cost {median}, 1 year in 20 more than {twentieth}, and 1 in 100 more than {hundredth}. The average year would stay {mean}.', {
    variance: BAD_YEARS.variance, median: both(0.5), twentieth: both(0.95), hundredth: both(0.99), mean: moneyProse(withFactor.mean, currency),
  });
}
