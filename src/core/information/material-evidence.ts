import { dayOf } from '#core/time.ts';
import type { Evidence, Risk } from '#core/record/entities.ts';
import { perIndex } from '#core/record/memo.ts';
import { listOf, type RecordIndex } from '#core/record/record-index.ts';
import { hasSeenDetail } from '#core/information/seen.ts';
import { knownElsewhere } from '#core/information/known-elsewhere.ts';

/** A piece that asks to be seen: not a routine measurement, and not superseded by the day of the view. */
export function isMaterial(index: RecordIndex, piece: Evidence): boolean {
  return piece.material !== false && (piece.supersededAt === undefined || dayOf(piece.supersededAt) > index.day);
}

/** Only the answers that take some work are kept. */
const known = perIndex(() => new Map<string, readonly Evidence[]>());

/**
 * Everything material the organisation knows about a risk: attached to it, oldest first, then what is attached
 * elsewhere and bears on it.
 */
export function knownPieces(index: RecordIndex, risk: Risk): readonly Evidence[] {
  const held = known(index).get(risk.id);
  if (held !== undefined) return held;
  const own = listOf(index.evidenceByRisk, risk.id);
  const elsewhere = knownElsewhere(index, risk);
  if (elsewhere.length === 0 && own.every((piece) => isMaterial(index, piece))) return own;
  const pieces = [...own, ...elsewhere].filter((piece) => isMaterial(index, piece));
  known(index).set(risk.id, pieces);
  return pieces;
}

/** The pieces that have not reached a person in detail. */
export function unseenPieces(index: RecordIndex, personId: string, risk: Risk): readonly Evidence[] {
  return knownPieces(index, risk).filter((piece) => !hasSeenDetail(index, personId, piece));
}

/** How many pieces have not reached a person in detail. */
export function unseenCount(index: RecordIndex, personId: string, risk: Risk): number {
  let count = 0;
  for (const piece of knownPieces(index, risk)) if (!hasSeenDetail(index, personId, piece)) count += 1;
  return count;
}

/** Minutes to read a number of pieces: five each by default. */
export function readingMinutes(index: RecordIndex, pieces: number): number {
  return pieces * index.policy.threshold('brief.minutesAPiece');
}
