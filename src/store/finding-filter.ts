import { addDays } from '#core/time.ts';
import { endOfDay, utcDay } from '#store/moment.ts';
import type { Parameter } from '#store/database.ts';
import { introducedBy, introducedByNobody, introducedStage } from '#store/finding-origin.ts';
import { spanConditions } from '#store/finding-span.ts';
import { reachCondition, weaknessCondition } from '#store/reach-condition.ts';
import type { FindingQuery } from '#store/store.ts';
import { becamePublicLater, traceConditions } from '#store/trace-condition.ts';

/** Which findings, without how many and from where: what a page, its total and its cursor share. */
export type FindingFilter = Omit<FindingQuery, 'limit' | 'cursor' | 'knownTotal'>;

/** Which part of the findings a condition is for: parts that do not overlap, each with an index of its own. */
export type FindingPart = 'past' | 'past-not-fixed' | 'past-fixed' | 'past-superseded' | 'newest' | 'newest-not-fixed' | 'newest-fixed' | 'newest-fixed-later';

/** The parts that together answer a filter, each to be read in the order of a page. */
export function partsOf(filter: FindingFilter, past: boolean): readonly FindingPart[] {
  if (filter.ids !== undefined) return [past ? 'past' : 'newest'];
  // What is not fixed is not read where a fix is asked for.
  if (past) return [...(asksFix(filter) ? [] : ['past-not-fixed' as const]), 'past-fixed', 'past-superseded'];
  return [...(asksFix(filter) ? [] : ['newest-not-fixed' as const]), filter.openOnly === false ? 'newest-fixed' : 'newest-fixed-later'];
}

function asksFix({ fixedTeamId, fixedTeamIds, fixNamesTeam, fixedWeek, fixedFrom, fixedTo }: FindingFilter): boolean {
  return [fixedTeamId, fixedTeamIds, fixNamesTeam, fixedWeek, fixedFrom, fixedTo].some((asked) => asked !== undefined);
}

/**
 * What selects, of `finding f`, the versions the record held at the end of `asOf` that answer the
 * filter. Values are added to `parameters`.
 */
export function findingCondition(filter: FindingFilter, part: FindingPart, value: (parameter: Parameter) => string): string {
  const day = value(utcDay(filter.asOf));
  return [...versionConditions(filter, part, day, value), ...askedConditions(filter, { day, isFixed: `f.fixed_day <= ${day}` }, value)].join(' and ');
}

/** What a filter asks beside the day, of `finding f` or of a roll-up that has the columns named. */
export function askedConditions(filter: FindingFilter, { day, isFixed }: { day: string; isFixed: string }, value: (parameter: Parameter) => string): string[] {
  const conditions = [...dimensionConditions(filter, value), ...originConditions(filter, { day, isFixed }, value)];
  if (filter.weaknesses !== undefined) conditions.push(weaknessCondition(filter.weaknesses, value));
  if (filter.reach !== undefined) conditions.push(reachCondition(filter.reach, day, value));
  if (filter.without !== undefined) conditions.push(reachCondition({ all: filter.without }, day, value));
  const [onlyId] = filter.ids ?? [];
  if (filter.ids?.length === 1 && onlyId !== undefined) conditions.push(`f.id = ${value(onlyId)}`);
  else if (filter.ids !== undefined) conditions.push(`f.id in (select json_array_elements_text(${value(JSON.stringify(filter.ids))}::json))`);
  return conditions;
}

/** True of a part that holds only findings whose fix lies ahead of the day they were recorded on. */
export function isAhead(part: FindingPart, { openOnly }: FindingFilter): boolean {
  return part === 'newest-fixed-later' || (part === 'past-fixed' && openOnly !== false);
}

/** Fixed after the day it was recorded on: implied where a fix lies after the day of the question, and what a small index is over. */
const fixedAhead = (day: string): string => `greatest(f.fixed_day, f.at_day) > ${day} and greatest(f.fixed_day, f.at_day) > left(f.recorded_at, 10)`;

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
    case 'past-not-fixed':
      return ['f.superseded_at is null', 'f.fixed_day is null', `f.recorded_at < ${value(endOfDay(filter.asOf))}`, happened];
    case 'past-fixed':
      return [
        'f.superseded_at is null', 'f.fixed_day is not null', `f.recorded_at < ${value(endOfDay(filter.asOf))}`, happened, ...open,
        ...(open.length === 0 ? [] : [fixedAhead(day)]),
      ];
    case 'past-superseded': {
      const end = value(endOfDay(filter.asOf));
      return ['f.superseded_at is not null', `f.superseded_at >= ${end}`, `f.recorded_at < ${end}`, happened, ...open];
    }
    case 'newest':
      return ['f.superseded_at is null', happened, ...open];
    case 'newest-not-fixed':
      return ['f.superseded_at is null', 'f.fixed_day is null', happened];
    case 'newest-fixed-later':
      return ['f.superseded_at is null', `f.fixed_day is not null and f.fixed_day > ${day}`, fixedAhead(day), happened];
    case 'newest-fixed':
      return ['f.superseded_at is null', 'f.fixed_day is not null', happened];
  }
}

/** Where and how grave. */
function dimensionConditions(
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

function originConditions(filter: FindingFilter, { day, isFixed }: { day: string; isFixed: string }, value: (parameter: Parameter) => string): string[] {
  const { introducedStageId, escaped, introducedTeamIds, fixedTeamId, fixNamesTeam, foundWeek, fixedWeek } = filter;
  const parts: string[] = [];
  if (introducedStageId === null) parts.push(`${introducedStage} is null`);
  else if (introducedStageId !== undefined) parts.push(`${introducedStage} = ${value(introducedStageId)}`);
  if (escaped !== undefined) parts.push(`${introducedStage} ${escaped ? '<>' : '='} f.stage_id and not ${becamePublicLater}`);
  if (introducedTeamIds === null) parts.push(introducedByNobody(value(endOfDay(filter.asOf))));
  else if (introducedTeamIds !== undefined) parts.push(introducedBy(value(JSON.stringify(introducedTeamIds)), value(endOfDay(filter.asOf))));
  if (fixedTeamId !== undefined) parts.push(`${isFixed} and f.fixed_team = ${value(fixedTeamId)}`);
  if (fixNamesTeam !== undefined) parts.push(`${isFixed} and f.fixed_team is ${fixNamesTeam ? 'not null' : 'null'}`);
  if (foundWeek !== undefined) parts.push(`f.at_day between ${value(foundWeek)} and ${value(addDays(foundWeek, 6))}`);
  if (fixedWeek !== undefined) parts.push(`f.fixed_day <= ${day} and greatest(f.fixed_day, f.at_day) between ${value(fixedWeek)} and ${value(addDays(fixedWeek, 6))}`);
  return [...parts, ...spanConditions(filter, day, value), ...traceConditions(filter, value)];
}
