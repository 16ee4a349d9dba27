import { indexRecord, type RecordIndex } from '#core/record/record-index.ts';
import { POLICY_ID } from '#core/record/policy.ts';
import { stampOf, type RecordView } from '#core/record/view.ts';
import type { When } from '#core/time.ts';
import { DEFAULT_CURRENCY } from '#core/exposure/money-words.ts';
import { meanOfSize, sizeOfRisk } from '#core/exposure/risk-size.ts';
import { evaluateRecord, type Evaluation } from '#core/flags/evaluate.ts';
import { inPost } from '#core/authority/person-in-post.ts';
import { closedSince } from '#core/picture/closed-risk-rows.ts';
import { coverageOf } from '#core/picture/coverage.ts';
import { findingReachRow } from '#core/picture/finding-reach-row.ts';
import { grantRows } from '#core/picture/grant-rows.ts';
import { commonCauseRows, lossRows } from '#core/picture/money-rows.ts';
import type { PackRow } from '#core/picture/pack-row.ts';
import type {
  FindingCellRow, PersonRow, Picture, PreviousRiskRow, ProcessRow, RiskRow, ServiceRow, TeamRow,
} from '#core/picture/picture.ts';
import { placeOfRisk } from '#core/picture/place-of-risk.ts';
import { ownerOf, riskRow } from '#core/picture/risk-row.ts';
import { teamRows } from '#core/picture/team-rows.ts';
import { topTeam } from '#core/picture/team-index.ts';

export interface PictureParts {
  view: RecordView;
  /** The record as it was known at the earlier date. */
  previousView: RecordView;
  findingCells: readonly FindingCellRow[];
  previousFindingCells: readonly FindingCellRow[];
  recordVersion: number;
  /** Absent = the name of the one team everything is under, else a neutral word. */
  organisation?: string | undefined;
  sample: boolean;
}

/** Everything the brief and every page down to a risk is drawn from, as of the date of a view. */
export function drawPicture(parts: PictureParts): Picture {
  const { view, previousView } = parts;
  const index = indexRecord(view);
  const evaluation = evaluateRecord(view);
  const teams = teamRows(view);
  const risks = openRisks(index, teams, evaluation);
  const previousRisks = risksBefore(previousView);
  const open = new Set(risks.map((risk) => risk.id));
  return {
    asOf: view.asOf,
    against: previousView.asOf,
    organisation: parts.organisation ?? topTeam({ teams })?.name ?? 'Organisation',
    sample: parts.sample,
    recordVersion: parts.recordVersion,
    newestRecordedAt: newestRecordedAt(view),
    policyVersion: evaluation.policyVersion,
    policyRecordedAt: stampOf(view, 'policy', POLICY_ID)?.recordedAt ?? null,
    currency: view.policy.currency ?? DEFAULT_CURRENCY,
    coverage: coverageOf({ view, teams, risks, cells: [...parts.findingCells, ...parts.previousFindingCells] }),
    teams,
    processes: [...view.processes.values()].map(processRow).sort(byName),
    persons: personRows(index),
    services: [...view.services.values()].map((service) => serviceRow(view, service)).sort(byName),
    risks,
    previousRisks,
    closedRiskIds: previousRisks.filter((risk) => !open.has(risk.id)).map((risk) => risk.id),
    findingCells: parts.findingCells,
    previousFindingCells: parts.previousFindingCells,
    otherFlags: evaluation.otherShown,
    grants: grantRows(index),
    ...comparedWith(previousView, evaluation.policyVersion, previousRisks, open),
    packs: [...view.packs.values()].map(packRow).sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)),
    ...moneyBeside(index),
    ...closedSince(index),
    findingReach: findingReachRow(index),
  };
}

/** What two dates differ in beside their rows, each only where there is something to say. */
function comparedWith(
  previousView: RecordView,
  policyVersion: string,
  previousRisks: readonly PreviousRiskRow[],
  open: ReadonlySet<string>,
): Pick<Picture, 'reopenedRiskIds' | 'previousPolicyVersion'> {
  const before = new Set(previousRisks.map((risk) => risk.id));
  const { version } = indexRecord(previousView).policy;
  const reopened = [...previousView.risks.values()]
    .filter((risk) => risk.closedAt !== undefined && !before.has(risk.id) && open.has(risk.id))
    .map((risk) => risk.id);
  return {
    ...(reopened.length === 0 ? {} : { reopenedRiskIds: reopened }),
    ...(version === policyVersion ? {} : { previousPolicyVersion: version }),
  };
}

