export interface CommonCauseRow {
  id: string;
  label: string;
  /** Events a year, on average; `null` = not on the record. */
  rate: number | null;
  rateLow: number | null;
  rateHigh: number | null;
  /** Open risks it hits. */
  riskIds: readonly string[];
  ownerId: string | null;
}
