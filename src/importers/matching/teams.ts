import type { RecordView } from '#core/record/view.ts';
import { plainName, UniqueIndex } from '#importers/matching/plain-name.ts';

/** Teams by id and by name, as `plainName` writes them. */
export function teamIndex(view: Pick<RecordView, 'teams'>): UniqueIndex<string> {
  const teams = new UniqueIndex<string>();
  for (const team of view.teams.values()) {
    teams.add(plainName(team.id), team.id);
    if (team.name !== undefined) teams.add(plainName(team.name), team.id);
  }
  return teams;
}