/** What the year needs beside the risks, each only where the record holds some. */
function moneyBeside(index: RecordIndex): Pick<Picture, 'commonCauses' | 'losses' | 'tolerance'> {
  const commonCauses = commonCauseRows(index);
  const losses = lossRows(index);
  const { tolerance } = index.view.policy;
  return {
    ...(commonCauses.length === 0 ? {} : { commonCauses }),
    ...(losses.length === 0 ? {} : { losses }),
    ...(tolerance === undefined ? {} : { tolerance }),
  };
}

/** Largest expected annual loss first, then what has no range, by age. */
function openRisks(index: RecordIndex, teams: readonly TeamRow[], evaluation: Evaluation): readonly RiskRow[] {
  const rows = [...evaluation.risks.values()].flatMap((one) => {
    const risk = index.view.risks.get(one.riskId);
    return risk === undefined ? [] : [riskRow(index, teams, risk, one)];
  });
  return rows.sort(
    (a, b) =>
      (b.expectedAnnualLoss ?? -1) - (a.expectedAnnualLoss ?? -1) || b.ageDays - a.ageDays || (a.id < b.id ? -1 : 1),
  );
}

function risksBefore(view: RecordView): readonly PreviousRiskRow[] {
  const index = indexRecord(view);
  const teams = teamRows(view);
  return [...evaluateRecord(view).risks.values()].flatMap(({ riskId, readiness }) => {
    const risk = view.risks.get(riskId);
    if (risk === undefined) return [];
    return [{
      id: risk.id,
      label: risk.label ?? risk.id,
      ...placeOfRisk(view, teams, risk),
      ownerId: ownerOf(index, risk),
      readiness,
      expectedAnnualLoss: meanOfSize(risk, sizeOfRisk(risk, view.policy)),
      ...(risk.exposure?.method === undefined ? {} : { estimateMethod: risk.exposure.method }),
    }];
  });
}

/** Newest moment of any version in view that says when it was recorded. */
function newestRecordedAt(view: RecordView): When | null {
  let newest: When | null = null;
  for (const { recordedAt } of view.stamps.values()) {
    if (recordedAt !== undefined && (newest === null || recordedAt > newest)) newest = recordedAt;
  }
  return newest;
}

function processRow({ id, label, name, stages }: RecordEntity<'processes'>): ProcessRow {
  return {
    id,
    name: name ?? label ?? id,
    stages: stages.map((stage) => ({
      id: stage.id, name: stage.name ?? stage.id, gate: stage.gate, gateOwnerId: stage.gateOwnerId ?? null,
    })),
  };
}

function personRows(index: RecordIndex): readonly PersonRow[] {
  const rows = [...index.view.persons.values()].map((person): PersonRow => ({
    id: person.id,
    name: person.name ?? person.label ?? person.id,
    title: person.title ?? null,
    kind: person.kind,
    teamId: person.teamId ?? null,
    managerId: person.managerId ?? null,
    inPost: inPost(index, person.id).state === 'person',
  }));
  return rows.sort(byName);
}

/** What a service names and the record does not hold counts as not recorded, as everywhere in the picture. */
function serviceRow(view: RecordView, service: RecordEntity<'services'>): ServiceRow {
  const { id, label, name, teamId, processId, exposure, repository = null, dependsOn = [] } = service;
  return {
    id,
    name: name ?? label ?? id,
    teamId: teamId !== undefined && view.teams.has(teamId) ? teamId : null,
    processId: processId !== undefined && view.processes.has(processId) ? processId : null,
    exposure,
    repository,
    dependsOn,
  };
}

function packRow({ id, label, at, presenterId, riskIds, cutoff, evidenceIds, whyNot }: RecordEntity<'packs'>): PackRow {
  return {
    id, label: label ?? id, at, presenterId: presenterId ?? null, riskIds,
    ...(cutoff === undefined ? {} : { cutoff }),
    ...(evidenceIds.length === 0 ? {} : { evidenceIds }),
    ...(whyNot === undefined ? {} : { whyNot }),
  };
}

type RecordEntity<K extends 'processes' | 'services' | 'packs'> = RecordView[K] extends ReadonlyMap<string, infer E> ? E : never;

function byName(a: { id: string; name: string }, b: { id: string; name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1;
}
