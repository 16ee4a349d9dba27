import { addDays, type When } from '#core/time.ts';
import type { FindingTallies, HeldUntraced, TallyLimits } from '#core/record/finding-tallies.ts';
import { countedOn } from '#store/counted-on.ts';
import { onlyRow, textOf, type Parameter, type Queries } from '#store/database.ts';
import { isPast } from '#store/finding-cells.ts';
import { utcDayOf } from '#store/finding-span.ts';
import { endOfDay, utcDay } from '#store/moment.ts';

/**
 * All findings held at the end of a day, counted for the rules about teams and stages: what `countFindings` of the core
 * gives over those findings, in an order of its own. One statement over roll-ups.
 */
export async function findingTallies(queries: Queries, asOf: When, limits: TallyLimits, held: readonly HeldUntraced[]): Promise<FindingTallies> {
  const parameters: Parameter[] = [];
  const value = (parameter: Parameter): string => `$${parameters.push(parameter)}`;
  const today = utcDay(asOf);
  const [day, end] = [value(today), value(endOfDay(asOf))];
  const [fixedFrom, passedFrom, tracedBy] = [value(addDays(today, -limits.fixDays)), value(addDays(today, -limits.passDays)), value(addDays(today, -limits.tracedWithin))];
  const [quick, most, named] = [value(limits.quickDays), value(limits.passCount), value(JSON.stringify(held))];
  const tables = ['finding_fix', 'finding_open', 'finding_day', 'finding_passed', 'finding_brought'] as const;
  const rows = await queries.query(
    `with ${countedOn(tables, { day, end, past: await isPast(queries, asOf) }, '')}, released as materialized (
       select id, day from (
         select distinct on (id) id, ${utcDayOf(`body ->> 'at'`)} as day from entry
         where kind = 'releases' and recorded_at < ${end} order by id, recorded_at desc, seq desc
       ) release where day <= ${day}
     ), fixed_row as (
       select service_id, fixed_team, coalesce(gravest_days <= ${quick}::int, false) as quick, sum(n) as n, max(fixed_day) as newest
       from (
         select service_id, fixed_team, fixed_day, gravest_days, sum(held) as n from finding_fix
         where fixed_day between ${fixedFrom} and ${day} group by 1, 2, 3, 4 having sum(held) <> 0
       ) kept group by 1, 2, 3
     ), day_row as materialized (
       select service_id, day, sum(untraced_open) as untraced, sum(untraced_grave) as grave from finding_day
       group by 1, 2 having sum(untraced_open) <> 0
     ), open_row as (
       select service_id, n, coalesce(untraced, 0) as untraced, newest
       from (select service_id, sum(own_open) as n from finding_open group by 1 having sum(own_open) <> 0) own
       left join (select service_id, sum(untraced) as untraced, max(day) as newest from day_row group by 1) days using (service_id)
     ), untraced_row as (
       select service_id, sum(n) as n, min(day) as first
       from (
         select service_id, day, sum(n) as n from (
           select service_id, day, grave as n from day_row
           union all
           select "serviceId", at, -count from json_to_recordset(${named}::json) as x("serviceId" text, at text, count int)
         ) parts where day <= ${tracedBy} group by 1, 2 having sum(n) > 0
       ) days group by 1
     ), passed_day as (
       select service_id, escaped_stage, defect_class, day, sum(held) as n
       from (
         select service_id, escaped_stage, defect_class, at_day as day, held from finding_passed
           where introduced_release is null and at_day >= ${passedFrom}
         union all
         select service_id, escaped_stage, defect_class, released.day, held from finding_brought
           join released on released.id = introduced_release where released.day >= ${passedFrom}
         union all
         select service_id, escaped_stage, defect_class, at_day, held from finding_passed
           where introduced_release in (select introduced_release from finding_brought except select id from released) and at_day >= ${passedFrom}
       ) passed group by 1, 2, 3, 4 having sum(held) <> 0
     ), passed_row as (
       select service_id, escaped_stage, defect_class, sum(n) as n,
         json_agg(json_build_array(day, n) order by day) filter (where before < ${most}::int) as first
       from (
         select *, sum(n) over (partition by service_id, escaped_stage, defect_class order by day) - n as before from passed_day
       ) passed group by 1, 2, 3
     )
     select json_strip_nulls(json_build_object(
       'fixed', (select coalesce(json_agg(json_build_object('serviceId', service_id, 'fixedByTeamId', fixed_team, 'quick', quick, 'count', n, 'newestOn', newest)), '[]') from fixed_row),
       'open', (select coalesce(json_agg(json_build_object('serviceId', service_id, 'count', n, 'untraced', untraced, 'newestUntraced', newest)), '[]') from open_row),
       'passed', (select coalesce(json_agg(json_build_object('serviceId', service_id, 'stageId', escaped_stage, 'defectClass', defect_class, 'count', n, 'first', first)), '[]') from passed_row),
       'untraced', (select coalesce(json_agg(json_build_object('serviceId', service_id, 'count', n, 'first', first)), '[]') from untraced_row)
     ))::text as tallies`,
    parameters,
  );
  // Built by the statement above, from columns the store wrote from `Finding` values.
  const { passed, ...tallies } = JSON.parse(textOf(onlyRow(rows), 'tallies')) as Omit<FindingTallies, 'passed'> & { passed: readonly CountedPassed[] };
  return { ...tallies, passed: passed.map(({ first, ...kind }) => ({ ...kind, first: first.flatMap(([on, count]) => Array.from({ length: count }, () => on)).slice(0, limits.passCount) })) };
}

type CountedPassed = Omit<FindingTallies['passed'][number], 'first'> & { first: readonly (readonly [When, number])[] };
