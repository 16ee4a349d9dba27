import { casesWithin, linkedStepCases } from '#core/release/finding-steps.ts';
import { indexRecord } from '#core/record/record-index.ts';
import { findingReach } from '#core/mapping/finding-reach.ts';
import { familyOf } from '#core/mapping/weakness-families.ts';
import type { Picture } from '#core/picture/picture.ts';
import type { RecordView } from '#core/record/view.ts';
import { idsOf } from '#contract/finding-list-query.ts';
import type { QueryOf } from '#contract/endpoints.ts';
import type { FindingQuery } from '#store/store.ts';
import { placeServices, teamsWithin } from '#server/routes/place-services.ts';
import { reachOf, unmappedServices } from '#server/routes/reach-query.ts';

type Query = QueryOf<'findingList'>;

const FIRST_DAY = '0001-01-01';

/**
 * What a list of findings is asked of the store. The place is turned into services by the same filter that counts the
 * cells of the picture, so that the total of the list is the number on the tile.
 */
export function findingListFilter(picture: Picture, view: RecordView, query: Query): Omit<FindingQuery, 'limit' | 'cursor' | 'knownTotal'> {
  const inPlace = placeServices(picture, {
    teamId: query.team, withSubteams: query.withSubteams, noTeam: query.noTeam, processId: query.process,
    noProcess: query.noProcess, serviceId: query.service,
  });
  return {
    asOf: view.asOf,
    serviceIds: query.reach === 'unmapped' ? unmappedServices(view, inPlace) : inPlace,
    stageId: query.noStage === true ? null : query.stage,
    stageIds: idsOf(query.stages),
    severity: query.severity,
    ...reachOf(view, query),
    introducedStageId: query.noIntroducedStage === true ? null : query.introducedStage,
    escaped: query.escaped,
    introducedStageIds: idsOf(query.introducedStages),
    introducedTeamIds: query.noIntroducedTeam === true ? null : introducedTeams(picture, query),
    fixedTeamId: query.fixedTeam,
    fixedTeamIds: idsOf(query.fixedTeams),
    fixNamesTeam: query.fixNamesTeam,
    foundWeek: query.foundWeek,
    fixedWeek: query.fixedWeek,
    foundFrom: query.foundFrom,
    foundTo: query.foundTo,
    fixedFrom: query.fixedFrom,
    fixedTo: query.fixedTo,
    origin: query.origin,
    afterShipping: query.afterShipping,
    introducedReleaseId: query.introducedRelease,
    kind: query.kind,
    introducedAfter: query.introducedAfter,
    ...stepOf(view, picture, query),
  };
}

function introducedTeams(picture: Picture, query: Query): readonly string[] | undefined {
  const { introducedTeam, introducedSubteams } = query;
  if (introducedTeam === undefined) return idsOf(query.introducedTeams);
  return introducedSubteams === true ? teamsWithin(picture, introducedTeam) : [introducedTeam];
}

/** A step the store can tell by its days, else the findings that took it, by name. */
function stepOf(view: RecordView, picture: Picture, query: Query): Partial<FindingQuery> {
  const { step, stepFrom = FIRST_DAY, stepTo = view.asOf } = query;
  switch (step) {
    case undefined: return {};
    case 'shipped-to-found': return { foundFrom: stepFrom, foundTo: stepTo, shippedFirst: true };
    case 'found-to-fixed': return { fixedFrom: stepFrom, fixedTo: stepTo };
    case 'found-to-told':
    case 'told-to-decided':
    case 'decided-to-fixed': {
      const teams = introducedTeams(picture, query) ?? picture.teams.map(({ id }) => id);
      return { ids: casesWithin(linkedStepCases(view, teams)[step], stepFrom, stepTo).map(({ findingId }) => findingId) };
    }
  }
}

/** What the cells of findings without a risk can tell apart. */
const inCells: ReadonlySet<string> = new Set([
  'asOf', 'reach', 'team', 'withSubteams', 'noTeam', 'process', 'noProcess', 'service', 'family', 'openOnly', 'limit', 'cursor',
]);

/** How many findings without a risk a list holds, where their cells say it: they were counted with the picture. Undefined = ask the store. */
export function unmappedTotal(view: RecordView, query: Query, { serviceIds }: Pick<FindingQuery, 'serviceIds'>): number | undefined {
  if (query.reach !== 'unmapped' || Object.entries(query).some(([name, value]) => value !== undefined && !inCells.has(name))) return undefined;
  const services = new Set(serviceIds);
  return findingReach(indexRecord(view)).unmappedCells
    .filter(({ serviceId, weakness }) => services.has(serviceId) && (query.family === undefined || familyOf(weakness ?? undefined) === query.family))
    .reduce((sum, { count }) => sum + count, 0);
}
