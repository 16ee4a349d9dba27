import type { When } from '#core/time.ts';

export interface PackRow {
  id: string;
  label: string;
  at: When;
  presenterId: string | null;
  riskIds: readonly string[];
  /** Last day of what it covers, where it is not the day of the pack. */
  cutoff?: When;
  /** Pieces in it. Absent = none is named. */
  evidenceIds?: readonly string[];
  /** Why a piece is not in it, as somebody wrote. Absent = no line is recorded. */
  whyNot?: readonly { evidenceId: string; line: string }[];
}
