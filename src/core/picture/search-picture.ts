import type { Picture } from '#core/picture/picture.ts';

export interface SearchHit {
  id: string;
  name: string;
  detail: string | null;
}

export interface SearchGroup {
  kind: 'risks' | 'teams' | 'persons' | 'services' | 'processes';
  hits: SearchHit[];
  /** True where more match than are listed. */
  more: boolean;
}

/** Everything of a picture whose name or id holds every word of the text, by kind; at most `shown` of each. */
export function searchPicture(picture: Picture, text: string, shown: number): readonly SearchGroup[] {
  const words = text.toLowerCase().split(/\s+/).filter((word) => word !== '');
  const matching = (hits: readonly SearchHit[]): readonly SearchHit[] =>
    hits
      .filter((hit) => words.every((word) => hit.name.toLowerCase().includes(word) || hit.id.toLowerCase().includes(word)))
      .sort((a, b) => rank(a, text) - rank(b, text));
  const teamName = (id: string | null): string | null => picture.teams.find((team) => team.id === id)?.name ?? null;
  const group = (kind: SearchGroup['kind'], hits: readonly SearchHit[]): SearchGroup => {
    const found = matching(hits);
    return { kind, hits: found.slice(0, shown), more: found.length > shown };
  };
  return [
    group('risks', picture.risks.map(({ id, label, owningTeamId }) => ({ id, name: label, detail: teamName(owningTeamId) }))),
    group('teams', picture.teams.map(({ id, name, parentId }) => ({ id, name, detail: teamName(parentId) }))),
    group('persons', picture.persons.map(({ id, name, title }) => ({ id, name, detail: title }))),
    group('services', picture.services.map(({ id, name, teamId }) => ({ id, name, detail: teamName(teamId) }))),
    group('processes', picture.processes.map(({ id, name }) => ({ id, name, detail: null }))),
  ];
}

/** The id itself first, then names that start with the text, then the rest in the order of the picture. */
function rank(hit: SearchHit, text: string): number {
  const asked = text.toLowerCase();
  if (hit.id.toLowerCase() === asked) return 0;
  return hit.name.toLowerCase().startsWith(asked) ? 1 : 2;
}
