import type { YearAnswer } from '#core/exposure/exposure-questions.ts';
import type { Picture } from '#core/picture/picture.ts';
import { counted, money, sentences, verb } from '#core/picture/sentences/prose.ts';
import type { CompanyPortfolio } from '#web/exposure/portfolios.ts';

/** The sentence of the page and the one below it. */
export function exposureWords(picture: Picture, whole: CompanyPortfolio, year: YearAnswer | undefined): { headline: string; lede: string } {
  const covers = `Covers ${whole.covers.with} of ${counted(whole.covers.total, 'open risk')}.`;
  if (year === undefined) {
    const headline = whole.covers.with === 0 ? 'No open risk is in money, so there is no year to compute' : 'How much could we lose in a year';
    return { headline, lede: covers };
  }
  return {
    headline: `In 19 of 20 years we would lose less than ${money(picture, year.quantiles[0.95] ?? 0)}`,
    lede: sentences([
      `In the 1 in 20 that is worse, the average is ${money(picture, year.es95)}. Average over many years: ${money(picture, year.mean)}.`,
      covers,
      assumptionWords(whole),
    ]),
  };
}

/** What the figures take for granted about risks that come together. */
export function assumptionWords({ portfolio }: CompanyPortfolio): string {
  const causes = portfolio.commonCauses.length;
  if (causes === 0) return 'All risks are treated as independent.';
  return `${counted(causes, 'common cause')} ${verb(causes, 'is', 'are')} counted, and the rest is treated as independent.`;
}
