import { yearsInWords } from '#core/exposure/equally-likely-years.ts';
import type { YearAnswer } from '#core/exposure/exposure-questions.ts';
import { leadingTest, toleranceTests } from '#core/exposure/tolerance-test.ts';
import type { Picture } from '#core/picture/picture.ts';
import { counted, listed, money, sentences } from '#core/picture/sentences/prose.ts';
import { DOTS } from '#web/features/exposure/company-year.ts';
import type { FilteredPortfolio } from '#web/exposure/portfolios.ts';
import { moneyProse } from '#web/ui/money-words.ts';

/** The sentence of the page and the one below it. */
export function exposureWords(picture: Picture, whole: FilteredPortfolio, year: YearAnswer | undefined): { headline: string; lede: string } {
  const covers = `Covers ${whole.covers.with} of ${counted(whole.covers.total, 'open risk')}.`;
  if (year === undefined) {
    const headline = whole.covers.with === 0 ? 'No open risk is in money, so there is no year to compute' : 'How much could we lose in a year';
    return { headline, lede: covers };
  }
  return {
    headline: headlineOf(picture, year),
    lede: sentences([
      `In 19 of 20 years we would lose less than ${money(picture, year.quantiles[0.95] ?? 0)}; in the 1 in 20 that is worse, the average is ${money(picture, year.es95)}.`,
      `Average over many years: ${money(picture, year.mean)}.`,
      covers,
      assumptionWords(picture, whole),
    ]),
  };
}

function headlineOf(picture: Picture, year: YearAnswer): string {
  const leading = picture.tolerance === undefined ? undefined : leadingTest(toleranceTests(picture.tolerance, year.exceedance));
  if (leading !== undefined) {
    return `${yearsInWords(DOTS.page, leading.chance)}, losses exceed the ${moneyProse(leading.above, picture.currency, 'exact')} tolerance`;
  }
  return `One year in 20 costs more than ${money(picture, year.quantiles[0.95] ?? 0)}`;
}

/** What the figures take for granted about risks that come together. */
export function assumptionWords(picture: Picture, { portfolio }: FilteredPortfolio): string {
  const causes = portfolio.commonCauses;
  if (causes.length === 0) return 'All risks are treated as independent.';
  const labels = new Map((picture.commonCauses ?? []).map(({ id, label }) => [id, label]));
  const names = causes.slice(0, 3).map(({ id }) => labels.get(id) ?? id);
  const rest = causes.length > 3 ? [`${causes.length - 3} more`] : [];
  return `${counted(causes.length, 'common cause')} counted (${listed([...names, ...rest])}); the rest is treated as independent.`;
}
