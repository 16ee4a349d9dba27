import type { Queries } from '#store/database.ts';

/**
 * Takes the newest versions of the findings a batch touches out of the roll-ups (`-1`, before they are
 * stored) or puts them in (`1`, after). Kept in the batch's transaction, so the figures are exact at
 * every commit whatever changed: severity, service, stage, dates.
 */
export async function countTouchedFindings(queries: Queries, sign: 1 | -1): Promise<void> {
  const touched =
    sign === 1
      ? `select id from staged where kind = 'findings'`
      : `select id from staged where kind = 'findings' and known`;
  await queries.exec(`
    insert into finding_open as held (service_id, stage_id, severity, open)
    select service_id, stage_id, severity, ${sign} * count(*) from finding
      where superseded_at is null and fixed_day is null and id in (${touched})
      group by service_id, stage_id, severity
    on conflict (service_id, stage_id, severity) do update set open = held.open + excluded.open;

    insert into finding_week as held (service_id, week, severity, found, fixed)
    select service_id, date_trunc('week', day::date)::date::text, severity, ${sign} * sum(found), ${sign} * sum(fixed) from (
        select service_id, at_day as day, severity, 1 as found, 0 as fixed from finding
          where superseded_at is null and id in (${touched})
        union all
        select service_id, fixed_day, severity, 0, 1 from finding
          where superseded_at is null and fixed_day is not null and id in (${touched})
      ) happened
      group by 1, 2, 3
    on conflict (service_id, week, severity) do update
      set found = held.found + excluded.found, fixed = held.fixed + excluded.fixed`);
}
