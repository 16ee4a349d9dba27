import { dayInWords, type When } from '#core/time.ts';
import { counted } from '#core/picture/sentences/prose.ts';
import type { RiverCounts } from '#core/release/river-counts.ts';
import { aWeek, riverSentence, riverTrend, riverWeeks, wholeWeeks, type RiverTrend, type RiverWeek } from '#core/release/river-weeks.ts';
import type { ChartWords } from '#web/charts/describe.ts';

export interface RiverWords extends ChartWords {
  rows: readonly RiverWeek[];
  /** How many of the rows are weeks that have ended. */
  whole: number;
  trend: RiverTrend;
}

/** Words, marks and rows of the river of a place. */
export function describeRiver(counts: RiverCounts, asOf: When, where: string): RiverWords {
  const rows = riverWeeks(counts);
  const whole = wholeWeeks(rows, asOf).length;
  const trend = riverTrend(rows, asOf);
  const highest = Math.max(0, ...rows.map(({ open }) => open));
  return {
    rows,
    whole,
    trend,
    headline: riverSentence(trend),
    subtitle: `${where}, ${counted(rows.length, 'week')} to ${dayInWords(asOf)}. Hatched: more found than fixed`,
    alt: `Two panels over the same ${counted(rows.length, 'week')}, each linear from zero. Above, found and fixed a week as two lines: over the last ${trend.weeks} whole weeks ${aWeek(trend.foundAWeek)} found and ${aWeek(trend.fixedAWeek)} fixed a week. Below, how many are open: ${counts.openBefore} before the first week, at most ${highest}, ${rows.at(-1)?.open ?? 0} at the end.`,
    data: {
      caption: `Findings by week, ${where}`,
      file: 'findings-by-week',
      columns: [{ label: 'Week of' }, { label: 'Found', numeric: true }, { label: 'Fixed', numeric: true }, { label: 'Open at its end', numeric: true }],
      rows: rows.map(({ week, found, fixed, open }) => [{ value: week, shown: dayInWords(week) }, { value: found }, { value: fixed }, { value: open }]),
    },
  };
}
