import type { RecordIndex } from '#core/record/record-index.ts';

/** Days within which somebody is to be named, from the days to act: 0, 0, 3 and 9 by default. */
export function ownerDays(index: RecordIndex, clock: number): number {
  return Math.floor(clock / index.policy.threshold('clock.ownerShare'));
}

/** The brief time: days within which the deciding person is to be shown what is known. At least one. */
export function briefDays(index: RecordIndex, clock: number): number {
  return Math.max(1, Math.floor(clock / index.policy.threshold('clock.briefShare')));
}
