import { utcDay } from '#store/moment.ts';
import type { Parameter } from '#store/database.ts';
import type { FindingQuery } from '#store/store.ts';

/** Which findings, without how many and from where: what a page, its total and its cursor share. */
export type FindingFilter = Pick<FindingQuery, 'asOf' | 'serviceIds' | 'stageId' | 'severity' | 'ids' | 'openOnly'>;

/** A condition under construction: text with `$n` and the values they stand for. */
export interface Condition {
  sql: string;
  parameters: Parameter[];
}

/**
 * `f` is the version of the finding the record held at the end of the day. A page of the present
 * reads only partial indexes on the newest version.
 */
export function findingCondition(filter: FindingFilter, endOfDay: string, past: boolean): Condition {
  const parameters: Parameter[] = [];
  const value = (parameter: Parameter): string => `$${parameters.push(parameter)}`;
  const parts: string[] = [];
  if (past) {
    const end = value(endOfDay);
    parts.push(`f.recorded_at < ${end}`, `(f.superseded_at is null or f.superseded_at >= ${end})`);
  } else {
    parts.push('f.superseded_at is null');
  }
  const day = value(utcDay(filter.asOf));
  parts.push(`f.at_day <= ${day}`);
  if (filter.openOnly !== false) parts.push(`(f.fixed_day is null or f.fixed_day > ${day})`);
  parts.push(...dimensionConditions(filter, value));
  if (filter.ids !== undefined) parts.push(`f.id in (select json_array_elements_text(${value(JSON.stringify(filter.ids))}::json))`);
  return { sql: parts.join(' and '), parameters };
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
