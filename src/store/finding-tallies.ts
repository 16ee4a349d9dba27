import { addDays, type When } from '#core/time.ts';
import { severities } from '#core/record/entities.ts';
import type { FindingTallies } from '#core/record/finding-tallies.ts';
import { onlyRow, textOf, type Parameter, type Queries } from '#store/database.ts';
import { isPast } from '#store/finding-cells.ts';
import { findingCondition } from '#store/finding-filter.ts';
import { utcDay } from '#store/moment.ts';

/** The last of the two severities whose origin is asked for one by one. */
const HIGH = severities.indexOf('high');

/**
 * All findings held at the end of a day, counted for the rules about teams and stages: what `countFindings` of the core
 * gives over those findings, in an order of its own. Fixes and passed stages are counted from `days` before.
 */
export async function findingTallies(queries: Queries, asOf: When, days: number): Promise<FindingTallies> {
  const parameters: Parameter[] = [];
  const value = (parameter: Parameter): string => `$${parameters.push(parameter)}`;
  const held = findingCondition({ asOf, openOnly: false }, (await isPast(queries, asOf)) ? 'past' : 'newest', value);
  const today = value(utcDay(asOf));
  const first = value(addDays(utcDay(asOf), -days));
  const rows = await queries.query(
    `with held as materialized (
       select f.seq, f.service_id, f.severity_rank, f.at_day, f.fixed_day,
         f.body ->> 'fixedByTeamId' as team_id, f.body @> '{"fixKind":"shield"}' as shield, f.body @> '{"external":true}' as external,
         f.body @> '{"totalControl":true}' and (f.body @> '{"exploited":true}' or f.body @> '{"automatable":true}') as gravest,
         f.body ->> 'introducedByTeamId' is not null or f.body ->> 'introducedReleaseId' is not null as traced,
         f.body ->> 'escapedStageId' as stage_id, f.body ->> 'defectClass' as defect_class, f.body ->> 'introducedReleaseId' as release_id
       from finding f where ${held}
     ), open as (
       select * from held where (fixed_day is null or fixed_day > ${today}) and not external
     ), fixed_row as (
       select json_build_object('serviceId', service_id, 'fixedByTeamId', team_id, 'fixedOn', fixed_day,
         'gravestDays', case when gravest then fixed_day::date - at_day::date end, 'count', count(*)) as row
       from held where fixed_day between ${first} and ${today} and not shield
       group by service_id, team_id, fixed_day, case when gravest then fixed_day::date - at_day::date end
     ), open_row as (
       select json_build_object('serviceId', service_id, 'count', count(*), 'untraced', count(*) filter (where not traced),
         'newestUntraced', max(at_day) filter (where not traced)) as row
       from open group by service_id
     ), passed_row as (
       select json_build_object('serviceId', service_id, 'stageId', stage_id, 'defectClass', defect_class, 'at', at_day,
         'releaseId', release_id, 'count', count(*)) as row
       from held where stage_id is not null and defect_class is not null and (at_day >= ${first} or release_id is not null)
       group by service_id, stage_id, defect_class, at_day, release_id
     ), untraced_row as (
       select body::json as row, severity_rank, at_day, id from finding
       where seq in (select seq from open where severity_rank <= ${HIGH} and not traced)
     )
     select json_strip_nulls(json_build_object(
       'fixed', (select coalesce(json_agg(row), '[]') from fixed_row),
       'open', (select coalesce(json_agg(row), '[]') from open_row),
       'passed', (select coalesce(json_agg(row), '[]') from passed_row),
       'untraced', (select coalesce(json_agg(row order by severity_rank, at_day, id), '[]') from untraced_row)
     ))::text as tallies`,
    parameters,
  );
  // Built by the statement above, from rows the store wrote from `Finding` values.
  return JSON.parse(textOf(onlyRow(rows), 'tallies')) as FindingTallies;
}
