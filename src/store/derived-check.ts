import { numberOf, onlyRow, type Queries } from '#store/database.ts';

const openCells = `
  select count(*) from (select *, coalesce('=' || stage_id, '') as stage from finding_open where open <> 0) held
  full join (
    select service_id, coalesce('=' || stage_id, '') as stage, severity, count(*) as open from finding
      where superseded_at is null and fixed_day is null group by 1, 2, 3
  ) counted using (service_id, stage, severity)
  where held.open is distinct from counted.open`;

const flowCells = `
  select count(*) from (select * from finding_week where found <> 0 or fixed <> 0) held
  full join (
    select service_id, date_trunc('week', day::date)::date::text as week, severity, sum(found) as found, sum(fixed) as fixed
    from (
      select service_id, at_day as day, severity, 1 as found, 0 as fixed from finding where superseded_at is null
      union all
      select service_id, fixed_day, severity, 0, 1 from finding where superseded_at is null and fixed_day is not null
    ) happened group by 1, 2, 3
  ) counted using (service_id, week, severity)
  where held.found is distinct from counted.found or held.fixed is distinct from counted.fixed`;

const chains = `
  select count(*) from (
    select superseded_at, lead(recorded_at) over (partition by id order by recorded_at, seq) as next_at from finding
  ) chain where superseded_at is distinct from next_at`;

/** What is derived from the versions against a recount of all of them; in plain words, empty when nothing differs. */
export async function derivedDifferences(queries: Queries, versions: number): Promise<readonly string[]> {
  const row = onlyRow(
    await queries.query(`
      select ((select count(*) from entry) + (select count(*) from finding))::int as held, (${chains})::int as chains,
        (${openCells})::int as open_cells, (${flowCells})::int as flow_cells`),
  );
  const differences: string[] = [];
  const held = numberOf(row, 'held');
  if (held !== versions) differences.push(`The database holds ${held} versions, the ledger ${versions}.`);
  const say = (column: string, what: string): void => {
    if (numberOf(row, column) > 0) differences.push(`${numberOf(row, column)} ${what}.`);
  };
  say('chains', 'findings do not point at their next version');
  say('open_cells', 'counts of open findings differ from a recount');
  say('flow_cells', 'weekly counts differ from a recount');
  return differences;
}
