import { dayOf } from '#core/time.ts';
import type { Evidence, Risk } from '#core/record/entities.ts';
import { kept, perIndex } from '#core/record/memo.ts';
import { listOf, type RecordIndex } from '#core/record/record-index.ts';
import { hasSeenDetail } from '#core/information/seen.ts';
import { knownElsewhere } from '#core/information/known-elsewhere.ts';

/** A piece that asks to be seen: not a routine measurement, and not superseded by the day of the view. */
export function isMaterial(index: RecordIndex, piece: Evidence): boolean {
  return piece.material !== false && (piece.supersededAt === undefined || dayOf(piece.supersededAt) > index.day);
}

const ofRisk = perIndex(() => new Map<string, readonly Evidence[]>());

/** Material evidence attached to the risk itself, oldest first. */
export function materialEvidence(index: RecordIndex, riskId: string): readonly Evidence[] {
  return kept(ofRisk(index), riskId, () =>
    listOf(index.evidenceByRisk, riskId).filter((piece) => isMaterial(index, piece)),
  );
}

const known = perIndex(() => new Map<string, readonly Evidence[]>());

/** Everything material the organisation knows about a risk: attached to it, or elsewhere and bearing on it. */
export function knownPieces(index: RecordIndex, risk: Risk): readonly Evidence[] {
  return kept(known(index), risk.id, () => {
    const elsewhere = knownElsewhere(index, risk).filter((piece) => isMaterial(index, piece));
    const own = materialEvidence(index, risk.id);
    return elsewhere.length === 0 ? own : [...own, ...elsewhere];
  });
}

/** The pieces that have not reached a person in detail. */
export function unseenPieces(index: RecordIndex, personId: string, risk: Risk): readonly Evidence[] {
  return knownPieces(index, risk).filter((piece) => !hasSeenDetail(index, personId, piece));
}

/** Minutes to read a number of pieces: five each by default. */
export function readingMinutes(index: RecordIndex, pieces: number): number {
  return pieces * index.policy.threshold('brief.minutesAPiece');
}
