import type { Risk } from '#core/record/entities.ts';
import type { RecordIndex } from '#core/record/record-index.ts';
import { clockOf } from '#core/flags/urgency.ts';

/** Days within which somebody is to be named: 0, 0, 3 and 9 by default. */
export function ownerDays(index: RecordIndex, risk: Risk): number {
  return Math.floor(clockOf(index, risk) / index.policy.threshold('clock.ownerShare'));
}

/** The brief time: days within which the deciding person is to be shown what is known. At least one. */
export function briefDays(index: RecordIndex, risk: Risk): number {
  return Math.max(1, Math.floor(clockOf(index, risk) / index.policy.threshold('clock.briefShare')));
}
