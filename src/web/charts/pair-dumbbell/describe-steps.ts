import { say } from '#language/say.ts';
import { dayInWords, type When } from '#core/time.ts';
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
    subtitle: say('Of what {name} introduced: {before}, and {now}.', { name, before: spanWords(before), now: spanWords(now) }),
    alt: say('One row for each step and two marks on one linear axis of days from zero. {list}.', { list: rows.map((row) => say('{step}: {before} before, {now} in the last half year', { step: say(stepNames[row.step]), before: medianWords(row.before), now: medianWords(row.now) })).join('; ') }),
    data: {
      caption: say('Median days from release to fix of what {name} introduced, by step', { name }),
      file: 'steps-from-release-to-fix',
      columns: [{ label: say('Step') }, { label: say('Median days, half year before'), numeric: true }, { label: say('Cases before'), numeric: true }, { label: say('Median days, last half year'), numeric: true }, { label: say('Cases'), numeric: true }],
      rows: rows.map(({ step, before: was, now: is }) => [{ value: say(stepNames[step]) }, cellOf(was), { value: was.cases }, cellOf(is), { value: is.cases }]),
    },
  };
}

function cellOf({ days }: MedianDays) {
  return days === null ? { value: null, shown: say('no case') } : { value: Math.round(days) };
}

function medianWords({ days, cases }: MedianDays): string {
  return days === null ? say('no case') : say('{days, plural, one {# day} other {# days}} over {cases, plural, one {# case} other {# cases}}', { days: Math.round(days), cases });
}

function spanWords({ from, to }: Span): string {
  return say('{from} to {to}', { from: dayInWords(from), to: dayInWords(to) });
}
