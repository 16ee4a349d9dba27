import type { When } from '#core/time.ts';

/** The newest measurement behind a risk, and what the policy asks of one of its kind. */
export interface MeasuredRow {
  evidenceId: string;
  kind: string;
  at: When;
  teamId: string | null;
  ageDays: number;
  /** Days a measurement of this kind holds by the policy. */
  limitDays: number;
  /** A clean result that covered less than `needed`; `covered` is `null` where the share is not on the record. */
  tooNarrow?: { covered: number | null; needed: number };
}
