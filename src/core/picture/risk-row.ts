import { addDays, daysBetween } from '#core/time.ts';
import type { Risk } from '#core/record/entities.ts';
import { listOf, type RecordIndex } from '#core/record/record-index.ts';
import { isInForce } from '#core/authority/decisions.ts';
import { personInPost } from '#core/authority/person-in-post.ts';
import { expectedAnnualLoss } from '#core/exposure/expected-annual-loss.ts';
import type { RiskEvaluation } from '#core/flags/evaluate.ts';
import { authorityRow, candidateRow } from '#core/picture/authority-row.ts';
import { evidenceRows } from '#core/picture/evidence-rows.ts';
import { informationRow } from '#core/picture/information-row.ts';
import { lowestRow } from '#core/picture/lowest-row.ts';
import type { DecisionRow, EscalationRow, Money, RiskRow, StepRow, TeamRow } from '#core/picture/picture.ts';
import { placeOfRisk } from '#core/picture/place-of-risk.ts';
import { shippedBy } from '#core/release/shipped-by.ts';

/** Everything the page of one open risk shows. */
export function riskRow(index: RecordIndex, teams: readonly TeamRow[], risk: Risk, evaluation: RiskEvaluation): RiskRow {
  const { knowledge, information, clockDays } = evaluation;
  const decidingId = information.deciding.state === 'person' ? information.deciding.personId : undefined;
  return {
    id: risk.id,
    label: risk.label ?? risk.id,
    category: risk.category ?? null,
    serviceIds: risk.serviceIds,
    findingIds: risk.findingIds ?? [],
    ...placeOfRisk(index.view, teams, risk),
    shippedBy: shippedBy(index.view, listOf(index.findingsByRisk, risk.id)),
    openedAt: risk.openedAt,
    ageDays: daysBetween(risk.openedAt, index.asOf),
    dueAt: risk.dueAt ?? null,
    reviewAt: risk.reviewAt ?? null,
    decisionNeededBy: risk.decisionNeededBy ?? addDays(risk.openedAt, clockDays),
    urgency: evaluation.urgency,
    clockDays,
    exposure: moneyOf(risk),
    expectedAnnualLoss: expectedAnnualLoss(risk.exposure),
    estimate: estimateOf(risk),
    ownerId: ownerOf(index, risk),
    readiness: evaluation.readiness,
    lack: evaluation.lack,
    authority: authorityRow(index, evaluation.authority),
    information: informationRow(index, information),
    lowest: lowestRow(index, evaluation.lowest),
    candidates: evaluation.lowest.candidates.map((candidate) => candidateRow(index, candidate)),
    flags: evaluation.flags,
    moreFlags: evaluation.moreFlags,
    evidence: evidenceRows(index, risk, decidingId),
    knowledge: knowledge.line,
    firstKnownAt: knowledge.firstKnownAt ?? null,
    ownerKnewAt: knowledge.ownerKnewAt ?? null,
    lagDays: knowledge.lagDays ?? null,
    lagRunning: knowledge.lagRunning,
    decisions: decisionRows(index, risk.id),
    escalations: escalationRows(index, risk.id),
    steps: stepRows(index, risk.id),
  };
}

/** The person behind the name on the record: a post stands for its holder; what stands for nobody is kept as it is. */
export function ownerOf(index: RecordIndex, risk: Risk): string | null {
  if (risk.ownerId === undefined || risk.ownerId === '') return null;
  return personInPost(index, risk.ownerId) ?? risk.ownerId;
}

function moneyOf({ exposure }: Risk): Money | null {
  if (exposure === undefined) return null;
  const { low, high, rateLow = null, rateHigh = null } = exposure;
  return { low, high, rateLow, rateHigh };
}

function estimateOf({ exposure }: Risk): RiskRow['estimate'] {
  if (exposure === undefined) return null;
  const { method = null, estimatedBy = null, asOf: at = null } = exposure;
  return { method, estimatedBy, at };
}

/** Newest first, as every list of what happened. */
function decisionRows(index: RecordIndex, riskId: string): readonly DecisionRow[] {
  const decisions = listOf(index.decisionsByRisk, riskId);
  const latest = decisions.at(-1);
  return decisions.toReversed().map((decision) => ({
    id: decision.id,
    kind: decision.kind,
    byId: decision.byId ?? null,
    at: decision.at,
    expiresAt: decision.expiresAt ?? null,
    inForce: decision === latest && isInForce(index, decision),
    rationale: decision.rationale ?? null,
    conditions: (decision.conditions ?? []).map((condition) => condition.text),
  }));
}

function escalationRows(index: RecordIndex, riskId: string): readonly EscalationRow[] {
  return listOf(index.escalationsByRisk, riskId).toReversed().map(({ id, byId = null, toId = null, at, newDate = null }) => ({
    id, byId, toId, at, newDate,
  }));
}

function stepRows(index: RecordIndex, riskId: string): readonly StepRow[] {
  return listOf(index.stepsByRisk, riskId)
    .map(({ id, label, order = null, from, to, state, ownerId = null, testedAt = null }) => ({
      id, label: label ?? ([from, to].filter((end) => end !== undefined).join(' to ') || id), order, state, ownerId, testedAt,
    }))
    .sort((a, b) => (a.order ?? Number.MAX_SAFE_INTEGER) - (b.order ?? Number.MAX_SAFE_INTEGER));
}
