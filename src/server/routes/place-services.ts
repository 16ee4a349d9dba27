import { findingsMatching, type FindingFilter } from '#core/picture/filter.ts';
import type { Picture } from '#core/picture/picture.ts';
import { teamIndexOf } from '#core/picture/team-index.ts';

/** Ids of the services a place holds; `undefined` where the place is everywhere. */
export function placeServices(picture: Picture, place: FindingFilter): readonly string[] | undefined {
  const narrowed = Object.entries(place).some(([name, value]) => name !== 'withSubteams' && value !== undefined && value !== false);
  if (!narrowed) return undefined;
  // One made-up cell for every service: the filter then answers which services are in the place. Services
  // that only findings name are among the cells, and have no team and no process.
  const known = picture.services.map(({ id }) => id);
  const named = picture.findingCells.map((cell) => cell.serviceId);
  const asked = place.serviceId === undefined ? [] : [place.serviceId];
  const cells = [...new Set([...known, ...named, ...asked])].map((serviceId) => ({
    serviceId, stageId: null, severity: 'unknown' as const, count: 1,
  }));
  return findingsMatching(picture, place, cells).map((cell) => cell.serviceId);
}

/** A team and all below it; the id alone where the record holds no such team. */
export function teamsWithin(picture: Picture, teamId: string): readonly string[] {
  const teams = teamIndexOf(picture);
  const within = picture.teams.filter((team) => teams.holds(teamId, team.id, true)).map((team) => team.id);
  return within.length === 0 ? [teamId] : within;
}
