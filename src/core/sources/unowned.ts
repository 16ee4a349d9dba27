import type { Decision } from '#core/record/entities.ts';
import type { RecordView } from '#core/record/view.ts';
import { say } from '#language/say.ts';
import { ROOT } from '#core/record/entities.ts';

/** An id that something on the record points at and the record does not hold. */
export interface UnresolvedId {
  id: string;
  /** What kind of thing it would be. */
  kind: 'person' | 'team';
  /** How many entries point at it, and one of them in words. */
  pointers: number;
  example: string;
}

/** Decisions on the record that name nobody as their maker: acceptances first, then the newest. */
export function decisionsByNobody(view: RecordView): readonly Decision[] {
  return [...view.decisions.values()].filter(({ byId }) => byId === undefined || byId === '').toSorted((a, b) => Number(b.kind === 'accept') - Number(a.kind === 'accept') || (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? -1 : 1));
}

/** Services without an owning team the record holds, in the order of their ids. */
export function servicesWithoutTeam(view: RecordView): readonly string[] {
  return [...view.services.values()].filter(({ teamId }) => teamId === undefined || !view.teams.has(teamId)).map(({ id }) => id).toSorted();
}

/** Owners, leads, members and grantees that are not on the record, those with most pointers first. */
export function unresolvedIds(view: RecordView): readonly UnresolvedId[] {
  const found = new Map<string, { kind: UnresolvedId['kind']; pointers: number; example: string }>();
  const point = (kind: UnresolvedId['kind'], id: string | undefined, example: string): void => {
    if (id === undefined || id === '' || id === ROOT || (kind === 'person' ? view.persons.has(id) : view.teams.has(id))) return;
    const held = found.get(`${kind}/${id}`);
    found.set(`${kind}/${id}`, { kind, pointers: (held?.pointers ?? 0) + 1, example: held?.example ?? example });
  };
  for (const { id, ownerId } of view.risks.values()) point('person', ownerId, say('decision owner of risk {id}', { id }));
  for (const { id, granteeId, grantorId } of view.grants.values()) {
    point('person', granteeId, say('holder of grant {id}', { id }));
    point('person', grantorId, say('giver of grant {id}', { id }));
  }
  for (const { id, leadId, parentId } of view.teams.values()) {
    point('person', leadId, say('lead of team {id}', { id }));
    point('team', parentId, say('above team {id}', { id }));
  }
  for (const { id, teamId, managerId, holderId } of view.persons.values()) {
    point('team', teamId, say('team of {id}', { id }));
    point('person', managerId, say('manager of {id}', { id }));
    point('person', holderId, say('holder of post {id}', { id }));
  }
  for (const { id, teamId } of view.services.values()) point('team', teamId, say('owning team of service {id}', { id }));
  return [...found].map(([key, one]) => ({ id: key.slice(key.indexOf('/') + 1), ...one })).toSorted((a, b) => b.pointers - a.pointers || (a.id < b.id ? -1 : 1));
}
