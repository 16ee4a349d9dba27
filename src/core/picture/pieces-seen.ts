import { dayOf, type When } from '#core/time.ts';
import type { RiskRow } from '#core/picture/picture.ts';

/** One piece of evidence and the day one person saw it in detail. */
export interface PieceSeen {
  id: string;
  label: string;
  at: When;
  /** `null` = the record does not show that it has reached them. */
  seenAt: When | null;
}

/**
 * The material evidence that bears on a risk, oldest first, each with the first day it reached `personId` in detail.
 * A summary, a colour or a mass mail is not the evidence (NIST SP 800-37 note 120).
 */
export function piecesSeen(risk: Pick<RiskRow, 'evidence'>, personId: string | null): readonly PieceSeen[] {
  return risk.evidence
    .filter(({ material }) => material)
    .map(({ id, label, at, readers = [] }) => ({ id, label, at, seenAt: readers.find((reader) => reader.personId === personId)?.at ?? null }))
    .sort((a, b) => dayOf(a.at) - dayOf(b.at) || (a.id < b.id ? -1 : 1));
}
