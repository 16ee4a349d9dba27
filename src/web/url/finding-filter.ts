import type { QueryOf } from '#contract/endpoints.ts';
import { isWhen } from '#core/time.ts';
import { severities, type Severity } from '#core/record/entities.ts';
import type { FindingFilter } from '#core/picture/filter.ts';
import type { View } from '#web/url/address.ts';
import { parsePlaceFilter, parseStage, viewOfPlaceFilter } from '#web/url/place-filter.ts';

/** What a list of findings is of: a filter of the picture, or the findings of one risk. */
export interface FindingListFilter extends FindingFilter {
  riskId?: string | undefined;
  /** Default true: only findings that are not fixed. */
  openOnly?: boolean | undefined;
  /** Stage that made the defect; `null` = none recorded. */
  introducedStageId?: string | null | undefined;
  /** Both stages are recorded, and differ (`true`) or are the same (`false`). */
  escaped?: boolean | undefined;
  /** Team that introduced it; `null` = none recorded. */
  introducedTeamId?: string | null | undefined;
  /** With the teams below `introducedTeamId`. Default false. */
  introducedSubteams?: boolean | undefined;
  /** Team that fixed it. */
  fixedTeamId?: string | undefined;
  /** Fixed, with (`true`) or without (`false`) a team recorded that fixed it. */
  fixNamesTeam?: boolean | undefined;
  /** First day of the week it was found in, or fixed in. */
  foundWeek?: string | undefined;
  fixedWeek?: string | undefined;
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
    madeAt: filter.introducedStageId ?? undefined,
    noMadeAt: filter.introducedStageId === null ? 'yes' : undefined,
    escaped: filter.escaped === undefined ? undefined : filter.escaped ? 'yes' : 'no',
    madeBy: filter.introducedTeamId ?? undefined,
    madeBelow: filter.introducedSubteams === true ? 'yes' : undefined,
    noMadeBy: filter.introducedTeamId === null ? 'yes' : undefined,
    fixedBy: filter.fixedTeamId,
    fixNamed: filter.fixNamesTeam === undefined ? undefined : filter.fixNamesTeam ? 'yes' : 'no',
    foundWeek: filter.foundWeek,
    fixedWeek: filter.fixedWeek,
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
    introducedStageId: query.get('madeAt') ?? noneOf(query, 'noMadeAt'),
    escaped: query.get('escaped') === 'yes' ? true : query.get('escaped') === 'no' ? false : undefined,
    introducedTeamId: query.get('madeBy') ?? noneOf(query, 'noMadeBy'),
    introducedSubteams: query.get('madeBelow') === 'yes' ? true : undefined,
    fixedTeamId: query.get('fixedBy') ?? undefined,
    fixNamesTeam: query.get('fixNamed') === 'yes' ? true : query.get('fixNamed') === 'no' ? false : undefined,
    foundWeek: dayIn(query, 'foundWeek'),
    fixedWeek: dayIn(query, 'fixedWeek'),
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
    introducedStage: filter.introducedStageId ?? undefined,
    noIntroducedStage: filter.introducedStageId === null ? true : undefined,
    escaped: filter.escaped,
    introducedTeam: filter.introducedTeamId ?? undefined,
    introducedSubteams: filter.introducedSubteams,
    noIntroducedTeam: filter.introducedTeamId === null ? true : undefined,
    fixedTeam: filter.fixedTeamId,
    fixNamesTeam: filter.fixNamesTeam,
    foundWeek: filter.foundWeek,
    fixedWeek: filter.fixedWeek,
  };
}

function isSeverity(text: string | null): text is Severity {
  return severities.some((severity) => severity === text);
}

function noneOf(query: URLSearchParams, name: string): null | undefined {
  return query.get(name) === 'yes' ? null : undefined;
}

function dayIn(query: URLSearchParams, name: string): string | undefined {
  const day = query.get(name);
  return day !== null && day.length === 10 && isWhen(day) ? day : undefined;
}
