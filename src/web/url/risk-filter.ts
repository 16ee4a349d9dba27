import { flagIds, type FlagId } from '#core/flags/flag.ts';
import { riskChanges, type RiskChange, type RiskFilter } from '#core/picture/filter.ts';
import { readinessStates, type Readiness } from '#core/picture/readiness.ts';
import type { Place } from '#web/paths.ts';
import type { View } from '#web/url/address.ts';
import { parsePlaceFilter, parseStage, viewOfPlaceFilter } from '#web/url/place-filter.ts';

/** Where the rows of a filter are listed: the page, and what of the filter its path does not say. */
export interface FilterAddress {
  place: Place;
  view: View;
}

/**
 * The page that lists exactly the rows of a filter: a team, a process or a team x process cell where
 * the path can say so, otherwise the ownership list.
 */
export function addressOfFilter(filter: RiskFilter): FilterAddress {
  const { teamId: team, processId: process, ...rest } = filter;
  const onPath = filter.noTeam !== true && filter.noProcess !== true && filter.severalProcesses !== true;
  if (onPath && team !== undefined && process !== undefined) return { place: { page: 'cell', team, process }, view: viewOfFilter(rest) };
  if (onPath && team !== undefined) return { place: { page: 'team', team }, view: viewOfFilter(rest) };
  if (onPath && process !== undefined) return { place: { page: 'process', process }, view: viewOfFilter(rest) };
  return { place: { page: 'ownership' }, view: viewOfFilter(filter) };
}

/** The filter of a page: what its path says, and the query for the rest. */
export function filterOfPage(place: Place | undefined, query: URLSearchParams): RiskFilter {
  const asked = parseRiskFilter(query);
  switch (place?.page) {
    case 'team': return { ...asked, teamId: place.team };
    case 'cell': return { ...asked, teamId: place.team, processId: place.process };
    case 'process': return { ...asked, processId: place.process };
    case 'person': return { ...asked, ownerId: place.person };
    default: return asked;
  }
}

/** A filter as query values, without the ones that say what is meant anyway. The inverse of `parseRiskFilter`. */
export function viewOfFilter(filter: RiskFilter): View {
  return {
    ...viewOfPlaceFilter(filter),
    several: word(filter.severalProcesses, 'yes', 'no'),
    cell: filter.readiness,
    owner: filter.ownerId,
    service: filter.serviceId,
    stage: filter.stageId ?? undefined,
    noStage: filter.stageId === null ? 'yes' : undefined,
    range: word(filter.unquantified, 'none', 'stated'),
    changed: filter.changed,
    flag: filter.flags,
    // No ids at all is a list of nothing, not the absence of a filter.
    risk: filter.ids?.length === 0 ? [''] : filter.ids,
  };
}

/** The filter a query carries. Unknown names are ignored, and a value that is not allowed counts as absent. */
export function parseRiskFilter(query: URLSearchParams): RiskFilter {
  const states = query.getAll('cell').filter(isReadiness);
  const risks = query.getAll('risk');
  const changed = query.get('changed');
  const flags = query.getAll('flag').filter(isFlagId);
  return defined({
    ...parsePlaceFilter(query),
    severalProcesses: flag(query.get('several'), 'yes', 'no'),
    readiness: states.length === 0 ? undefined : states,
    ownerId: query.get('owner') ?? undefined,
    serviceId: query.get('service') ?? undefined,
    stageId: parseStage(query),
    unquantified: flag(query.get('range'), 'none', 'stated'),
    changed: isRiskChange(changed) ? changed : undefined,
    flags: flags.length === 0 ? undefined : flags,
    ids: risks.length === 0 ? undefined : risks,
  });
}

function word<Y extends string, N extends string>(value: boolean | undefined, yes: Y, no: N): Y | N | undefined {
  if (value === undefined) return undefined;
  return value ? yes : no;
}

function flag(text: string | null, yes: string, no: string): boolean | undefined {
  if (text === yes) return true;
  return text === no ? false : undefined;
}

function isReadiness(text: string): text is Readiness {
  return readinessStates.some((state) => state === text);
}

function isFlagId(text: string): text is FlagId {
  return flagIds.some((id) => id === text);
}

function isRiskChange(text: string | null): text is RiskChange {
  return riskChanges.some((change) => change === text);
}

/** The filter without the names that say nothing, so that two equal filters are equal values. */
function defined(filter: RiskFilter): RiskFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}
