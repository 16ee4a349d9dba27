import { dayOf } from '#core/time.ts';
import type { Decision, Risk } from '#core/record/entities.ts';
import { perIndex } from '#core/record/memo.ts';
import { listOf, type RecordIndex } from '#core/record/record-index.ts';
import { inPost } from '#core/authority/person-in-post.ts';

/** The newest decision on a risk of any kind; the newest counts, whatever an older one said. */
export function latestDecision(index: RecordIndex, riskId: string): Decision | undefined {
  return listOf(index.decisionsByRisk, riskId).at(-1);
}

/** The newest decision where it still holds: not past its end, and not one that passed the question on. */
export function decisionInForce(index: RecordIndex, riskId: string): Decision | undefined {
  const latest = latestDecision(index, riskId);
  return latest !== undefined && isInForce(index, latest) ? latest : undefined;
}

/** A decision holds through its last day. */
export function isInForce(index: RecordIndex, decision: Decision): boolean {
  if (decision.kind === 'pass-up') return false;
  return decision.expiresAt === undefined || dayOf(decision.expiresAt) >= index.day;
}

/** Open at the end of the day of the view. */
export function isOpen(index: RecordIndex, risk: Risk): boolean {
  return risk.closedAt === undefined || dayOf(risk.closedAt) > index.day;
}

/** Number of open risks a person owns on which no decision is in force. */
export function waitingOn(index: RecordIndex, personId: string): number {
  return waiting(index).get(personId) ?? 0;
}

const waiting = perIndex((index) => {
  const counts = new Map<string, number>();
  for (const risk of index.view.risks.values()) {
    if (!isOpen(index, risk) || decisionInForce(index, risk.id) !== undefined) continue;
    const owner = inPost(index, risk.ownerId);
    if (owner.state === 'person') counts.set(owner.personId, (counts.get(owner.personId) ?? 0) + 1);
  }
  return counts;
});
