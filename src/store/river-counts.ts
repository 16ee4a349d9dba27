import { addDays, dayOf, daysBetween, isoDay, type When } from '#core/time.ts';
import { RIVER_WEEKS, type RiverCounts } from '#core/release/river-counts.ts';
import { countedOn } from '#store/counted-on.ts';
import { onlyRow, textOf, type Parameter, type Queries } from '#store/database.ts';
import { isPast } from '#store/finding-cells.ts';
import { releaseTeams } from '#store/finding-origin.ts';
import { endOfDay, utcDay } from '#store/moment.ts';

/** 1 January 1970 was a Thursday. */
const MONDAY = 4;

/** Counts of the findings of some services, as the record held them at the end of a day; one statement over roll-ups, no finding is read. */
export async function riverCounts(queries: Queries, asOf: When, serviceIds?: readonly string[]): Promise<RiverCounts> {
  const parameters: Parameter[] = [];
  const value = (parameter: Parameter): string => `$${parameters.push(parameter)}`;
  const today = utcDay(asOf);
  const firstWeek = addDays(mondayOf(today), -7 * (RIVER_WEEKS - 1));
  const [day, first, end] = [value(today), value(firstWeek), value(endOfDay(asOf))];
  const where = serviceIds === undefined ? '' : ` and f.service_id in (select json_array_elements_text(${value(JSON.stringify(serviceIds))}::json))`;
  const rows = await queries.query(
    `with ${countedOn(['finding_day', 'finding_stage', 'finding_team', 'finding_open'], { day, end, past: await isPast(queries, asOf) }, where)},
     day_row as materialized (
       select day, sum(found) as found, sum(fixed) as fixed, sum(open) as open from finding_day group by day
     ), week_row as (
       select date_trunc('week', day::date)::date::text as week, sum(found) as found, sum(fixed) as fixed, sum(open) as open from day_row group by 1
     ), youngest as (
       select day, open, sum(open) over (order by day desc) as upto, sum(open) over () as all_open from day_row where open <> 0
     ), stage_row as (
       select introduced_stage, stage_id, after_shipping, sum(held) as n from finding_stage group by 1, 2, 3 having sum(held) <> 0
     ), released as materialized (${releaseTeams(end)}
     ), team_row as (
       select coalesce(introduced_team, released.team_id) as introduced_team, fixed_team, is_fixed, sum(n) as n
       from (
         select introduced_team, introduced_release, fixed_team, is_fixed, sum(held) as n from finding_team group by 1, 2, 3, 4
       ) by_release left join released on released.id = introduced_release
       group by 1, 2, 3 having sum(n) <> 0
     )
     select json_build_object(
       'openBefore', (select coalesce(sum(found - fixed), 0) from day_row where day < ${first}),
       'open', (select coalesce(sum(open), 0) from day_row),
       'middle', (select json_build_array(max(day) filter (where upto > floor((all_open - 1) / 2)), max(day) filter (where upto > floor(all_open / 2))) from youngest),
       'openByWeek', (select coalesce(json_agg(json_build_object('week', week, 'count', open) order by week), '[]') from week_row where open <> 0),
       'weeks', (select coalesce(json_agg(json_build_object('week', week, 'found', found, 'fixed', fixed) order by week), '[]') from week_row
         where week >= ${first} and (found <> 0 or fixed <> 0)),
       'stages', (select coalesce(json_agg(json_build_object('introducedStageId', introduced_stage, 'foundStageId', stage_id, 'afterShipping', after_shipping, 'count', n)
         order by introduced_stage, stage_id, after_shipping), '[]') from stage_row),
       'teams', (select coalesce(json_agg(json_build_object('introducedTeamId', introduced_team, 'fixedTeamId', fixed_team, 'fixed', is_fixed, 'count', n)
         order by introduced_team, fixed_team, is_fixed), '[]') from team_row),
       'untraced', (select json_build_object('open', coalesce(sum(untraced_open), 0), 'all', coalesce(sum(untraced), 0)) from finding_open)
     )::text as counts`,
    parameters,
  );
  // Built by the statement above: numbers, days and ids.
  const { middle, ...counts } = JSON.parse(textOf(onlyRow(rows), 'counts')) as Omit<RiverCounts, 'firstWeek' | 'medianAgeDays'> & { middle: [When | null, When | null] };
  return { firstWeek, ...counts, medianAgeDays: medianAge(middle, today) };
}

/** The days the middle two of the open ones were found on, the same where their number is odd. */
function medianAge([young, old]: readonly [When | null, When | null], today: When): number | null {
  return young === null || old === null ? null : (daysBetween(young, today) + daysBetween(old, today)) / 2;
}

/** Monday of the ISO week (ISO 8601) a day is in. */
function mondayOf(day: When): When {
  const since = dayOf(day) - MONDAY;
  return isoDay(since - (((since % 7) + 7) % 7) + MONDAY);
}
