import { say } from '#language/say.ts';
import { addDays, daysBetween, type When } from '#core/time.ts';
import { grouped } from '#core/picture/sentences/prose.ts';
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
  const [first] = recent;
  const before = first === undefined ? (rows[0]?.open ?? 0) : first.open - first.found + first.fixed;
  const open = whole.at(-1)?.open ?? before;
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
  const { direction, weeks, open, change } = trend;
  const values = { found: aWeek(trend.foundAWeek), fixed: aWeek(trend.fixedAWeek), weeks, open, change: Math.abs(change) };
  switch (direction) {
    case 'rising': return say('Rising: {found} found and {fixed} fixed a week over the last {weeks, plural, one {# whole week} other {# whole weeks}}; {open, number} open, up {change, number}', values);
    case 'falling': return say('Falling: {found} found and {fixed} fixed a week over the last {weeks, plural, one {# whole week} other {# whole weeks}}; {open, number} open, down {change, number}', values);
    case 'level': return say('Level: {found} found and {fixed} fixed a week over the last {weeks, plural, one {# whole week} other {# whole weeks}}; {open, number} open, as many as before', { found: values.found, fixed: values.fixed, weeks, open });
  }
}

/** What the open ones do at the pace of the last weeks; arithmetic, not a forecast. */
export function paceSentence({ foundAWeek, fixedAWeek, open }: Pick<RiverTrend, 'foundAWeek' | 'fixedAWeek' | 'open'>): string {
  if (open === 0) return say('Nothing is open.');
  const net = fixedAWeek - foundAWeek;
  if (aWeek(Math.abs(net)) === '0') return say('At this pace the {open, number} open stay as many: as many are found as are fixed.', { open });
  if (net < 0) return say('At this pace the {open, number} open grow by {more} a week.', { open, more: aWeek(-net) });
  const weeks = open / net;
  return weeks > 104
    ? say('At this pace the {open, number} open take more than two years.', { open })
    : say('At this pace the {open, number} open are fixed in about {weeks, plural, one {# week} other {# weeks}}.', { open, weeks: roughly(weeks) });
}

/** How the pace is told: said beside the sentence, because it is arithmetic. */
export function paceMethod({ weeks, foundAWeek, fixedAWeek }: Pick<RiverTrend, 'weeks' | 'foundAWeek' | 'fixedAWeek'>): string {
  return say('Open now, divided by fixed less found a week ({fixedAWeek} less {foundAWeek}) over the last {weeks, plural, one {# whole week} other {# whole weeks}}. Arithmetic, not a forecast.', { fixedAWeek: aWeek(fixedAWeek), foundAWeek: aWeek(foundAWeek), weeks });
}

/** Weeks as exactly as the pace of a few weeks can tell: to one up to ten, to five up to fifty, else to ten. */
function roughly(weeks: number): number {
  const step = weeks <= 10 ? 1 : weeks <= 50 ? 5 : 10;
  return Math.max(1, Math.ceil(weeks / step) * step);
}

/** A mean a week: whole from ten on, with one decimal below. */
export function aWeek(mean: number): string {
  return mean >= 10 ? grouped(Math.round(mean)) : String(Math.round(mean * 10) / 10);
}
