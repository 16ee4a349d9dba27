import { addDays, daysBetween, type When } from '#core/time.ts';
import { say } from '#language/say.ts';
import type { RiverCounts } from '#core/release/river-counts.ts';

/** Open findings of one age: those found in some whole weeks, the running one included. */
export interface AgeBand {
  /** Weeks since the week they were found in, at least and at most; `undefined` = and longer. */
  weeksFrom: number;
  weeksTo: number | undefined;
  /** First and last day of those weeks; no first day for the oldest. */
  foundFrom: When | undefined;
  foundTo: When;
  count: number;
}

const BANDS = [[0, 3], [4, 12], [13, 25], [26, undefined]] as const;

/** The open findings of a place in four ages, youngest first. Ages are told in weeks, so that each band is a list of its own. */
export function ageBands({ openByWeek }: Pick<RiverCounts, 'openByWeek'>, asOf: When): readonly AgeBand[] {
  const monday = mondayOf(asOf, openByWeek.at(-1)?.week);
  return BANDS.map(([weeksFrom, weeksTo]) => ({
    weeksFrom,
    weeksTo,
    foundFrom: weeksTo === undefined ? undefined : addDays(monday, -7 * weeksTo),
    foundTo: addDays(monday, 6 - 7 * weeksFrom),
    count: openByWeek.reduce((sum, row) => {
      const weeks = Math.round(daysBetween(row.week, monday) / 7);
      return weeks >= weeksFrom && weeks <= (weeksTo ?? Infinity) ? sum + row.count : sum;
    }, 0),
  }));
}

/** `3 of the 20 open were found 26 weeks ago or longer`: what part of the open ones is old, from the bands a chart draws. */
export function ageSentence(bands: readonly AgeBand[]): string {
  const open = bands.reduce((sum, band) => sum + band.count, 0);
  if (open === 0) return say('Nothing is open');
  const old = bands.at(-1)?.count ?? 0;
  if (old === 0) return say('{open, plural, one {The one open was found less than 26 weeks ago} other {None of the # open was found 26 weeks ago or longer}}', { open });
  if (old === open) return say('{open, plural, one {The one open was found 26 weeks ago or longer} other {All # open were found 26 weeks ago or longer}}', { open });
  return say('{old, number} of the {open, number} open {old, plural, one {was} other {were}} found 26 weeks ago or longer', { old, open });
}

/** Monday of the week of a day, told from any other Monday. */
function mondayOf(day: When, anyMonday: When = '1970-01-05'): When {
  const since = daysBetween(anyMonday, day);
  return addDays(day, -(((since % 7) + 7) % 7));
}
