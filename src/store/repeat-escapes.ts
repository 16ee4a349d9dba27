import type { When } from '#core/time.ts';
import { MOST_REPEATS, type RepeatEscapes } from '#core/release/repeat-escapes.ts';
import { onlyRow, textOf, type Parameter, type Queries } from '#store/database.ts';
import { isPast } from '#store/finding-cells.ts';
import { findingCondition } from '#store/finding-filter.ts';
import { fixedOn } from '#store/finding-origin.ts';
import { utcDayOf } from '#store/finding-span.ts';
import { endOfDay, utcDay } from '#store/moment.ts';
import { defectKind } from '#store/trace-condition.ts';

/** Kinds of defect that escaped again after a fix, on some services (absent = all): what `repeatEscapes` of the core gives over all findings. */
export async function repeatEscapes(queries: Queries, asOf: When, serviceIds?: readonly string[]): Promise<RepeatEscapes> {
  const parameters: Parameter[] = [];
  const value = (parameter: Parameter): string => `$${parameters.push(parameter)}`;
  const held = findingCondition({ asOf, serviceIds, escaped: true, openOnly: false }, (await isPast(queries, asOf)) ? 'past' : 'newest', value);
  const [day, end] = [value(utcDay(asOf)), value(endOfDay(asOf))];
  const rows = await queries.query(
    `with release_row as materialized (
       select distinct on (id) id, ${utcDayOf(`body ->> 'at'`)} as on_day, body ->> 'shippedByTeamId' as team_id
       from entry where kind = 'releases' and recorded_at < ${end} order by id, recorded_at desc, seq desc
     ), held as (
       select f.service_id, coalesce(f.introduced_team, r.team_id) as team, ${defectKind} as kind, f.defect_class is not null as is_weakness,
         coalesce(r.on_day, f.at_day) as in_day, f.at_day, ${fixedOn(day)} as fixed_on, f.is_shield as shield
       from finding f left join release_row r on r.id = f.introduced_release where ${held} and ${defectKind} is not null
     ), in_row as (
       select service_id, team, kind, in_day, bool_or(is_weakness) as is_weakness, count(*) as n, count(*) filter (where fixed_on is null) as open,
         min(fixed_on) filter (where not shield) as fixed_on, max(at_day) as last_on
       from held group by 1, 2, 3, 4
     ), marked as (
       select *, min(fixed_on) over (partition by team, service_id, kind) as first_fixed from in_row
     ), row as (
       select service_id, team, kind, bool_or(is_weakness) as is_weakness, sum(n) as escapes, sum(n) filter (where in_day > first_fixed) as again,
         sum(open) as open, first_fixed, max(last_on) as last_on
       from marked group by service_id, team, kind, first_fixed having count(*) filter (where in_day > first_fixed) > 0
     )
     select json_build_object('total', (select count(*) from row), 'rows', (select coalesce(json_agg(json_build_object(
         'introducedTeamId', team, 'serviceId', service_id, 'kind', kind, 'kindIs', case when is_weakness then 'weakness' else 'rule' end,
         'escapes', escapes, 'again', again, 'open', open, 'firstFixedOn', first_fixed, 'lastOn', last_on)), '[]')
       from (select * from row order by last_on desc, service_id, kind, coalesce(team, '') limit ${MOST_REPEATS}) shown))::text as repeats`,
    parameters,
  );
  // Built by the statement above: ids, days and counts.
  return JSON.parse(textOf(onlyRow(rows), 'repeats')) as RepeatEscapes;
}
