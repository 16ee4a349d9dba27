import type { QueryOf } from '#contract/endpoints.ts';
import { isWhen } from '#core/time.ts';
import { severities, type Severity } from '#core/record/entities.ts';
import { reachWays, type ReachWay } from '#core/mapping/reach-way.ts';
import type { FindingFilter } from '#core/picture/filter.ts';
import { findingSteps, type FindingStep } from '#core/release/finding-step.ts';
import type { View } from '#web/url/address.ts';
import { parsePlaceFilter, parseStage, viewOfPlaceFilter } from '#web/url/place-filter.ts';

/** What a list of findings is of: a filter of the picture, or the findings of one risk. */
export interface FindingListFilter extends FindingFilter {
  riskId?: string | undefined;
  /** Open ones by how they reach risks; `unmapped` = that reach none. */
  reach?: ReachWay | undefined;
  /** Those that reach a risk by one mapping. */
  mappingId?: string | undefined;
  /** Weakness family, open ones only. */
  family?: string | undefined;
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
  /** Found at one of these stages; made at one; introduced by one of these teams; fixed by one. */
  stageIds?: readonly string[] | undefined;
  introducedStageIds?: readonly string[] | undefined;
  introducedTeamIds?: readonly string[] | undefined;
  fixedTeamIds?: readonly string[] | undefined;
  /** First and last day they were found on, or fixed on. */
  foundFrom?: string | undefined;
  foundTo?: string | undefined;
  fixedFrom?: string | undefined;
  fixedTo?: string | undefined;
  /** Took this step from release to fix, ending from one day to another. */
  step?: FindingStep | undefined;
  stepFrom?: string | undefined;
  stepTo?: string | undefined;
  /** No origin is recorded, and it is not bought in. */
  origin?: 'untraced' | undefined;
  /** Became public after the release that brought it had shipped. */
  afterShipping?: boolean | undefined;
  introducedReleaseId?: string | undefined;
  /** A weakness, or the rule of a tool. */
  kind?: string | undefined;
  /** Got in after this day. */
  introducedAfter?: string | undefined;
}

/** A filter as query values of the list's address. The inverse of `parseFindingFilter`. */
export function viewOfFindings(filter: FindingListFilter): View {
  return {
    ...viewOfPlaceFilter(filter),
    service: filter.serviceId,
    stage: filter.stageId ?? undefined,
    noStage: filter.stageId === null ? 'yes' : undefined,
    score: filter.severity,
    risk: filter.reach === 'unmapped' ? NO_RISK : filter.riskId === undefined ? undefined : riskText(filter.riskId),
    reach: filter.reach === 'unmapped' ? undefined : filter.reach,
    mapping: filter.mappingId,
    family: filter.family,
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
    foundAtAny: filter.stageIds,
    madeAtAny: filter.introducedStageIds,
    madeByAny: filter.introducedTeamIds,
    fixedByAny: filter.fixedTeamIds,
    foundFrom: filter.foundFrom,
    foundTo: filter.foundTo,
    fixedFrom: filter.fixedFrom,
    fixedTo: filter.fixedTo,
    step: filter.step,
    stepFrom: filter.stepFrom,
    stepTo: filter.stepTo,
    origin: filter.origin,
    afterShipping: filter.afterShipping === undefined ? undefined : filter.afterShipping ? 'yes' : 'no',
    madeIn: filter.introducedReleaseId,
    kind: filter.kind,
    madeAfter: filter.introducedAfter,
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
    ...riskIn(query),
    mappingId: query.get('mapping') ?? undefined,
    family: query.get('family') ?? undefined,
    openOnly: query.get('fixed') === 'yes' ? false : undefined,
    introducedStageId: query.get('madeAt') ?? noneOf(query, 'noMadeAt'),
    escaped: query.get('escaped') === 'yes' ? true : query.get('escaped') === 'no' ? false : undefined,
    introducedTeamId: query.get('madeBy') ?? noneOf(query, 'noMadeBy'),
    introducedSubteams: query.get('madeBelow') === 'yes' ? true : undefined,
    fixedTeamId: query.get('fixedBy') ?? undefined,
    fixNamesTeam: query.get('fixNamed') === 'yes' ? true : query.get('fixNamed') === 'no' ? false : undefined,
    foundWeek: dayIn(query, 'foundWeek'),
    fixedWeek: dayIn(query, 'fixedWeek'),
    stageIds: listIn(query, 'foundAtAny'),
    introducedStageIds: listIn(query, 'madeAtAny'),
    introducedTeamIds: listIn(query, 'madeByAny'),
    fixedTeamIds: listIn(query, 'fixedByAny'),
    foundFrom: dayIn(query, 'foundFrom'),
    foundTo: dayIn(query, 'foundTo'),
    fixedFrom: dayIn(query, 'fixedFrom'),
    fixedTo: dayIn(query, 'fixedTo'),
    step: findingSteps.find((step) => step === query.get('step')),
    stepFrom: dayIn(query, 'stepFrom'),
    stepTo: dayIn(query, 'stepTo'),
    origin: query.get('origin') === 'untraced' ? 'untraced' : undefined,
    afterShipping: query.get('afterShipping') === 'yes' ? true : query.get('afterShipping') === 'no' ? false : undefined,
    introducedReleaseId: query.get('madeIn') ?? undefined,
    kind: query.get('kind') ?? undefined,
    introducedAfter: dayIn(query, 'madeAfter'),
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
    reach: filter.reach,
    mapping: filter.mappingId,
    family: filter.family,
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
    stages: listText(filter.stageIds),
    introducedStages: listText(filter.introducedStageIds),
    introducedTeams: listText(filter.introducedTeamIds),
    fixedTeams: listText(filter.fixedTeamIds),
    foundFrom: filter.foundFrom,
    foundTo: filter.foundTo,
    fixedFrom: filter.fixedFrom,
    fixedTo: filter.fixedTo,
    step: filter.step,
    stepFrom: filter.stepFrom,
    stepTo: filter.stepTo,
    origin: filter.origin,
    afterShipping: filter.afterShipping,
    introducedRelease: filter.introducedReleaseId,
    kind: filter.kind,
    introducedAfter: filter.introducedAfter,
  };
}

/** What `risk` in an address says where there is none. An id that reads the same carries a mark before it. */
const NO_RISK = 'none';

function riskText(id: string): string {
  return id === NO_RISK || id.startsWith('~') ? `~${id}` : id;
}

function riskIn(query: URLSearchParams): Pick<FindingListFilter, 'riskId' | 'reach'> {
  const text = query.get('risk') ?? undefined;
  if (text === NO_RISK) return { reach: 'unmapped' };
  return { riskId: text?.startsWith('~') === true ? text.slice(1) : text, reach: reachWays.find((way) => way === query.get('reach') && way !== 'unmapped') };
}

function isSeverity(text: string | null): text is Severity {
  return severities.some((severity) => severity === text);
}

function listIn(query: URLSearchParams, name: string): readonly string[] | undefined {
  const ids = query.getAll(name).filter((id) => id !== '');
  return ids.length === 0 ? undefined : ids;
}

/** A list as the API takes it: JSON text, for each field stands in an address once. */
function listText(ids: readonly string[] | undefined): string | undefined {
  return ids === undefined ? undefined : JSON.stringify(ids);
}

function noneOf(query: URLSearchParams, name: string): null | undefined {
  return query.get(name) === 'yes' ? null : undefined;
}

function dayIn(query: URLSearchParams, name: string): string | undefined {
  const day = query.get(name);
  return day !== null && day.length === 10 && isWhen(day) ? day : undefined;
}
