import { conditionGroups } from '#core/picture/conditions.ts';
import type { Picture, TeamRow } from '#core/picture/picture.ts';

/** What a picture holds that has a name; findings and documented cases are found by the server. */
export const findableKinds = ['risks', 'teams', 'persons', 'services', 'processes', 'conditions'] as const;
export type FindableKind = (typeof findableKinds)[number];

/** One thing that can be found by its name or id, and the path to it in words. */
export interface Findable {
  kind: FindableKind;
  id: string;
  name: string;
  /** From the top of the organisation down, or what else tells it from another of the same name. */
  path: string | null;
}

/** Everything of a picture that a search finds, by kind and within a kind in the order of the picture. Conditions are those that are up. */
export function findableIn(picture: Picture): readonly Findable[] {
  const teamPath = teamPaths(picture.teams);
  const processNames = new Map(picture.processes.map(({ id, name }) => [id, name]));
  const pathOf = (...parts: readonly (string | null | undefined)[]): string | null => {
    const given = parts.filter((part) => part !== null && part !== undefined && part !== '');
    return given.length === 0 ? null : given.join(' · ');
  };
  return [
    ...picture.risks.map(({ id, label, owningTeamId }): Findable => ({ kind: 'risks', id, name: label, path: pathOf(id, teamPath(owningTeamId)) })),
    ...picture.teams.map(({ id, name, parentId }): Findable => ({ kind: 'teams', id, name, path: teamPath(parentId) })),
    ...picture.persons.map(({ id, name, title, teamId }): Findable => ({ kind: 'persons', id, name, path: pathOf(title, teamPath(teamId)) })),
    ...picture.services.map(({ id, name, teamId, processId }): Findable => ({
      kind: 'services', id, name, path: pathOf(teamPath(teamId), processId === null ? null : processNames.get(processId)),
    })),
    ...picture.processes.map(({ id, name, stages }): Findable => ({ kind: 'processes', id, name, path: pathOf(stages.map((stage) => stage.name).join(' › ')) })),
    ...conditionGroups(picture).map(({ flag, title, conditions }): Findable => ({ kind: 'conditions', id: flag, name: title, path: `${flag} · ${conditions.length} up` })),
  ];
}

/** Names from the top team down to a team; a team the list does not hold has no path. */
function teamPaths(teams: readonly TeamRow[]): (id: string | null) => string | null {
  const rows = new Map(teams.map((team) => [team.id, team]));
  const paths = new Map<string, string>();
  const pathTo = (id: string, above: ReadonlySet<string>): string | null => {
    const held = paths.get(id);
    if (held !== undefined) return held;
    const team = rows.get(id);
    if (team === undefined) return null;
    const parent = team.parentId === null || above.has(team.parentId) ? null : pathTo(team.parentId, new Set([...above, id]));
    const path = parent === null ? team.name : `${parent} › ${team.name}`;
    paths.set(id, path);
    return path;
  };
  return (id) => (id === null ? null : pathTo(id, new Set([id])));
}
