import { endOfDay, utcDay } from '#store/moment.ts';
import type { Parameter } from '#store/database.ts';
import type { FindingQuery } from '#store/store.ts';

/** Which findings, without how many and from where: what a page, its total and its cursor share. */
export type FindingFilter = Pick<FindingQuery, 'asOf' | 'serviceIds' | 'stageId' | 'severity' | 'ids' | 'openOnly'>;

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
  const conditions = [...versionConditions(filter, part, day, value), ...dimensionConditions(filter, value)];
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
