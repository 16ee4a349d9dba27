import type { When } from '#core/time.ts';
import { severities } from '#core/record/entities.ts';
import { numberOf, onlyRow, textOrNullOf, type Parameter, type Queries } from '#store/database.ts';
import { dimensionConditions, findingCondition, type FindingFilter } from '#store/finding-filter.ts';
import { endOfDay, utcDay } from '#store/moment.ts';
import type { FindingCell } from '#store/store.ts';

/** All of them: naming each lets the index over rank and day be read from `at_day` on. */
const RANKS = severities.map((_, rank) => rank).join(', ');

/** True when a version was recorded after the day, so that the newest versions are not what was known then. */
export async function isPast(queries: Queries, asOf: When): Promise<boolean> {
  const row = onlyRow(await queries.query('select newest_finding as newest from record_state'));
  const newest = textOrNullOf(row, 'newest');
  return newest !== null && newest >= endOfDay(asOf);
}

/**
 * Findings open at the end of a day, counted by service, stage and severity; sorted the same way. The
 * present comes from the roll-up, corrected for the few findings dated after `asOf`; the past is
 * counted from the versions held then.
 */
export async function findingCells(queries: Queries, filter: FindingFilter): Promise<readonly FindingCell[]> {
  const { sql, parameters } = (await isPast(queries, filter.asOf)) ? recount(filter) : fromRollUp(filter);
  const rows = await queries.query(
    `select json_agg(json_build_array(service_id, stage_id, severity, n) order by service_id, stage_id nulls first, severity)::text
       as cells from (${sql}) counted`,
    parameters,
  );
  const text = textOrNullOf(onlyRow(rows), 'cells');
  // Written by the statement above: text, text or null, a severity of the column, a count.
  const cells = (text === null ? [] : JSON.parse(text)) as [string, string | null, FindingCell['severity'], number][];
  return cells.map(([serviceId, stageId, severity, count]) => ({ serviceId, stageId, severity, count }));
}

/** Sum of the cells of a filter that names dimensions only, without listing them. */
export async function countOpen(queries: Queries, filter: FindingFilter, past: boolean): Promise<number> {
  const { sql, parameters } = past ? recount(filter) : fromRollUp(filter);
  return numberOf(onlyRow(await queries.query(`select coalesce(sum(n), 0)::float8 as n from (${sql}) counted`, parameters)), 'n');
}

interface Statement {
  sql: string;
  parameters: readonly Parameter[];
}

function recount(filter: FindingFilter): Statement {
  const parameters: Parameter[] = [];
  const condition = findingCondition(filter, 'past', (parameter) => `$${parameters.push(parameter)}`);
  return {
    sql: `select service_id, stage_id, severity, count(*)::int as n from finding f where ${condition}
      group by service_id, stage_id, severity`,
    parameters,
  };
}

function fromRollUp(filter: FindingFilter): Statement {
  const parameters: Parameter[] = [];
  const value = (parameter: Parameter): string => `$${parameters.push(parameter)}`;
  const day = value(utcDay(filter.asOf));
  const dimensions = dimensionConditions(filter, value);
  const where = dimensions.map((part) => ` and ${part}`).join('');
  return {
    sql: `select service_id, stage_id, severity, sum(n)::int as n from (
        select service_id, stage_id, severity, open as n from finding_open f where open <> 0${where}
        union all
        select service_id, stage_id, severity, -1 from finding f
          where superseded_at is null and fixed_day is null and severity_rank in (${RANKS}) and at_day > ${day}${where}
        union all
        select service_id, stage_id, severity, 1 from finding f
          where superseded_at is null and fixed_day is not null and fixed_day > ${day} and at_day <= ${day}${where}
      ) parts group by service_id, stage_id, severity having sum(n) <> 0`,
    parameters,
  };
}
