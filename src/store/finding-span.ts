import { endOfDay } from '#store/moment.ts';
import type { Parameter } from '#store/database.ts';
import type { FindingFilter } from '#store/finding-filter.ts';
import { fixedOn, introducedStage } from '#store/finding-origin.ts';

/** What selects findings by one of several stages or teams, or by a span of days, both ends within. `day` is a parameter. */
export function spanConditions(filter: FindingFilter, day: string, value: (parameter: Parameter) => string): string[] {
  const { stageIds, introducedStageIds, fixedTeamIds, foundFrom, foundTo, fixedFrom, fixedTo, shippedFirst } = filter;
  const oneOf = (ids: readonly string[]): string => `in (select json_array_elements_text(${value(JSON.stringify(ids))}::json))`;
  const parts: string[] = [];
  if (stageIds !== undefined) parts.push(`f.stage_id ${oneOf(stageIds)}`);
  if (introducedStageIds !== undefined) parts.push(`${introducedStage} ${oneOf(introducedStageIds)}`);
  if (fixedTeamIds !== undefined) parts.push(`f.fixed_day <= ${day} and f.fixed_team ${oneOf(fixedTeamIds)}`);
  if (foundFrom !== undefined) parts.push(`f.at_day >= ${value(foundFrom)}`);
  if (foundTo !== undefined) parts.push(`f.at_day <= ${value(foundTo)}`);
  if (fixedFrom !== undefined) parts.push(`${fixedOn(day)} >= ${value(fixedFrom)}`);
  if (fixedTo !== undefined) parts.push(`${fixedOn(day)} <= ${value(fixedTo)}`);
  if (shippedFirst === true) parts.push(`${shippedDay(value(endOfDay(filter.asOf)))} <= f.at_day`);
  return parts;
}

/** Day the release that introduced `finding f` went out, as held before the moment `end` (a parameter). */
export function shippedDay(end: string): string {
  return `(select ${utcDayOf(`r.body ->> 'at'`)} from entry r where r.kind = 'releases' and r.id = f.introduced_release
    and r.recorded_at < ${end} order by r.recorded_at desc, r.seq desc limit 1)`;
}

/** The UTC day of a text that is a day or an instant. */
export function utcDayOf(text: string): string {
  return `case when length(${text}) = 10 then ${text} else to_char((${text})::timestamptz at time zone 'UTC', 'YYYY-MM-DD') end`;
}
