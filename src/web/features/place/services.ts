import type { PlaceFilter } from '#core/picture/filter.ts';
import type { Picture, ServiceRow } from '#core/picture/picture.ts';
import { teamIndexOf } from '#core/picture/team-index.ts';

/** The services of a place, by the same rule that places their risks and findings. */
export function servicesOf(picture: Picture, filter: PlaceFilter): readonly ServiceRow[] {
  const teams = teamIndexOf(picture);
  return picture.services
    .filter((service) =>
      (filter.teamId === undefined || teams.holds(filter.teamId, service.teamId, filter.withSubteams ?? true)) &&
      (filter.noTeam !== true || !teams.knows(service.teamId)) &&
      (filter.processId === undefined || service.processId === filter.processId) &&
      (filter.noProcess !== true || service.processId === null))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
