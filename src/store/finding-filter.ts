import { addDays } from '#core/time.ts';
import { endOfDay, utcDay } from '#store/moment.ts';
import type { Parameter } from '#store/database.ts';
import type { FindingQuery } from '#store/store.ts';

/** Which findings, without how many and from where: what a page, its total and its cursor share. */
export type FindingFilter = Omit<FindingQuery, 'limit' | 'cursor'>;

/** Which part of the findings a condition is for: parts that do not overlap, each with an index of its own. */
export type FindingPart = 'past' | 'newest' | 'newest-not-fixed' | 'newest-fixed-later';

/** The parts that together answer a filter. */
export function partsOf(filter: FindingFilter, past: boolean): readonly FindingPart[] {
  if (past) return ['past'];
  return filter.openOnly === false || filter.ids !== undefined ? ['newest'] : ['newest-not-fixed', 'newest-fixed-later'];
}

/**
 * What selects, of `finding f`, the versions the record held at the end of `asOf` that answer the
 * filter. Values are added to `parameters`.
 */
export function findingCondition(filter: FindingFilter, part: FindingPart, value: (parameter: Parameter) => string): string {
  const day = value(utcDay(filter.asOf));
  const conditions = [...versionConditions(filter, part, day, value), ...dimensionConditions(filter, value), ...originConditions(filter, day, value)];
  const [onlyId] = filter.ids ?? [];
  if (filter.ids?.length === 1 && onlyId !== undefined) conditions.push(`f.id = ${value(onlyId)}`);
  else if (filter.ids !== undefined) conditions.push(`f.id in (select json_array_elements_text(${value(JSON.stringify(filter.ids))}::json))`);
  return conditions.join(' and ');
}

function versionConditions(
  filter: FindingFilter,
  part: FindingPart,
  day: string,
  value: (parameter: Parameter) => string,
): string[] {
  const happened = `f.at_day <= ${day}`;
  const open = filter.openOnly === false ? [] : [`(f.fixed_day is null or f.fixed_day > ${day})`];
  switch (part) {
    case 'past': {
      const end = value(endOfDay(filter.asOf));
      return [`f.recorded_at < ${end}`, `(f.superseded_at is null or f.superseded_at >= ${end})`, happened, ...open];
    }
    case 'newest':
      return ['f.superseded_at is null', happened, ...open];
    case 'newest-not-fixed':
      return ['f.superseded_at is null', 'f.fixed_day is null', happened];
    case 'newest-fixed-later':
      return ['f.superseded_at is null', `f.fixed_day is not null and f.fixed_day > ${day}`, happened];
  }
}

/** The part of a filter the roll-up knows too. */
export function dimensionConditions(
  filter: Pick<FindingFilter, 'serviceIds' | 'stageId' | 'severity'>,
  value: (parameter: Parameter) => string,
): string[] {
  const parts: string[] = [];
  if (filter.serviceIds !== undefined) {
    parts.push(`f.service_id in (select json_array_elements_text(${value(JSON.stringify(filter.serviceIds))}::json))`);
  }
  if (filter.stageId === null) parts.push('f.stage_id is null');
  else if (filter.stageId !== undefined) parts.push(`f.stage_id = ${value(filter.stageId)}`);
  if (filter.severity !== undefined) parts.push(`f.severity = ${value(filter.severity)}`);
  return parts;
}

/** True where a filter asks what the roll-up of open findings does not know. */
export function asksOrigin(filter: FindingFilter): boolean {
  const { introducedStageId, escaped, introducedTeamIds, fixedTeamId, fixNamesTeam, foundWeek, fixedWeek } = filter;
  return [introducedStageId, escaped, introducedTeamIds, fixedTeamId, fixNamesTeam, foundWeek, fixedWeek].some((part) => part !== undefined);
}

/** Stage that made the defect of `finding f`. */
export const introducedStage = `f.body ->> 'introducedStageId'`;

/** Team that introduced `finding f`, as held before the moment `end` (a parameter): what the finding says, else who shipped its release. */
export function introducedTeam(end: string): string {
  return `coalesce(f.body ->> 'introducedByTeamId', (select r.body ->> 'shippedByTeamId' from entry r
    where r.kind = 'releases' and r.id = f.body ->> 'introducedReleaseId' and r.recorded_at < ${end}
    order by r.recorded_at desc, r.seq desc limit 1))`;
}

/** Day `finding f` was fixed, where that was by `day` (a parameter), never before it was found. */
export function fixedOn(day: string): string {
  return `case when f.fixed_day <= ${day} then greatest(f.fixed_day, f.at_day) end`;
}

function originConditions(filter: FindingFilter, day: string, value: (parameter: Parameter) => string): string[] {
  const { introducedStageId, escaped, introducedTeamIds, fixedTeamId, fixNamesTeam, foundWeek, fixedWeek } = filter;
  const parts: string[] = [];
  if (introducedStageId === null) parts.push(`${introducedStage} is null`);
  else if (introducedStageId !== undefined) parts.push(`${introducedStage} = ${value(introducedStageId)}`);
  if (escaped !== undefined) parts.push(`${introducedStage} ${escaped ? '<>' : '='} f.stage_id`);
  if (introducedTeamIds === null) parts.push(`${introducedTeam(value(endOfDay(filter.asOf)))} is null`);
  else if (introducedTeamIds !== undefined) {
    parts.push(`${introducedTeam(value(endOfDay(filter.asOf)))} in (select json_array_elements_text(${value(JSON.stringify(introducedTeamIds))}::json))`);
  }
  if (fixedTeamId !== undefined) parts.push(`f.fixed_day <= ${day} and f.body ->> 'fixedByTeamId' = ${value(fixedTeamId)}`);
  if (fixNamesTeam !== undefined) parts.push(`f.fixed_day <= ${day} and f.body ->> 'fixedByTeamId' is ${fixNamesTeam ? 'not null' : 'null'}`);
  if (foundWeek !== undefined) parts.push(`f.at_day between ${value(foundWeek)} and ${value(addDays(foundWeek, 6))}`);
  if (fixedWeek !== undefined) parts.push(`${fixedOn(day)} between ${value(fixedWeek)} and ${value(addDays(fixedWeek, 6))}`);
  return parts;
}
