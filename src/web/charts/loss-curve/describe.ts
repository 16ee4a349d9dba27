import { chanceInWords } from '#core/exposure/equally-likely-years.ts';
import type { YearAnswer } from '#core/exposure/exposure-questions.ts';
import { leadingTest, toleranceTests, type ToleranceTest } from '#core/exposure/tolerance-test.ts';
import { counted } from '#core/picture/sentences/prose.ts';
import type { LossTolerance } from '#core/record/loss-tolerance.ts';
import type { ChartWords } from '#web/charts/describe.ts';
import { moneyProse, moneyShort } from '#web/ui/money-words.ts';

export interface LossCurveWords extends ChartWords {
  tests: readonly ToleranceTest[];
}

/** How many rows of the curve the table prints. */
const ROWS = 12;

/** Words and rows of the loss exceedance curve. */
export function describeLossCurve(year: YearAnswer, tolerance: LossTolerance | undefined, currency: string): LossCurveWords {
  const tests = tolerance === undefined ? [] : toleranceTests(tolerance, year.exceedance);
  const passed = tests.filter(({ within }) => !within);
  const exact = (amount: number): string => moneyShort(amount, currency, 'exact');
  const every = Math.max(1, Math.ceil(year.curve.length / ROWS));
  const printed = year.curve.filter((_, index) => index % every === 0);
  return {
    tests,
    headline: headlineOf(tests, passed, currency, year),
    subtitle: `The chance that the losses of a year exceed an amount. The curve starts at ${chanceInWords(1 - year.pNoLoss)}: in ${chanceInWords(year.pNoLoss)} of years there is no loss.`,
    alt: `A falling line on linear axes: money from zero to ${moneyShort(year.curve.at(-1)?.amount ?? 0, currency)}, chance from 0 to 100%. It starts at ${chanceInWords(1 - year.pNoLoss)} and passes ${printed.slice(1).map(({ amount, chance }) => `${moneyShort(amount, currency)} at ${chanceInWords(chance)}`).join(', ')}.${tests.length === 0 ? '' : ` Accepted at most, a dashed stair: ${tests.map(({ above, atMost }) => `${exact(above)} at ${chanceInWords(atMost)}`).join(', ')}.`}`,
    data: {
      caption: 'Chance that the losses of a year exceed an amount',
      file: 'loss-exceedance-curve',
      columns: [{ label: 'More than' }, { label: 'Chance of such a year', numeric: true }],
      rows: printed.map(({ amount, chance }) => [{ value: Math.round(amount), shown: moneyShort(amount, currency) }, { value: chance, shown: chanceInWords(chance) }]),
    },
  };
}

function headlineOf(tests: readonly ToleranceTest[], passed: readonly ToleranceTest[], currency: string, year: YearAnswer): string {
  const leading = leadingTest(tests);
  if (leading === undefined) return `One year in 20 costs more than ${moneyProse(year.quantiles[0.95] ?? 0, currency)}`;
  const point = `${moneyProse(leading.above, currency, 'exact')} is passed in ${chanceInWords(leading.chance)} of years, ${chanceInWords(leading.atMost)} accepted`;
  if (passed.length === 0) return `The curve stays within the tolerance: ${point}`;
  return `The curve passes the tolerance at ${passed.length} of ${counted(tests.length, 'point')}: ${point}`;
}
