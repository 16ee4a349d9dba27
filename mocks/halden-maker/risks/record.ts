import type { WorkspaceEntry } from '#core/record/workspace.ts';
import { risks } from '#mocks/halden-maker/risks/plan.ts';
import type { Day, DecisionSpec, EvidenceSpec, RiskSpec } from '#mocks/halden-maker/risks/risk.ts';
import { heldOn } from '#mocks/halden-maker/risks/risk.ts';

/** What people did about the risks, as entries of the workspace format. */
export interface RiskRecord {
  evidence: readonly WorkspaceEntry<'evidence'>[];
  acks: readonly WorkspaceEntry<'acks'>[];
  briefings: readonly WorkspaceEntry<'briefings'>[];
  decisions: readonly WorkspaceEntry<'decisions'>[];
  escalations: readonly WorkspaceEntry<'escalations'>[];
  events: readonly WorkspaceEntry<'events'>[];
  steps: readonly WorkspaceEntry<'steps'>[];
}

/** Id of the `index`-th piece of evidence about a risk. */
export function evidenceId(risk: RiskSpec, index: number): string {
  return `E-${risk.id.slice(2)}-${index + 1}`;
}

/** Everything recorded about every risk, in the order of the risks. */
export function riskRecord(): RiskRecord {
  return {
    evidence: risks.flatMap((risk) => risk.evidence.map((piece, index) => evidenceOf(risk, piece, index))),
    acks: risks.flatMap((risk) => risk.evidence.flatMap((piece, index) => acksOf(risk, piece, index))),
    briefings: risks.flatMap((risk) => risk.evidence.flatMap((piece, index) => briefingOf(risk, piece, index))),
    decisions: risks.flatMap((risk) => risk.decisions.map((one, index) => decisionOf(risk, one, index))),
    escalations: risks.flatMap((risk) =>
      risk.escalations.map((one, index) => ({ id: `X-${risk.id.slice(2)}-${index + 1}`, riskId: risk.id, ...one, recordedAt: one.at })),
    ),
    events: risks.flatMap((risk) =>
      risk.events.map((one, index) => ({ id: `V-${risk.id.slice(2)}-${index + 1}`, riskId: risk.id, ...one, recordedAt: one.at })),
    ),
    steps: risks.flatMap((risk) =>
      risk.steps.map((step, index) => ({
        id: `S-${risk.id.slice(2)}-${index + 1}`, riskId: risk.id, pathId: `path-${risk.id.slice(2)}`, order: index + 1, ...step,
        recordedAt: recordedOf(risk, risk.evidence[0]),
      })),
    ),
  };
}

/** Nothing was on the record before the catalog was loaded. */
const FIRST_DAY: Day = '2025-11-24';

function onRecord(day: Day): Day {
  return day < FIRST_DAY ? FIRST_DAY : day;
}

function recordedOf(risk: RiskSpec, piece: EvidenceSpec | undefined): Day {
  return onRecord(piece?.recordedAt ?? (piece === undefined || piece.at < risk.openedAt ? risk.openedAt : piece.at));
}

function evidenceOf(risk: RiskSpec, piece: EvidenceSpec, index: number): WorkspaceEntry<'evidence'> {
  const { bearsOn, seen: _seen, sent: _sent, recordedAt: _recordedAt, ...fields } = piece;
  const others = (bearsOn ?? []).map((key) => risks.find((one) => one.key === key)?.id).filter((id) => id !== undefined);
  return {
    id: evidenceId(risk, index), riskId: risk.id, ...fields,
    ...(others.length === 0 ? {} : { relatesTo: others }),
    ...(risk.classOnRisk && risk.defectClass !== undefined ? { defectClass: risk.defectClass } : {}),
    recordedAt: recordedOf(risk, piece),
    basis: 'documented',
  };
}

function acksOf(risk: RiskSpec, piece: EvidenceSpec, index: number): readonly WorkspaceEntry<'acks'>[] {
  return (piece.seen ?? []).map((ack, number) => ({
    id: `K-${risk.id.slice(2)}-${index + 1}-${number + 1}`, evidenceId: evidenceId(risk, index), ...ack, recordedAt: onRecord(ack.at),
  }));
}

function briefingOf(risk: RiskSpec, piece: EvidenceSpec, index: number): readonly WorkspaceEntry<'briefings'>[] {
  if (piece.sent === undefined) return [];
  return [{ id: `B-${risk.id.slice(2)}-${index + 1}`, evidenceIds: [evidenceId(risk, index)], ...piece.sent, recordedAt: piece.sent.at }];
}

function decisionOf(risk: RiskSpec, decision: DecisionSpec, index: number): WorkspaceEntry<'decisions'> {
  const range = heldOn(risk.ranges, decision.at) ?? risk.ranges[0];
  const { recordedAt, ...fields } = decision;
  return {
    id: `D-${risk.id.slice(2)}-${index + 1}`, riskId: risk.id, ...fields,
    ...(range === undefined ? {} : { exposureAtDecision: { low: range.low, high: range.high, rateLow: range.rateLow, rateHigh: range.rateHigh, currency: 'USD' } }),
    recordedAt: recordedAt ?? onRecord(decision.at),
  };
}
