import { say } from '#language/say.ts';
import { dayInWords, type When } from '#core/time.ts';
import { balanceSentence, periodOf, weeksOf, type RiverPeriod } from '#core/release/river-period.ts';
import type { RiverCounts } from '#core/release/river-counts.ts';
import { aWeek, riverSentence, riverTrend, riverWeeks, wholeWeeks, type RiverTrend, type RiverWeek } from '#core/release/river-weeks.ts';
import type { ChartWords } from '#web/charts/describe.ts';

export interface RiverWords extends ChartWords {
  /** Every week of the river, of which a reader may choose a part. */
  all: readonly RiverWeek[];
  period: RiverPeriod;
  /** The weeks of the period. */
  rows: readonly RiverWeek[];
  /** How many of the rows are weeks that have ended. */
  whole: number;
  trend: RiverTrend;
  /** What came in less what went out is the change, in figures. */
  balance: string;
  /** Names of the two panels. */
  flowLabel: string;
  openLabel: string;
}

/** Words, marks and rows of the river of a place, over the weeks asked for. */
export function describeRiver(counts: RiverCounts, asOf: When, where: string, asked: Partial<RiverPeriod> = {}): RiverWords {
  const all = riverWeeks(counts);
  const period = periodOf(all, asked);
  const rows = weeksOf(all, period);
  const whole = wholeWeeks(rows, asOf).length;
  const trend = riverTrend(rows, asOf);
  const highest = Math.max(0, ...rows.map(({ open }) => open));
  const lowest = rows.length === 0 ? 0 : Math.min(...rows.map(({ open }) => open));
  const balance = balanceSentence(rows, asOf);
  const weeks = say('{rows, plural, one {# week} other {# weeks}}', { rows: rows.length });
  return {
    all,
    period,
    rows,
    whole,
    trend,
    balance,
    headline: riverSentence(trend),
    subtitle: say('{where}, {weeks} from {from}. Hatched: more found than fixed', { where, weeks, from: dayInWords(period.from) }),
    flowLabel: say('Found and fixed a week, {where}, {weeks}', { where, weeks }),
    openLabel: say('Open at the end of the week, {where}, {weeks}', { where, weeks }),
    alt: say('Two panels over the same {weeks}, each linear from zero. Above, found and fixed a week as two lines: over the last {weeks2, plural, one {# whole week} other {# whole weeks}} {foundAWeek} found and {fixedAWeek} fixed a week. Below, how many are open: between {lowest, number} and {highest, number}. {balance}', { weeks, weeks2: trend.weeks, foundAWeek: aWeek(trend.foundAWeek), fixedAWeek: aWeek(trend.fixedAWeek), lowest, highest, balance }),
    data: {
      caption: say('Findings by week, {where}', { where }),
      file: 'findings-by-week',
      columns: [{ label: say('Week of') }, { label: say('Found'), numeric: true }, { label: say('Fixed'), numeric: true }, { label: say('Open at its end'), numeric: true }],
      rows: rows.map(({ week, found, fixed, open }) => [{ value: week, shown: dayInWords(week) }, { value: found }, { value: fixed }, { value: open }]),
    },
  };
}
