import type { When } from '#core/time.ts';

/**
 * All findings of a record on a date, counted as the rules about teams and stages need them. A view may hold only the
 * findings that risks link to; the tallies always speak of all. Days are `YYYY-MM-DD` in UTC.
 */
export interface FindingTallies {
  /** Fixed for good in the days looked back over: a shield is no fix. */
  fixed: readonly FixedTally[];
  /** Open and our own: a bought-in component has no origin here but the choice to ship it. One row a service. */
  open: readonly OpenTally[];
  /** Findings that passed a stage, with their kind, in the days looked back over. */
  passed: readonly PassedTally[];
  /** Open, our own, grave, without an origin for so long that it counts, and not among the findings of the view. One row a service. */
  untraced: readonly UntracedTally[];
}

/** How far the rules look: what a count of findings is made for. All in days but the last. */
export interface TallyLimits {
  /** Fixes this far back count. */
  fixDays: number;
  /** A fix of the gravest within as many days of its finding is an emergency. */
  quickDays: number;
  /** A grave finding may be without an origin for fewer days than these. */
  tracedWithin: number;
  /** What passed a stage this far back counts. */
  passDays: number;
  /** So many of one kind at one stage are one too many. */
  passCount: number;
}

/** Grave findings of our own, open and without an origin, that a view holds: one row a service and day they were found on. */
export interface HeldUntraced {
  serviceId: string;
  at: When;
  count: number;
}

export interface FixedTally {
  serviceId: string;
  fixedByTeamId?: string | undefined;
  /** Of the gravest (under total control, and exploited or automatable) and fixed within the days of an emergency. */
  quick: boolean;
  count: number;
  newestOn: When;
}

export interface OpenTally {
  serviceId: string;
  count: number;
  /** How many of them have no recorded origin, and when the newest of those was found. */
  untraced: number;
  newestUntraced?: When | undefined;
}

export interface PassedTally {
  serviceId: string;
  stageId: string;
  defectClass: string;
  count: number;
  /** When the first of them came in, as many as are one too many: the day of the release that brought it, else the day it was found. */
  first: readonly When[];
}

export interface UntracedTally {
  serviceId: string;
  count: number;
  /** When the first of them was found. */
  first: When;
}
