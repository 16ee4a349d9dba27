import type { When } from '#core/time.ts';
import { cellKey, type MappingCell } from '#core/mapping/mapping-cell.ts';
import { countedOn } from '#store/counted-on.ts';
import { onlyRow, textOf, type Parameter, type Queries } from '#store/database.ts';
import { isPast } from '#store/finding-cells.ts';
import { findingCondition, partsOf, type FindingFilter } from '#store/finding-filter.ts';
import { endOfDay, utcDay } from '#store/moment.ts';
import { EXTERNAL_TEXT } from '#store/roll-ups.ts';

const KEYS = 'service_id, defect_class, tool, rule_id, is_exploited, is_automatable, is_total_control';

/**
 * All open findings of a day counted by what decides which risks they reach: from the roll-up, and those under a name of
 * `namedRules` looked up by it. No finding leaves the database.
 */
export async function mappingCells(queries: Queries, asOf: When, namedRules: readonly string[]): Promise<readonly MappingCell[]> {
  const past = await isPast(queries, asOf);
  const parameters: Parameter[] = past ? [utcDay(asOf), endOfDay(asOf)] : [utcDay(asOf)];
  const all = await read(queries, `with ${countedOn(['finding_reach'], { day: '$1', end: '$2', past }, '')}
    ${cellsOf(`select service_id, defect_class, tool, null::text as rule_id, is_exploited, is_automatable, is_total_control, open as n from finding_reach`)}`, parameters);
  if (namedRules.length === 0) return all;
  const named = await mappingCellsOf(queries, { asOf }, namedRules, true);
  return withNamed(all, named);
}

/** The same over the open findings of a filter, counted one by one by the database; `onlyNamed` leaves out those under no name. */
export async function mappingCellsOf(queries: Queries, filter: FindingFilter, namedRules: readonly string[], onlyNamed = false): Promise<readonly MappingCell[]> {
  const past = await isPast(queries, filter.asOf);
  const open = { ...filter, openOnly: true };
  const parameters: Parameter[] = [];
  const value = (parameter: Parameter): string => `$${parameters.push(parameter)}`;
  const names = `(select json_array_elements_text(${value(JSON.stringify(namedRules))}::json))`;
  const isNamed = `f.body ->> 'externalId' in ${names}`;
  // The index is over a hash of the beginning of the name, in small letters.
  const looked = onlyNamed
    ? ` and f.body ->> 'externalId' is not null and hashtext(${EXTERNAL_TEXT}) in (select hashtext(left(lower(name), 200)) from json_array_elements_text($1::json) name) and ${isNamed}`
    : '';
  const parts = partsOf(open, past).map((part) => `
    select f.service_id, f.defect_class, f.tool, case when ${isNamed} then f.body ->> 'externalId' end as rule_id, f.is_exploited, f.is_automatable, f.is_total_control, 1 as n
    from finding f where ${findingCondition(open, part, value)}${looked}`);
  return read(queries, cellsOf(parts.join(' union all ')), parameters);
}

function cellsOf(rows: string): string {
  return `select coalesce(json_agg(json_build_array(${KEYS}, n) order by ${KEYS}), '[]')::text as cells
    from (select ${KEYS}, sum(n)::int as n from (${rows}) part group by ${KEYS} having sum(n) <> 0) counted`;
}

async function read(queries: Queries, sql: string, parameters: readonly Parameter[]): Promise<readonly MappingCell[]> {
  const text = textOf(onlyRow(await queries.query(sql, parameters)), 'cells');
  // Written by the statements above.
  const rows = JSON.parse(text) as [string, string | null, string | null, string | null, boolean | null, boolean | null, boolean | null, number][];
  return rows.map(([serviceId, weakness, tool, ruleId, exploited, automatable, totalControl, count]) => ({
    serviceId, weakness, tool, ruleId, exploited, automatable, totalControl, count,
  }));
}

/** Takes the cells under a name out of those they are counted in. */
function withNamed(all: readonly MappingCell[], named: readonly MappingCell[]): readonly MappingCell[] {
  const less = new Map<string, number>();
  for (const cell of named) {
    const key = cellKey({ ...cell, ruleId: null });
    less.set(key, (less.get(key) ?? 0) + cell.count);
  }
  return [...all.map((cell) => ({ ...cell, count: cell.count - (less.get(cellKey(cell)) ?? 0) })).filter(({ count }) => count > 0), ...named];
}
