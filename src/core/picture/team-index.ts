import type { Picture, TeamRow } from '#core/picture/picture.ts';

/** Positions of teams in the depth-first list: a subtree is the slice from a team's position to its `end`. */
export interface TeamIndex {
  at(teamId: string): TeamRow | undefined;
  position(teamId: string | null): number | undefined;
  /** False for `null` and for an id the team list does not hold: both read as "no team recorded". */
  knows(teamId: string | null): boolean;
  /** True when `teamId` is `rootId`, or below it where `withSubteams`. */
  holds(rootId: string, teamId: string | null, withSubteams: boolean): boolean;
}

const indices = new WeakMap<readonly TeamRow[], TeamIndex>();

/** Made once for a list of teams and kept as long as the list is. */
export function teamIndexOf(picture: Pick<Picture, 'teams'>): TeamIndex {
  const held = indices.get(picture.teams);
  if (held !== undefined) return held;
  const made = makeIndex(picture.teams);
  indices.set(picture.teams, made);
  return made;
}

function makeIndex(teams: readonly TeamRow[]): TeamIndex {
  const positions = new Map(teams.map((team, index) => [team.id, index]));
  const position = (teamId: string | null): number | undefined => (teamId === null ? undefined : positions.get(teamId));
  return {
    at: (teamId) => teams[positions.get(teamId) ?? -1],
    position,
    knows: (teamId) => position(teamId) !== undefined,
    holds(rootId, teamId, withSubteams) {
      if (!withSubteams) return teamId === rootId && positions.has(rootId);
      const root = positions.get(rootId);
      const here = position(teamId);
      return root !== undefined && here !== undefined && here >= root && here < (teams[root]?.end ?? 0);
    },
  };
}

/** The teams directly below one, in order; of none, the teams without a parent in the list. */
export function childTeams(picture: Pick<Picture, 'teams'>, rootTeamId?: string): readonly TeamRow[] {
  const { teams } = picture;
  const root = rootTeamId === undefined ? undefined : teamIndexOf(picture).position(rootTeamId);
  if (rootTeamId !== undefined && root === undefined) return [];
  const from = root === undefined ? 0 : root + 1;
  const to = root === undefined ? teams.length : (teams[root]?.end ?? from);
  const children: TeamRow[] = [];
  for (let index = from; index < to; ) {
    const team = teams[index];
    if (team === undefined) break;
    children.push(team);
    index = Math.max(team.end, index + 1);
  }
  return children;
}

/** The team everything is under, where there is exactly one such and it has teams below it. */
export function topTeam(picture: Pick<Picture, 'teams'>): TeamRow | undefined {
  const roots = childTeams(picture);
  const [only] = roots;
  return roots.length === 1 && only !== undefined && only.end > 1 ? only : undefined;
}
