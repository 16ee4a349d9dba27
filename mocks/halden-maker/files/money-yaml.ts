import { WORKSPACE_SCHEMA, type WorkspaceEntry } from '#core/record/workspace.ts';
import { grants } from '#mocks/halden-maker/company/grants.ts';
import { yamlText, type FileSet } from '#mocks/halden-maker/files/file-set.ts';
import {
  commonCauses, FIRST_ESTIMATES, firstEstimates, harms, lastEstimates, LIMITS_DAY, losses, options, processShares, statedSizes, yearLimits,
  type EstimateSpec,
} from '#mocks/halden-maker/risks/money.ts';
import { entityOn } from '#mocks/halden-maker/risks/overlay.ts';
import { risks } from '#mocks/halden-maker/risks/plan.ts';
import { evidenceId } from '#mocks/halden-maker/risks/record.ts';
import { TODAY, type Day, type RiskSpec } from '#mocks/halden-maker/risks/risk.ts';

/** After what the register and the quarter's file say of the same day. */
const EVENING = 'T20:00:00Z';

/** What was written down about money, and the day each file is loaded: authors of ranges, limits on the year, options, losses. */
export const moneyDays: readonly { at: Day; path: string }[] = [
  { at: FIRST_ESTIMATES, path: 'record/range-authors-2026-09.yaml' },
  { at: LIMITS_DAY, path: 'record/grant-limits-2026-10.yaml' },
  { at: TODAY, path: 'record/money-2026-11.yaml' },
];

export function moneyFiles(): FileSet {
  const texts = [
    workspace({ risks: authored(firstEstimates, FIRST_ESTIMATES) }),
    workspace({ grants: limited() }),
    workspace({ risks: sized(), commonCauses: causes(), options: whatCouldBeDone(), losses: lossEntries() }),
  ];
  return new Map(moneyDays.map(({ path }, index) => [path, texts[index] ?? '']));
}

function authored(estimates: readonly EstimateSpec[], day: Day): readonly WorkspaceEntry<'risks'>[] {
  return estimates.map((estimate) => ({ ...withAuthor(labelled(estimate.label), estimate, day), recordedAt: `${day}${EVENING}` }));
}

function withAuthor(risk: RiskSpec, estimate: EstimateSpec, day: Day) {
  const { label: _label, on = [], ...author } = estimate;
  const entity = entityOn(risk, day);
  if (entity.exposure === undefined) throw new Error(`No range of ${risk.label} on ${day}.`);
  const evidenceIds = on.map((number) => evidenceId(risk, number - 1));
  return { ...entity, exposure: { ...entity.exposure, ...author, ...(evidenceIds.length === 0 ? {} : { evidenceIds }) } };
}

/** Every risk about which the last file says something of its size. */
function sized(): readonly WorkspaceEntry<'risks'>[] {
  const labels = [...new Set([...lastEstimates.map(({ label }) => label), ...Object.keys(statedSizes), ...Object.keys(harms), ...Object.keys(processShares)])];
  return labels.map((label) => {
    const risk = labelled(label);
    const estimate = lastEstimates.find((one) => one.label === label);
    const entity = estimate === undefined ? entityOn(risk, TODAY) : withAuthor(risk, estimate, TODAY);
    return { ...entity, statedSize: statedSizes[label], harms: harms[label], processShares: processShares[label], recordedAt: `${TODAY}${EVENING}` };
  }).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function limited(): readonly WorkspaceEntry<'grants'>[] {
  return Object.entries(yearLimits).map(([id, limits]) => {
    const grant = grants.find((one) => one.id === id);
    if (grant === undefined) throw new Error(`No grant ${id}.`);
    const { exportedAt: _exportedAt, ...entity } = grant;
    return { ...entity, limits, recordedAt: LIMITS_DAY };
  });
}

function causes(): readonly WorkspaceEntry<'commonCauses'>[] {
  return commonCauses.map(({ hits, ...cause }) => ({ ...cause, riskIds: hits.map((label) => labelled(label).id), recordedAt: TODAY }));
}

function whatCouldBeDone(): readonly WorkspaceEntry<'options'>[] {
  return options.map(({ about, ...option }, index) => ({ id: `O-${index + 1}`, riskId: labelled(about).id, ...option, recordedAt: TODAY }));
}

function lossEntries(): readonly WorkspaceEntry<'losses'>[] {
  return losses.map(({ about, ...loss }, index) => ({ id: `L-${index + 1}`, riskId: labelled(about).id, ...loss }));
}

function labelled(label: string): RiskSpec {
  const risk = risks.find((one) => one.label === label);
  if (risk === undefined) throw new Error(`No risk "${label}".`);
  return risk;
}

function workspace(lists: Readonly<Record<string, readonly unknown[]>>): string {
  return yamlText({ schema: WORKSPACE_SCHEMA, ...lists });
}
