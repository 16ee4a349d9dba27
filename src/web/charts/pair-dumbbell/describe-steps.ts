import { dayInWords, type When } from '#core/time.ts';
import { counted } from '#core/picture/sentences/prose.ts';
import type { MedianDays } from '#core/release/river-counts.ts';
import { stepNames, stepSentence, type StepRow } from '#core/release/step-medians.ts';
import type { ChartWords } from '#web/charts/describe.ts';

interface Span {
  from: When;
  to: When;
}

/** Words and rows of the steps of a team: one row for each pair of marks. */
export function describeSteps(rows: readonly StepRow[], name: string, now: Span, before: Span): ChartWords {
  return {
    headline: stepSentence(rows),
    subtitle: `Of what ${name} introduced: ${spanWords(before)}, and ${spanWords(now)}.`,
    alt: `One row for each step and two marks on one linear axis of days from zero. ${rows.map((row) => `${stepNames[row.step]}: ${medianWords(row.before)} before, ${medianWords(row.now)} in the last half year`).join('; ')}.`,
    data: {
      caption: `Median days from release to fix of what ${name} introduced, by step`,
      file: 'steps-from-release-to-fix',
      columns: [{ label: 'Step' }, { label: 'Median days, half year before', numeric: true }, { label: 'Cases before', numeric: true }, { label: 'Median days, last half year', numeric: true }, { label: 'Cases', numeric: true }],
      rows: rows.map(({ step, before: was, now: is }) => [{ value: stepNames[step] }, cellOf(was), { value: was.cases }, cellOf(is), { value: is.cases }]),
    },
  };
}

function cellOf({ days }: MedianDays) {
  return days === null ? { value: null, shown: 'no case' } : { value: Math.round(days) };
}

function medianWords({ days, cases }: MedianDays): string {
  return days === null ? 'no case' : `${counted(Math.round(days), 'day')} over ${counted(cases, 'case')}`;
}

function spanWords({ from, to }: Span): string {
  return `${dayInWords(from)} to ${dayInWords(to)}`;
}
