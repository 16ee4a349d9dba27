import type { When } from '#core/time.ts';

/** Weeks of a river, the week of the day it is asked for being the last. */
export const RIVER_WEEKS = 26;

/**
 * Findings of a place counted as the record held them at the end of a day. A finding found again after a fix counts as
 * open throughout: the record held then says that it was not fixed. A fix dated before its finding counts on the day it was found.
 */
export interface RiverCounts {
  /** Monday of the first week. */
  firstWeek: When;
  /** Open when the first week began. */
  openBefore: number;
  /** Weeks in which something was found or fixed, by their Monday, oldest first. */
  weeks: readonly { week: When; found: number; fixed: number }[];
  open: number;
  /** The open ones by the Monday of the week they were found in, oldest first; weeks without one are left out. */
  openByWeek: readonly { week: When; count: number }[];
  /** Median days since the open ones were found; `null` where none is open. */
  medianAgeDays: number | null;
  /** All on the record, fixed ones included; `null` = no such stage recorded. */
  stages: readonly StageCount[];
  /** All on the record by the team that introduced them and, of those fixed, the team that fixed them. */
  teams: readonly TeamCount[];
  /** Neither a team nor a release is recorded that introduced them, and they are not bought in. */
  untraced: { open: number; all: number };
}

export interface StageCount {
  introducedStageId: string | null;
  foundStageId: string | null;
  /** Became public after the release that brought it had shipped: it got past no stage. */
  afterShipping: boolean;
  count: number;
}

export interface TeamCount {
  introducedTeamId: string | null;
  /** `null` = not fixed, or fixed and no team recorded. */
  fixedTeamId: string | null;
  fixed: boolean;
  count: number;
}

/** What some teams introduced, in a span of days; of each median how many cases it rests on. */
export interface ShippedSpan {
  from: When;
  to: When;
  releases: number;
  /** Findings found in the span that the teams introduced. */
  introduced: number;
  /** Of those, the ones with both stages recorded. */
  traced: number;
  /** Of those, the ones found at another stage than the one that made them. */
  escaped: number;
  shippedToFound: MedianDays;
  /** Of the findings fixed in the span. */
  foundToFixed: MedianDays;
}

/** A median in days and the number of cases; `null` where there is none. */
export interface MedianDays {
  days: number | null;
  cases: number;
}
