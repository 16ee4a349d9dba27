import type { When } from '#core/time.ts';
import type { Finding } from '#core/record/entities.ts';

/**
 * All findings of a record on a date, counted as the rules about teams and stages need them. A view may hold only the
 * findings that risks link to; the tallies always speak of all. Days are `YYYY-MM-DD` in UTC.
 */
export interface FindingTallies {
  /** Fixed for good in the days looked back over: a shield is no fix. */
  fixed: readonly FixedTally[];
  /** Open and our own: a bought-in component has no origin here but the choice to ship it. One row a service. */
  open: readonly OpenTally[];
  /** Findings that passed a stage, with their kind: found in the days looked back over, or brought by a known release. */
  passed: readonly PassedTally[];
  /** Open, our own, of the two gravest severities, without an origin. */
  untraced: readonly Finding[];
}

export interface FixedTally {
  serviceId: string;
  fixedByTeamId?: string | undefined;
  fixedOn: When;
  /** Days from finding to fix, where the finding is as grave as findings are: under total control, and exploited or automatable. */
  gravestDays?: number | undefined;
  count: number;
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
  /** When they were found; the release tells when they were brought in. */
  at: When;
  releaseId?: string | undefined;
  count: number;
}
