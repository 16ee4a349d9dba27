import type { QueryOf } from '#contract/endpoints.ts';
import { severities, type Severity } from '#core/record/entities.ts';
import type { FindingFilter } from '#core/picture/filter.ts';
import type { View } from '#web/url/address.ts';
import { parsePlaceFilter, parseStage, viewOfPlaceFilter } from '#web/url/place-filter.ts';

/** What a list of findings is of: a filter of the picture, or the findings of one risk. */
export interface FindingListFilter extends FindingFilter {
  riskId?: string | undefined;
  /** Default true: only findings that are not fixed. */
  openOnly?: boolean | undefined;
}

/** A filter as query values of the list's address. The inverse of `parseFindingFilter`. */
export function viewOfFindings(filter: FindingListFilter): View {
  return {
    ...viewOfPlaceFilter(filter),
    service: filter.serviceId,
    stage: filter.stageId ?? undefined,
    noStage: filter.stageId === null ? 'yes' : undefined,
    score: filter.severity,
    risk: filter.riskId,
    fixed: filter.openOnly === false ? 'yes' : undefined,
  };
}

/** The filter an address carries. Unknown names are ignored; a value that is not allowed counts as absent. */
export function parseFindingFilter(query: URLSearchParams): FindingListFilter {
  const severity = query.get('score');
  const filter: FindingListFilter = {
    ...parsePlaceFilter(query),
    serviceId: query.get('service') ?? undefined,
    stageId: parseStage(query),
    severity: isSeverity(severity) ? severity : undefined,
    riskId: query.get('risk') ?? undefined,
    openOnly: query.get('fixed') === 'yes' ? false : undefined,
  };
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}

/** The filter as the API's query names it. */
export function queryOfFindings(filter: FindingListFilter): QueryOf<'findingList'> {
  return {
    team: filter.teamId,
    withSubteams: filter.withSubteams,
    noTeam: filter.noTeam,
    process: filter.processId,
    noProcess: filter.noProcess,
    service: filter.serviceId,
    stage: filter.stageId ?? undefined,
    noStage: filter.stageId === null ? true : undefined,
    severity: filter.severity,
    risk: filter.riskId,
    openOnly: filter.openOnly,
  };
}

function isSeverity(text: string | null): text is Severity {
  return severities.some((severity) => severity === text);
}
