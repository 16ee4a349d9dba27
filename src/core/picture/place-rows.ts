import { say } from '#language/say.ts';
import type { Picture } from '#core/picture/picture.ts';
import type { PlaceFilter } from '#core/picture/filter.ts';
import { childTeams, teamIndexOf, topTeam } from '#core/picture/team-index.ts';

/** One line of a table by team; lines of one table never overlap and together hold every row of its scope. */
export interface PlaceRow {
  kind: 'team' | 'own' | 'no-team';
  /** `null` for what has no recorded team. */
  teamId: string | null;
  name: string;
  filter: PlaceFilter;
}

/**
 * The lines a scope falls into: the teams below `rootTeamId`, each with everything under it, then what the
 * root team owns itself; over the whole organisation also what has no recorded team. Without `rootTeamId` an
 * organisation with one top team is laid out below that team.
 */
export function placeRows(picture: Pick<Picture, 'teams'>, rootTeamId?: string): readonly PlaceRow[] {
  const index = teamIndexOf(picture);
  const root = rootTeamId === undefined ? topTeam(picture) : index.at(rootTeamId);
  const rows: PlaceRow[] = [];
  if (root !== undefined || rootTeamId === undefined) {
    for (const { id, name } of childTeams(picture, root?.id)) {
      rows.push({ kind: 'team', teamId: id, name, filter: { teamId: id, withSubteams: true } });
    }
  }
  if (root !== undefined) {
    const name = say('{root} itself', { root: root.name });
    rows.push({ kind: 'own', teamId: root.id, name, filter: { teamId: root.id, withSubteams: false } });
  }
  if (rootTeamId === undefined) {
    rows.push({ kind: 'no-team', teamId: null, name: say('No team recorded'), filter: { noTeam: true } });
  }
  return rows;
}

/** What a table below `rootTeamId` is about as a whole. */
export function scopeOf(rootTeamId?: string): PlaceFilter {
  return rootTeamId === undefined ? {} : { teamId: rootTeamId, withSubteams: true };
}
