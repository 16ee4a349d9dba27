import { addDays, daysBetween } from '#core/time.ts';
import type { Risk } from '#core/record/entities.ts';
import { listOf, type RecordIndex } from '#core/record/record-index.ts';
import { isInForce } from '#core/authority/decisions.ts';
import { personInPost } from '#core/authority/person-in-post.ts';
import { meanOfSize, sizeOfRisk } from '#core/exposure/risk-size.ts';
import { proposedOwner } from '#core/authority/proposed-owner.ts';
import { findingReach } from '#core/mapping/finding-reach.ts';
import { linkedFindingIds } from '#core/mapping/linked-findings.ts';
import { familyName } from '#core/mapping/family-names.ts';
import type { RiskEvaluation } from '#core/flags/evaluate.ts';
import { authorityRow, candidateRow } from '#core/picture/authority-row.ts';
import { evidenceRows } from '#core/picture/evidence-rows.ts';
import { informationRow } from '#core/picture/information-row.ts';
import { lowestRow } from '#core/picture/lowest-row.ts';
import { estimateOf, moneyOf, optionRows } from '#core/picture/money-rows.ts';
import { measuredRow } from '#core/picture/measured-row.ts';
import type { DecisionRow, EscalationRow, RiskRow, StepRow, TeamRow } from '#core/picture/picture.ts';
import { placeOfRisk } from '#core/picture/place-of-risk.ts';
import { shippedBy } from '#core/release/shipped-by.ts';

/** Everything the page of one open risk shows. */
export function riskRow(index: RecordIndex, teams: readonly TeamRow[], risk: Risk, evaluation: RiskEvaluation): RiskRow {
  const { knowledge, information, clockDays } = evaluation;
  const decidingId = information.deciding.state === 'person' ? information.deciding.personId : undefined;
  const size = sizeOfRisk(risk, index.view.policy);
  const options = optionRows(index, risk.id);
  return {
    id: risk.id,
    label: risk.label ?? risk.id,
    category: risk.category ?? null,
    serviceIds: risk.serviceIds,
    findingIds: linkedFindingIds(index, risk),
    ...placeOfRisk(index.view, teams, risk),
    shippedBy: shippedBy(index.view, listOf(index.findingsByRisk, risk.id)),
    openedAt: risk.openedAt,
    ageDays: daysBetween(risk.openedAt, index.asOf),
    dueAt: risk.dueAt ?? null,
    reviewAt: risk.reviewAt ?? null,
    decisionNeededBy: risk.decisionNeededBy ?? addDays(risk.openedAt, clockDays),
    urgency: evaluation.urgency,
    clockDays,
    exposure: moneyOf(index, risk),
    expectedAnnualLoss: meanOfSize(risk, size),
    estimate: estimateOf(risk),
    ...(size.kind === 'quantified' ? {} : { size }),
    ...(risk.harms === undefined ? {} : { harms: risk.harms }),
    ...(risk.processShares === undefined ? {} : { processShares: risk.processShares }),
    ...(options.length === 0 ? {} : { options }),
    ownerId: ownerOf(index, risk),
    readiness: evaluation.readiness,
    lack: evaluation.lack,
    authority: authorityRow(index, risk, evaluation.authority),
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
    ...measuredRow(index, risk, evaluation.urgency),
    ...reachedRow(index, risk),
    ...proposedRow(index, risk),
  };
}

function reachedRow(index: RecordIndex, { id, derivedFrom }: Risk): Pick<RiskRow, 'reached' | 'derivedFrom'> {
  const { byRule, derived } = findingReach(index).byRisk.get(id) ?? { byRule: 0, derived: 0 };
  return {
    ...(byRule + derived === 0 ? {} : { reached: { byRule, derived } }),
    ...(derivedFrom === undefined ? {} : { derivedFrom: { ...derivedFrom, familyName: familyName(derivedFrom.family) } }),
  };
}

/** A proposal to whoever owns it already, or to nobody in post, is none. */
function proposedRow(index: RecordIndex, risk: Risk): Pick<RiskRow, 'proposedOwner'> {
  const proposal = proposedOwner(index, risk);
  return proposal === undefined ? {} : { proposedOwner: { personId: proposal.personId, at: proposal.at ?? null } };
}

/** The person behind the name on the record: a post stands for its holder; what stands for nobody is kept as it is. */
export function ownerOf(index: RecordIndex, risk: Risk): string | null {
  if (risk.ownerId === undefined || risk.ownerId === '') return null;
  return personInPost(index, risk.ownerId) ?? risk.ownerId;
}

/** Newest first, as every list of what happened. */
export function decisionRows(index: RecordIndex, riskId: string): readonly DecisionRow[] {
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
    ...(decision.implicit === true ? { implicit: true as const } : {}),
  }));
}

export function escalationRows(index: RecordIndex, riskId: string): readonly EscalationRow[] {
  return listOf(index.escalationsByRisk, riskId).toReversed().map(({ id, byId = null, toId = null, at, newDate = null }) => ({
    id, byId, toId, at, newDate,
  }));
}

function stepRows(index: RecordIndex, riskId: string): readonly StepRow[] {
  return listOf(index.stepsByRisk, riskId)
    .map(({ id, label, order = null, from, to, state, ownerId = null, testedAt = null, assumed }) => ({
      id, label: label ?? ([from, to].filter((end) => end !== undefined).join(' to ') || id), order, state, ownerId, testedAt,
      ...(assumed === true ? { assumed } : {}),
    }))
    .sort((a, b) => (a.order ?? Number.MAX_SAFE_INTEGER) - (b.order ?? Number.MAX_SAFE_INTEGER));
}
