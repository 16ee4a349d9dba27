import { sentences } from '#core/picture/sentences/prose.ts';
import { say } from '#language/say.ts';
import { chanceInWords } from '#core/exposure/equally-likely-years.ts';
import type { YearAnswer } from '#core/exposure/exposure-questions.ts';
import { leadingTest, toleranceTests, type ToleranceTest } from '#core/exposure/tolerance-test.ts';
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
    subtitle: say('The chance that the losses of a year exceed an amount. The curve starts at {chanceInWords}: in {pNoLoss} of years there is no loss.', { chanceInWords: chanceInWords(1 - year.pNoLoss), pNoLoss: chanceInWords(year.pNoLoss) }),
    alt: sentences([
      say('A falling line on linear axes: money from zero to {amount}, chance from 0 to 100%. It starts at {start} and passes {points}.', {
        amount: moneyShort(year.curve.at(-1)?.amount ?? 0, currency), start: chanceInWords(1 - year.pNoLoss),
        points: printed.slice(1).map(({ amount, chance }) => say('{amount} at {chance}', { amount: moneyShort(amount, currency), chance: chanceInWords(chance) })).join(', '),
      }),
      tests.length === 0 ? undefined : say('Accepted at most, a dashed stair: {points}.', { points: tests.map(({ above, atMost }) => say('{amount} at {chance}', { amount: exact(above), chance: chanceInWords(atMost) })).join(', ') }),
    ]),
    data: {
      caption: say('Chance that the losses of a year exceed an amount'),
      file: 'loss-exceedance-curve',
      columns: [{ label: say('More than') }, { label: say('Chance of such a year'), numeric: true }],
      rows: printed.map(({ amount, chance }) => [{ value: Math.round(amount), shown: moneyShort(amount, currency) }, { value: chance, shown: chanceInWords(chance) }]),
    },
  };
}

function headlineOf(tests: readonly ToleranceTest[], passed: readonly ToleranceTest[], currency: string, year: YearAnswer): string {
  const leading = leadingTest(tests);
  if (leading === undefined) return say('One year in 20 costs more than {currency}', { currency: moneyProse(year.quantiles[0.95] ?? 0, currency) });
  const point = say('{above} is passed in {chance} of years, {atMost} accepted', { above: moneyProse(leading.above, currency, 'exact'), chance: chanceInWords(leading.chance), atMost: chanceInWords(leading.atMost) });
  if (passed.length === 0) return say('The curve stays within the tolerance: {point}', { point });
  return say('The curve passes the tolerance at {passed, number} of {tests, plural, one {# point} other {# points}}: {point}', { passed: passed.length, tests: tests.length, point });
}
