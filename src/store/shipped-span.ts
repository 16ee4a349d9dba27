import type { When } from '#core/time.ts';
import type { ShippedSpan } from '#core/release/river-counts.ts';
import { onlyRow, textOf, type Parameter, type Queries } from '#store/database.ts';
import { isPast } from '#store/finding-cells.ts';
import { findingCondition } from '#store/finding-filter.ts';
import { fixedOn, introducedStage } from '#store/finding-origin.ts';
import { utcDayOf } from '#store/finding-span.ts';
import { endOfDay, utcDay } from '#store/moment.ts';

/** What some teams released and introduced from one day to another, both within, as the record held it at the end of `asOf`. */
export async function shippedSpan(
  queries: Queries,
  asOf: When,
  { teamIds, from, to }: { teamIds: readonly string[]; from: When; to: When },
): Promise<ShippedSpan> {
  const parameters: Parameter[] = [];
  const value = (parameter: Parameter): string => `$${parameters.push(parameter)}`;
  const held = findingCondition(
    { asOf, introducedTeamIds: teamIds, openOnly: false }, (await isPast(queries, asOf)) ? 'past' : 'newest', value,
  );
  const [day, first, last, end, teams] = [value(utcDay(asOf)), value(from), value(to), value(endOfDay(asOf)), value(JSON.stringify(teamIds))];
  const rows = await queries.query(
    `with release_row as (
       select distinct on (id) id, ${utcDayOf(`body ->> 'at'`)} as on_day, body ->> 'shippedByTeamId' as team_id
       from entry where kind = 'releases' and recorded_at < ${end} order by id, recorded_at desc, seq desc
     ), introduced as materialized (
       select f.at_day, ${fixedOn(day)} as fixed_on, f.stage_id, ${introducedStage} as introduced_stage, r.on_day as shipped_day
       from finding f left join release_row r on r.id = f.introduced_release where ${held}
     ), found as (
       select *, at_day::date - shipped_day::date as days from introduced where at_day between ${first} and ${last}
     ), fixed as (
       select fixed_on::date - at_day::date as days from introduced where fixed_on between ${first} and ${last}
     )
     select json_build_object(
       'releases', (select count(*) from release_row where on_day between ${first} and ${last}
         and team_id in (select json_array_elements_text(${teams}::json))),
       'introduced', (select count(*) from found),
       'traced', (select count(*) from found where introduced_stage is not null and stage_id is not null),
       'escaped', (select count(*) from found where introduced_stage <> stage_id),
       'shippedToFound', (select json_build_object('days', percentile_cont(0.5) within group (order by days), 'cases', count(*))
         from found where days >= 0),
       'foundToFixed', (select json_build_object('days', percentile_cont(0.5) within group (order by days), 'cases', count(*)) from fixed)
     )::text as span`,
    parameters,
  );
  // Built by the statement above: numbers only.
  return { from, to, ...(JSON.parse(textOf(onlyRow(rows), 'span')) as Omit<ShippedSpan, 'from' | 'to'>) };
}
