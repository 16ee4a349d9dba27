import { addDays, daysBetween, type When } from '#core/time.ts';
import { counted, grouped } from '#core/picture/sentences/prose.ts';
import { RIVER_WEEKS, type RiverCounts } from '#core/release/river-counts.ts';

export interface RiverWeek {
  /** Monday. */
  week: When;
  found: number;
  fixed: number;
  /** Open when the week ended, or at the end of the day asked for. */
  open: number;
}

/** Weeks a direction is told over. */
const RECENT = 8;

/** Every week of the river, also those in which nothing happened: open before + found - fixed = open after, in each. */
export function riverWeeks({ firstWeek, openBefore, weeks }: Pick<RiverCounts, 'firstWeek' | 'openBefore' | 'weeks'>): readonly RiverWeek[] {
  const held = new Map(weeks.map((row) => [row.week, row]));
  let open = openBefore;
  return Array.from({ length: RIVER_WEEKS }, (_, index) => {
    const week = addDays(firstWeek, 7 * index);
    const { found = 0, fixed = 0 } = held.get(week) ?? {};
    open += found - fixed;
    return { week, found, fixed, open };
  });
}

export interface RiverTrend {
  direction: 'rising' | 'falling' | 'level';
  /** Whole weeks looked at. */
  weeks: number;
  foundAWeek: number;
  fixedAWeek: number;
  open: number;
  /** Open now less open when the weeks began. */
  change: number;
}

/** The last eight whole weeks; a week that is still running is left out of the pace and is in the level. */
export function riverTrend(rows: readonly RiverWeek[], asOf: When): RiverTrend {
  const whole = wholeWeeks(rows, asOf);
  const recent = whole.slice(-RECENT);
  const before = whole.at(-RECENT - 1)?.open ?? 0;
  const open = whole.at(-1)?.open ?? 0;
  const weeks = Math.max(1, recent.length);
  const change = open - before;
  return {
    direction: change > 0 ? 'rising' : change < 0 ? 'falling' : 'level',
    weeks,
    foundAWeek: recent.reduce((sum, row) => sum + row.found, 0) / weeks,
    fixedAWeek: recent.reduce((sum, row) => sum + row.fixed, 0) / weeks,
    open,
    change,
  };
}

/** The weeks that have ended by the end of `asOf`. */
export function wholeWeeks(rows: readonly RiverWeek[], asOf: When): readonly RiverWeek[] {
  return rows.filter(({ week }) => daysBetween(week, asOf) >= 6);
}

/** `Rising: 41 found and 33 fixed a week over the last 8 weeks; 312 open, up 64`, from the rows the panels draw. */
export function riverSentence(trend: RiverTrend): string {
  const { direction, weeks, foundAWeek, fixedAWeek, open, change } = trend;
  const word = { rising: 'Rising', falling: 'Falling', level: 'Level' }[direction];
  const moved = { rising: `up ${grouped(change)}`, falling: `down ${grouped(-change)}`, level: 'as many as before' }[direction];
  return `${word}: ${aWeek(foundAWeek)} found and ${aWeek(fixedAWeek)} fixed a week over the last ${counted(weeks, 'whole week')}; ${grouped(open)} open, ${moved}`;
}

/** What the open ones do at the pace of the last weeks; arithmetic, not a forecast. */
export function paceSentence({ foundAWeek, fixedAWeek, open }: Pick<RiverTrend, 'foundAWeek' | 'fixedAWeek' | 'open'>): string {
  if (open === 0) return 'Nothing is open.';
  const net = fixedAWeek - foundAWeek;
  if (fixedAWeek === 0) return `None was fixed in these weeks; at this pace the ${grouped(open)} open stay open.`;
  if (net <= 0) return `At this pace the ${grouped(open)} open do not go down: ${net === 0 ? 'as many are found as are fixed' : `${aWeek(-net)} more are found than fixed each week`}.`;
  const weeks = Math.ceil(open / net);
  return weeks > 104
    ? `At this pace the ${grouped(open)} open take more than two years.`
    : `At this pace the ${grouped(open)} open are fixed in about ${counted(weeks, 'week')}.`;
}

/** A mean a week: whole from ten on, with one decimal below. */
export function aWeek(mean: number): string {
  return mean >= 10 ? grouped(Math.round(mean)) : String(Math.round(mean * 10) / 10);
}
