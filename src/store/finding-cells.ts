import type { When } from '#core/time.ts';
import { countedOn } from '#store/counted-on.ts';
import { onlyRow, textOrNullOf, type Parameter, type Queries } from '#store/database.ts';
import { endOfDay, utcDay } from '#store/moment.ts';
import type { FindingCell } from '#store/store.ts';

/** True when a version was recorded after the day, so that the newest versions are not what was known then. */
export async function isPast(queries: Queries, asOf: When): Promise<boolean> {
  const row = onlyRow(await queries.query('select newest_finding as newest from record_state'));
  const newest = textOrNullOf(row, 'newest');
  return newest !== null && newest >= endOfDay(asOf);
}

/** Findings open at the end of a day, counted by service, stage and severity; sorted the same way. */
export async function findingCells(queries: Queries, asOf: When): Promise<readonly FindingCell[]> {
  const past = await isPast(queries, asOf);
  const parameters: Parameter[] = past ? [utcDay(asOf), endOfDay(asOf)] : [utcDay(asOf)];
  const rows = await queries.query(
    `with ${countedOn(['finding_open'], { day: '$1', end: '$2', past }, '')}
     select json_agg(json_build_array(service_id, stage_id, severity, n) order by service_id, stage_id nulls first, severity)::text
       as cells from (
         select service_id, stage_id, severity, sum(open)::int as n from finding_open group by service_id, stage_id, severity having sum(open) <> 0
       ) counted`,
    parameters,
  );
  const text = textOrNullOf(onlyRow(rows), 'cells');
  // Written by the statement above: text, text or null, a severity of the column, a count.
  const cells = (text === null ? [] : JSON.parse(text)) as [string, string | null, FindingCell['severity'], number][];
  return cells.map(([serviceId, stageId, severity, count]) => ({ serviceId, stageId, severity, count }));
}
