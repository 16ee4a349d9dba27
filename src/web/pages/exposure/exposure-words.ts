import { say } from '#language/say.ts';
import type { YearAnswer } from '#core/exposure/exposure-questions.ts';
import type { Picture } from '#core/picture/picture.ts';
import { money, sentences } from '#core/picture/sentences/prose.ts';
import type { CompanyPortfolio } from '#web/exposure/portfolios.ts';

/** The sentence of the page and the one below it. */
export function exposureWords(picture: Picture, whole: CompanyPortfolio, year: YearAnswer | undefined): { headline: string; lede: string } {
  const covers = say('Covers {with, number} of {total, plural, one {# open risk} other {# open risks}}.', { with: whole.covers.with, total: whole.covers.total });
  if (year === undefined) {
    const headline = whole.covers.with === 0 ? say('No open risk is in money, so there is no year to compute') : say('How much could we lose in a year');
    return { headline, lede: covers };
  }
  return {
    headline: say('In 19 of 20 years we would lose less than {money}', { money: money(picture, year.quantiles[0.95] ?? 0) }),
    lede: sentences([
      say('In the 1 in 20 that is worse, the average is {es95}. Average over many years: {mean}.', { es95: money(picture, year.es95), mean: money(picture, year.mean) }),
      covers,
      assumptionWords(whole),
    ]),
  };
}

/** What the figures take for granted about risks that come together. */
export function assumptionWords({ portfolio }: CompanyPortfolio): string {
  const causes = portfolio.commonCauses.length;
  if (causes === 0) return say('All risks are treated as independent.');
  return say('{causes, plural, one {# common cause} other {# common causes}} {causes, plural, one {is} other {are}} counted, and the rest is treated as independent.', { causes });
}
