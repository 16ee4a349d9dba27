import { dayOf } from '#core/time.ts';
import type { Evidence, Risk, Urgency } from '#core/record/entities.ts';
import type { RecordIndex } from '#core/record/record-index.ts';
import { isExposed } from '#core/flags/urgency.ts';

/** Whether anybody measured, how old the newest measurement is, and whether a clean result covered enough. */
export type Measurement =
  | { state: 'never' }
  | { state: 'too-old'; newest: Evidence; age: number; limit: number }
  | { state: 'too-narrow'; newest: Evidence; coverage: number | undefined; needed: number }
  | { state: 'good'; newest: Evidence };

/** The newest piece that measures; a routine one counts, a superseded one does not. */
export function measurementOf(
  index: RecordIndex,
  risk: Risk,
  urgency: Urgency,
  evidence: readonly Evidence[],
): Measurement {
  let newest: Evidence | undefined;
  for (const piece of evidence) {
    if (ageLimit(index, urgency, piece.kind) === undefined) continue;
    if (piece.supersededAt !== undefined && dayOf(piece.supersededAt) <= index.day) continue;
    if (newest === undefined || dayOf(piece.at) >= dayOf(newest.at)) newest = piece;
  }
  return newest === undefined ? { state: 'never' } : judged(index, risk, urgency, newest);
}

function judged(index: RecordIndex, risk: Risk, urgency: Urgency, newest: Evidence): Measurement {
  const age = index.day - dayOf(newest.at);
  const limit = ageLimit(index, urgency, newest.kind) ?? 0;
  if (age > limit) return { state: 'too-old', newest, age, limit };
  if (newest.negative !== true) return { state: 'good', newest };
  const needed = index.policy.threshold(isExposed(index, risk) ? 'I6.coverageExposed' : 'I6.coverageInternal');
  const { coverage } = newest;
  if (coverage === undefined || coverage < needed) return { state: 'too-narrow', newest, coverage, needed };
  return { state: 'good', newest };
}

/** Days a measurement of a kind stays good; undefined for kinds that measure nothing. */
export function ageLimit(index: RecordIndex, urgency: Urgency, kind: string): number | undefined {
  switch (kind) {
    case 'scan':
      return index.policy.threshold(urgency === 'U3' ? 'I6.scanU3' : urgency === 'U14' ? 'I6.scanU14' : 'I6.scan');
    case 'metric':
      return index.policy.threshold('I6.metric');
    case 'attestation':
      return index.policy.threshold('I6.attestation');
    case 'statement':
      return index.policy.threshold('I6.statement');
    case 'assessment':
      return index.policy.threshold('I6.assessment');
    case 'audit':
      return index.policy.threshold('I6.audit');
    case 'test':
      return index.policy.threshold('I6.test');
    default:
      return undefined;
  }
}
