import { sentences } from '#core/picture/sentences/prose.ts';
import { say } from '#language/say.ts';
import { chanceInWords, yearPercentiles, yearsInWords } from '#core/exposure/equally-likely-years.ts';
import type { YearAnswer } from '#core/exposure/exposure-questions.ts';
import { leadingTest, toleranceTests, type ToleranceTest } from '#core/exposure/tolerance-test.ts';
import type { Share } from '#core/picture/picture.ts';
import type { LossTolerance } from '#core/record/loss-tolerance.ts';
import { dayInWords } from '#core/time.ts';
import type { ChartWords } from '#web/charts/describe.ts';
import { bestColumnCount, layoutLossDots, type LossDotsInput } from '#web/charts/loss-dots/layout.ts';
import { moneyProse, moneyShort } from '#web/ui/money-words.ts';

/** Percentiles printed as frequencies: a year in so many costs more. */
export const PRINTED = [{ inYears: 2, p: 0.5 }, { inYears: 10, p: 0.9 }, { inYears: 20, p: 0.95 }] as const;

export interface LossDotsWords extends ChartWords {
  chart: LossDotsInput;
  tests: readonly ToleranceTest[];
  leading: ToleranceTest | undefined;
}

interface LossDotsFacts {
  year: YearAnswer;
  /** How many dots. `year` holds the quantile of each. */
  dots: number;
  tolerance: LossTolerance | undefined;
  setBy: string | undefined;
  covers: Share;
  currency: string;
  /** The shape the columns are chosen for; the drawing may come out larger or smaller. */
  shape: { width: number; height: number };
}

/** What must be asked of a portfolio to draw so many dots against a tolerance. */
export function lossDotsQuestion(dots: number, tolerance: LossTolerance | undefined) {
  return {
    percentiles: [...new Set([...yearPercentiles(dots), ...PRINTED.map(({ p }) => p)])],
    thresholds: tolerance?.points.map(({ above }) => above) ?? [],
    curvePoints: 0,
  };
}

/** Words, dots and rows of the years' losses. */
export function describeLossDots({ year, dots, tolerance, setBy, covers, currency, shape }: LossDotsFacts): LossDotsWords {
  const tests = tolerance === undefined ? [] : toleranceTests(tolerance, year.exceedance);
  const leading = leadingTest(tests);
  const amounts = yearPercentiles(dots).map((p) => year.quantiles[p] ?? 0);
  const drawn = {
    amounts, currency,
    tolerance: leading === undefined ? undefined : { amount: leading.above, chance: leading.chance, labels: toleranceLabels(leading, tolerance, setBy, currency) },
  };
  const chart: LossDotsInput = { ...drawn, columnCount: bestColumnCount(drawn, shape) };
  const { columns } = layoutLossDots(chart, shape);
  const headline = headlineOf(year, { dots, leading, currency });
  const range = (from: number, to: number): string =>
    to === 0 ? say('No loss') : to === Infinity ? say('Over {from}', { from: moneyShort(from, currency) }) : say('{from} to {to}', { from: moneyShort(from, currency), to: moneyShort(to, currency) });
  return {
    chart, tests, leading, headline,
    subtitle: say('Each dot is one of {dots, number} equally likely years. {year}; {mean} averaged over many years. Covers {with, number} of {total, plural, one {# risk} other {# risks}}.', { dots, year: printedWords(year, currency), mean: moneyShort(year.mean, currency), with: covers.with, total: covers.total }),
    alt: sentences([
      say('{dots} dots on a linear axis of money from zero, a dot for each of {dots, number} equally likely years. {columns}.', { dots, columns: columns.map(({ from, to, years }) => `${range(from, to)}: ${years}`).join('; ') }),
      leading === undefined ? undefined : say('Filled dots are above {above}.', { above: moneyShort(leading.above, currency, 'exact') }),
    ]),
    data: {
      caption: say('What {dots, number} equally likely years cost', { dots }),
      file: 'equally-likely-years',
      columns: [{ label: say('The year costs') }, { label: say('From'), numeric: true }, { label: say('Up to'), numeric: true }, { label: say('Years of {dots, number}', { dots }), numeric: true }],
      rows: columns.map(({ from, to, years }) => [
        { value: range(from, to) },
        { value: Math.round(from), shown: moneyShort(from, currency) },
        { value: to === Infinity ? null : Math.round(to), shown: to === Infinity ? say('no limit') : moneyShort(to, currency) },
        { value: years },
      ]),
    },
  };
}

function headlineOf(year: YearAnswer, { dots, leading, currency }: { dots: number; leading: ToleranceTest | undefined; currency: string }): string {
  if (leading !== undefined) return say('{dots}, losses exceed the {above} tolerance', { dots: yearsInWords(dots, leading.chance), above: moneyProse(leading.above, currency, 'exact') });
  const [half = 0, twentieth = 0] = [year.quantiles[0.5], year.quantiles[0.95]];
  const tail = say('1 in 20 more than {twentieth}', { twentieth: moneyProse(twentieth, currency) });
  return half === 0 ? say('In more than half of all years nothing is lost; {tail}', { tail }) : say('1 year in 2 costs more than {half}, {tail}', { half: moneyProse(half, currency), tail });
}

/** `1 in 2 costs more than $6M; 1 in 10 more than $15M; 1 in 20 more than $23M`. */
function printedWords({ quantiles, pNoLoss }: YearAnswer, currency: string): string {
  const words = PRINTED.flatMap(({ inYears, p }) => (quantiles[p] === undefined || quantiles[p] === 0 ? [] : [p === 0.5 ? say('1 in {inYears, number} costs more than {amount}', { inYears, amount: moneyShort(quantiles[p], currency) }) : say('1 in {inYears, number} more than {amount}', { inYears, amount: moneyShort(quantiles[p], currency) })]));
  return words.length === PRINTED.length ? words.join('; ') : [say('No loss in {pNoLoss} of years', { pNoLoss: chanceInWords(pNoLoss) }), ...words].join('; ');
}

/** With who set it and when, then without, for a line that has less room. */
function toleranceLabels({ above, atMost }: ToleranceTest, tolerance: LossTolerance | undefined, setBy: string | undefined, currency: string): readonly string[] {
  const amount = say('Tolerance {above}', { above: moneyShort(above, currency, 'exact') });
  const accepted = say('{amount} in at most {atMost} of years', { amount, atMost: chanceInWords(atMost) });
  const when = tolerance?.setAt === undefined ? '' : dayInWords(tolerance.setAt);
  const who = [setBy, when].filter((word) => word !== undefined && word !== '').join(' ');
  return [...(who === '' ? [] : [`${accepted}, ${who}`]), ...(when === '' ? [] : [`${accepted}, ${when}`]), accepted, amount];
}
