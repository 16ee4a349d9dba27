import { addDays } from '#core/time.ts';
import { severities } from '#core/record/entities.ts';
import type { Parameter } from '#store/database.ts';
import { isAhead, type FindingFilter, type FindingPart } from '#store/finding-filter.ts';

const DAYS_OF_WEEK = [0, 1, 2, 3, 4, 5, 6];

/**
 * Conditions on `finding f` that cut a part of the findings of a filter in slices that do not overlap, where the filter asks for
 * a span of days: each is one stretch of an index in the order of a page, so that what lies outside the days is not read. By
 * day for a week of fixes, by severity for days found. One that is always true where nothing is to be cut.
 */
export function slicesOf(filter: FindingFilter, part: FindingPart, value: (parameter: Parameter) => string): readonly string[] {
  const { fixedWeek, foundWeek, foundFrom, severity } = filter;
  if (!isSliced(filter) || isAhead(part, filter)) return ['true'];
  if (fixedWeek !== undefined && (part === 'newest-fixed' || part === 'past-fixed')) {
    return DAYS_OF_WEEK.map((days) => `greatest(f.fixed_day, f.at_day) = ${value(addDays(fixedWeek, days))}`);
  }
  if (foundWeek === undefined && foundFrom === undefined) return ['true'];
  return severities.flatMap((one, rank) => (severity === undefined || severity === one ? [`f.severity_rank = ${rank}`] : []));
}

/** True where `slicesOf` cuts some part of the findings of a filter. */
export function isSliced({ ids, fixedWeek, foundWeek, foundFrom }: FindingFilter): boolean {
  return ids === undefined && (fixedWeek !== undefined || foundWeek !== undefined || foundFrom !== undefined);
}
