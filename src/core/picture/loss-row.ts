import type { When } from '#core/time.ts';

/** A recorded loss beside the range of one loss that was on the record the day before it. */
export interface LossRow {
  id: string;
  label: string;
  riskId: string;
  riskLabel: string;
  at: When;
  amount: number;
  /** Where it is not the currency of the record. */
  currency?: string;
  /** `null` = no range was on the record by then, or it was in another currency. */
  range: { low: number; high: number; estimatedBy: string | null } | null;
  inside: boolean | null;
}
