import { addDays, dayOf, isoDay, type When } from '#core/time.ts';
import { RIVER_WEEKS, type RiverCounts } from '#core/release/river-counts.ts';
import { onlyRow, textOf, type Parameter, type Queries } from '#store/database.ts';
import { isPast } from '#store/finding-cells.ts';
import { findingCondition, fixedOn, introducedStage, introducedTeam } from '#store/finding-filter.ts';
import { endOfDay, utcDay } from '#store/moment.ts';

/** 1 January 1970 was a Thursday. */
const MONDAY = 4;

/** Counts of the findings of some services, as the record held them at the end of a day; one statement, no row leaves the database. */
export async function riverCounts(queries: Queries, asOf: When, serviceIds?: readonly string[]): Promise<RiverCounts> {
  const parameters: Parameter[] = [];
  const value = (parameter: Parameter): string => `$${parameters.push(parameter)}`;
  const held = findingCondition({ asOf, serviceIds, openOnly: false }, (await isPast(queries, asOf)) ? 'past' : 'newest', value);
  const today = utcDay(asOf);
  const firstWeek = addDays(mondayOf(today), -7 * (RIVER_WEEKS - 1));
  const [day, first, end] = [value(today), value(firstWeek), value(endOfDay(asOf))];
  const rows = await queries.query(
    `with held as materialized (
       select f.at_day, ${fixedOn(day)} as fixed_on, f.stage_id, ${introducedStage} as introduced_stage,
         ${introducedTeam(end)} as introduced_team, f.body ->> 'fixedByTeamId' as fixed_team
       from finding f where ${held}
     ), week_row as (
       select week, sum(found) as found, sum(fixed) as fixed from (
         select date_trunc('week', at_day::date)::date::text as week, 1 as found, 0 as fixed from held where at_day >= ${first}
         union all
         select date_trunc('week', fixed_on::date)::date::text, 0, 1 from held where fixed_on >= ${first}
       ) happened group by week
     ), stage_row as (
       select introduced_stage, stage_id, count(*) as n from held group by introduced_stage, stage_id
     ), team_row as (
       select introduced_team, case when fixed_on is not null then fixed_team end as fixed_team, fixed_on is not null as fixed, count(*) as n
       from held group by 1, 2, 3
     )
     select json_build_object(
       'openBefore', (select count(*) from held where at_day < ${first} and (fixed_on is null or fixed_on >= ${first})),
       'open', (select count(*) from held where fixed_on is null),
       'medianAgeDays', (select percentile_cont(0.5) within group (order by ${day}::text::date - at_day::date) from held where fixed_on is null),
       'weeks', (select coalesce(json_agg(json_build_object('week', week, 'found', found, 'fixed', fixed) order by week), '[]') from week_row),
       'stages', (select coalesce(json_agg(json_build_object('introducedStageId', introduced_stage, 'foundStageId', stage_id, 'count', n)
         order by introduced_stage, stage_id), '[]') from stage_row),
       'teams', (select coalesce(json_agg(json_build_object('introducedTeamId', introduced_team, 'fixedTeamId', fixed_team, 'fixed', fixed, 'count', n)
         order by introduced_team, fixed_team, fixed), '[]') from team_row)
     )::text as counts`,
    parameters,
  );
  // Built by the statement above: numbers, days and ids.
  return { firstWeek, ...(JSON.parse(textOf(onlyRow(rows), 'counts')) as Omit<RiverCounts, 'firstWeek'>) };
}

/** Monday of the ISO week (ISO 8601) a day is in. */
function mondayOf(day: When): When {
  const since = dayOf(day) - MONDAY;
  return isoDay(since - (((since % 7) + 7) % 7) + MONDAY);
}
