/** Stage that made the defect of `finding f`. */
export const introducedStage = 'f.introduced_stage';

/** True of `finding f` that one of `teams` introduced (a parameter, a JSON list), in words that read every release once and not one a finding. */
export function introducedBy(teams: string, end: string): string {
  const named = `(select json_array_elements_text(${teams}::json))`;
  return `(f.introduced_team in ${named} or (f.introduced_team is null and f.introduced_release in (
    select id from (${releaseTeams(end)}) release where team_id in ${named})))`;
}

/** True of `finding f` of which no team is recorded that introduced it. */
export function introducedByNobody(end: string): string {
  return `(f.introduced_team is null and (f.introduced_release is null or f.introduced_release not in (
    select id from (${releaseTeams(end)}) release where team_id is not null)))`;
}

/** Every release and the team that shipped it (`id`, `team_id`), as held before the moment `end` (a parameter). */
export function releaseTeams(end: string): string {
  return `select distinct on (id) id, body ->> 'shippedByTeamId' as team_id from entry
    where kind = 'releases' and recorded_at < ${end} order by id, recorded_at desc, seq desc`;
}

/** Day `finding f` was fixed, where that was by `day` (a parameter), never before it was found. */
export function fixedOn(day: string): string {
  return `case when f.fixed_day <= ${day} then greatest(f.fixed_day, f.at_day) end`;
}
