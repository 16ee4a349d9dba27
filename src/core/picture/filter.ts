import type { Severity } from '#core/record/entities.ts';
import type { FlagId } from '#core/flags/flag.ts';
import type { FindingCellRow, Picture, PreviousRiskRow, RiskRow } from '#core/picture/picture.ts';
import type { Readiness } from '#core/picture/readiness.ts';
import { perPicture } from '#core/picture/per-picture.ts';
import { teamIndexOf, type TeamIndex } from '#core/picture/team-index.ts';

/** A place in the organisation: a team (with all below it unless `withSubteams` is false) and a release process. */
export interface PlaceFilter {
  teamId?: string | undefined;
  /** Default true. False narrows to what the team itself owns. */
  withSubteams?: boolean | undefined;
  /** Only rows for which no owning team is recorded. */
  noTeam?: boolean | undefined;
  processId?: string | undefined;
  /** Only rows for which no release process is recorded. */
  noProcess?: boolean | undefined;
}

export const riskChanges = ['new', 'carried', 're-estimated', 'moved', 'closed'] as const;
/**
 * Against the earlier date: `new` was not open then; `carried` was; `re-estimated` was carried with
 * another expected annual loss; `moved` was carried and had another owning team; `closed` is no longer open.
 */
export type RiskChange = (typeof riskChanges)[number];

/** Which rows a number stands for. Plain values only, so that an address can carry it. */
export interface RiskFilter extends PlaceFilter {
  /** Only risks whose services ship by different processes. */
  severalProcesses?: boolean | undefined;
  readiness?: readonly Readiness[] | undefined;
  ownerId?: string | undefined;
  serviceId?: string | undefined;
  /** Stage the defect got in at; `null` = shipped by is recorded without a stage, or not recorded. */
  stageId?: string | null | undefined;
  unquantified?: boolean | undefined;
  changed?: RiskChange | undefined;
  /** Only risks whose page shows one of these flags, under "more conditions" included. */
  flags?: readonly FlagId[] | undefined;
  /** Only these risks: what an ask, a pack or a flag lists by name. */
  ids?: readonly string[] | undefined;
}

/**
 * The open risks a filter stands for: the one function behind every tile and every list, so that the
 * number on a tile and the length of its list cannot differ. Keeps the order of the picture.
 */
export function risksMatching(picture: Picture, filter: RiskFilter): readonly RiskRow[] {
  return remembered(matched(picture), filter, () => matching(picture, filter));
}

/** Filters whose rows are kept: those of the cards of a few pages, each of which is asked for many times over. */
const KEPT = 1_000;
const matched = perPicture(() => new Map<string, readonly RiskRow[]>());

function remembered<T>(kept: Map<string, readonly T[]>, filter: RiskFilter, find: () => readonly T[]): readonly T[] {
  const key = JSON.stringify(filter);
  const held = kept.get(key);
  if (held !== undefined) return held;
  const rows = find();
  if (kept.size >= KEPT) kept.clear();
  kept.set(key, rows);
  return rows;
}

const byService = perPicture(({ risks }) => {
  const services = new Map<string, RiskRow[]>();
  for (const risk of risks) {
    for (const id of new Set(risk.serviceIds)) {
      const list = services.get(id);
      if (list === undefined) services.set(id, [risk]);
      else list.push(risk);
    }
  }
  return services;
});

function matching(picture: Picture, filter: RiskFilter): readonly RiskRow[] {
  const teams = teamIndexOf(picture);
  const changed = filter.changed === undefined ? undefined : changeTest(picture, filter.changed);
  const ids = filter.ids === undefined ? undefined : new Set(filter.ids);
  const among = filter.serviceId === undefined ? picture.risks : (byService(picture).get(filter.serviceId) ?? []);
  return among.filter(
    (risk) =>
      placed(teams, filter, risk.owningTeamId, risk.processId, risk.severalProcesses) &&
      (filter.severalProcesses === undefined || risk.severalProcesses === filter.severalProcesses) &&
      (filter.readiness === undefined || filter.readiness.includes(risk.readiness)) &&
      (filter.ownerId === undefined || risk.ownerId === filter.ownerId) &&
      (filter.stageId === undefined || (risk.shippedBy?.stageId ?? null) === filter.stageId) &&
      (filter.unquantified === undefined || (risk.expectedAnnualLoss === null) === filter.unquantified) &&
      (ids === undefined || ids.has(risk.id)) &&
      (filter.flags === undefined || showsFlag(risk, filter.flags)) &&
      (changed === undefined || changed(risk)),
  );
}

