import { say } from '#language/say.ts';
import { addDays, dayInWords, type When } from '#core/time.ts';
import type { RiverWeek } from '#core/release/river-weeks.ts';

/** First days of the first and the last week a reader looks at; both are weeks of the river. */
export interface RiverPeriod {
  from: When;
  to: When;
}

/** The weeks asked for, or all of them: what is no week of the river, or the wrong way round, counts as not asked. */
export function periodOf(rows: readonly RiverWeek[], asked: Partial<RiverPeriod>): RiverPeriod {
  const known = (week: When | undefined): When | undefined => rows.find((row) => row.week === week)?.week;
  const first = rows[0]?.week ?? '';
  const last = rows.at(-1)?.week ?? '';
  const [from, to] = [known(asked.from) ?? first, known(asked.to) ?? last];
  return from <= to ? { from, to } : { from: first, to: last };
}

/** The weeks of a period. */
export function weeksOf(rows: readonly RiverWeek[], { from, to }: RiverPeriod): readonly RiverWeek[] {
  return rows.filter(({ week }) => week >= from && week <= to);
}

/** What went in, what came out, and the level before and after. In less out is the change, in every period. */
export interface RiverBalance {
  before: number;
  found: number;
  fixed: number;
  after: number;
}

export function riverBalance(rows: readonly RiverWeek[]): RiverBalance {
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    before: first === undefined ? 0 : first.open - first.found + first.fixed,
    found: rows.reduce((sum, row) => sum + row.found, 0),
    fixed: rows.reduce((sum, row) => sum + row.fixed, 0),
    after: last?.open ?? 0,
  };
}

/** `312 open before 25 May 2026, plus 41 found, less 33 fixed: 320 open on 21 Nov 2026, 8 more.` */
export function balanceSentence(rows: readonly RiverWeek[], asOf: When): string {
  const { before, found, fixed, after } = riverBalance(rows);
  const [first, last] = [rows[0]?.week ?? asOf, rows.at(-1)?.week ?? asOf];
  const end = addDays(last, 6) < asOf ? addDays(last, 6) : asOf;
  const change = after - before;
  const values = { before, first: dayInWords(first), found, fixed, after, end: dayInWords(end) };
  if (change === 0) return say('{before, number} open before {first}, plus {found, number} found, less {fixed, number} fixed: {after, number} open on {end}, as many as before.', values);
  return change > 0
    ? say('{before, number} open before {first}, plus {found, number} found, less {fixed, number} fixed: {after, number} open on {end}, {change, number} more.', { ...values, change })
    : say('{before, number} open before {first}, plus {found, number} found, less {fixed, number} fixed: {after, number} open on {end}, {change, number} fewer.', { ...values, change: -change });
}
