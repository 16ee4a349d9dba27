import type { PlaceFilter } from '#core/picture/filter.ts';
import type { View } from '#web/url/address.ts';

/** The place of a filter as query values, for lists of risks and of findings alike. The inverse of `parsePlaceFilter`. */
export function viewOfPlaceFilter(filter: PlaceFilter): View {
  return {
    team: filter.teamId,
    subteams: filter.withSubteams === false ? 'no' : undefined,
    noTeam: filter.noTeam === true ? 'yes' : undefined,
    process: filter.processId,
    noProcess: filter.noProcess === true ? 'yes' : undefined,
  };
}

/** The place a query carries. A value that is not allowed counts as absent. */
export function parsePlaceFilter(query: URLSearchParams): PlaceFilter {
  return {
    teamId: query.get('team') ?? undefined,
    withSubteams: query.get('subteams') === 'no' ? false : undefined,
    noTeam: query.get('noTeam') === 'yes' ? true : undefined,
    processId: query.get('process') ?? undefined,
    noProcess: query.get('noProcess') === 'yes' ? true : undefined,
  };
}

/** The stage a query carries; `null` = none recorded. */
export function parseStage(query: URLSearchParams): string | null | undefined {
  return query.get('stage') ?? (query.get('noStage') === 'yes' ? null : undefined);
}