/**
 * The risks that were open at the earlier date and are in the place a filter names, as known then.
 * `changed: 'closed'` keeps those no longer open, any other change those still open.
 */
export function previousRisksMatching(picture: Picture, filter: RiskFilter): readonly PreviousRiskRow[] {
  return remembered(previouslyMatched(picture), filter, () => previousMatching(picture, filter));
}

const previouslyMatched = perPicture(() => new Map<string, readonly PreviousRiskRow[]>());

function previousMatching(picture: Picture, filter: RiskFilter): readonly PreviousRiskRow[] {
  const teams = teamIndexOf(picture);
  const closed = new Set(picture.closedRiskIds);
  return picture.previousRisks.filter(
    (risk) =>
      placed(teams, filter, risk.owningTeamId, risk.processId, risk.severalProcesses) &&
      (filter.severalProcesses === undefined || risk.severalProcesses === filter.severalProcesses) &&
      (filter.readiness === undefined || filter.readiness.includes(risk.readiness)) &&
      (filter.ownerId === undefined || risk.ownerId === filter.ownerId) &&
      (filter.unquantified === undefined || (risk.expectedAnnualLoss === null) === filter.unquantified) &&
      (filter.ids === undefined || filter.ids.includes(risk.id)) &&
      (filter.changed === undefined || closed.has(risk.id) === (filter.changed === 'closed')),
  );
}

export interface FindingFilter extends PlaceFilter {
  serviceId?: string | undefined;
  /** `null` = no stage recorded. */
  stageId?: string | null | undefined;
  severity?: Severity | undefined;
}

/** The rolled-up open findings a filter stands for; `countFindings` of them is the length of the list it opens. */
export function findingsMatching(
  picture: Picture,
  filter: FindingFilter,
  cells: readonly FindingCellRow[] = picture.findingCells,
): readonly FindingCellRow[] {
  const teams = teamIndexOf(picture);
  const services = servicesById(picture);
  return cells.filter((cell) => {
    const service = services.get(cell.serviceId);
    return (
      placed(teams, filter, service?.teamId ?? null, service?.processId ?? null, false) &&
      (filter.serviceId === undefined || cell.serviceId === filter.serviceId) &&
      (filter.stageId === undefined || cell.stageId === filter.stageId) &&
      (filter.severity === undefined || cell.severity === filter.severity)
    );
  });
}

const servicesById = perPicture((picture) => new Map(picture.services.map((service) => [service.id, service])));

export function countFindings(cells: readonly FindingCellRow[]): number {
  return cells.reduce((sum, cell) => sum + cell.count, 0);
}

function showsFlag({ flags, moreFlags }: RiskRow, asked: readonly FlagId[]): boolean {
  return flags.some(({ flag }) => asked.includes(flag)) || moreFlags.some(({ flag }) => asked.includes(flag));
}

function placed(
  teams: TeamIndex,
  filter: PlaceFilter,
  teamId: string | null,
  processId: string | null,
  severalProcesses: boolean,
): boolean {
  if (filter.noTeam === true && teams.knows(teamId)) return false;
  if (filter.teamId !== undefined && !teams.holds(filter.teamId, teamId, filter.withSubteams ?? true)) return false;
  if (filter.noProcess === true && (processId !== null || severalProcesses)) return false;
  return filter.processId === undefined || processId === filter.processId;
}

function changeTest(picture: Picture, change: RiskChange): (risk: RiskRow) => boolean {
  const before = new Map(picture.previousRisks.map((risk) => [risk.id, risk]));
  switch (change) {
    case 'new':
      return (risk) => !before.has(risk.id);
    case 'carried':
      return (risk) => before.has(risk.id);
    case 're-estimated':
      return (risk) => {
        const previous = before.get(risk.id);
        return previous !== undefined && previous.expectedAnnualLoss !== risk.expectedAnnualLoss;
      };
    case 'moved':
      return (risk) => {
        const previous = before.get(risk.id);
        return previous !== undefined && previous.owningTeamId !== risk.owningTeamId;
      };
    case 'closed':
      return () => false;
  }
}
