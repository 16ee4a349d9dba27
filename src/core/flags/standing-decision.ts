import { dayOf } from '#core/time.ts';
import type { Decision } from '#core/record/entities.ts';
import type { RecordIndex } from '#core/record/record-index.ts';
import { stampOf } from '#core/record/view.ts';
import type { RiskFacts } from '#core/flags/risk-facts.ts';

/**
 * The decision a risk rests on, where it can be judged by what was known on its day. Not one that the record only
 * infers (nobody recorded a choice), not one from before there was a record, and in an emergency not before the days to
 * report it have run.
 */
export function standingDecision({ index, inForce, day }: RiskFacts): Decision | undefined {
  if (inForce === undefined || inForce.implicit === true || isBeforeRecords(index, inForce)) return undefined;
  return isEmergency(inForce) && day - dayOf(inForce.at) < index.policy.threshold('emergency.days') ? undefined : inForce;
}

/** Made because something was happening: act first, report after. */
export function isEmergency(decision: Decision): boolean {
  return decision.trigger === 'incident';
}

/** Made before the record began and brought in during its first days. */
export function isBeforeRecords(index: RecordIndex, decision: Decision): boolean {
  const began = index.view.firstRecordedDay;
  if (began === undefined || dayOf(decision.at) >= began) return false;
  const recorded = stampOf(index.view, 'decisions', decision.id)?.recordedAt;
  return recorded !== undefined && dayOf(recorded) - began <= index.policy.threshold('beforeRecords.days');
}
