import { dayOf } from '#core/time.ts';
import type { Acknowledgement, Evidence } from '#core/record/entities.ts';
import { listOf, type RecordIndex } from '#core/record/record-index.ts';

/** An acknowledgement at detail level; a question asked about a piece counts as detail. */
export function isDetailed(ack: Acknowledgement): boolean {
  return ack.level === 'detail' || (ack.question !== undefined && ack.question !== '');
}

/** An acknowledgement by the person alone. A broadcast proves sending and never counts as knowing. */
export function isIndividual(ack: Acknowledgement): boolean {
  return ack.level !== 'broadcast' || isDetailed(ack);
}

/** What a person acknowledged of one piece by the day of the view. */
export function acksOf(index: RecordIndex, personId: string, evidenceId: string): readonly Acknowledgement[] {
  return listOf(index.acksByEvidence, evidenceId).filter((ack) => ack.personId === personId);
}

/** True when the piece reached the person in detail: acknowledged so, or known by them when it was produced. */
export function hasSeenDetail(
  index: RecordIndex,
  personId: string,
  piece: Evidence,
  day: number = index.day,
): boolean {
  return knewAtOnce(piece, personId) || hasAck(index, personId, piece.id, day, isDetailed);
}

/** True when the piece reached the person at all, by more than a broadcast. */
export function hasBeenShown(
  index: RecordIndex,
  personId: string,
  piece: Evidence,
  day: number = index.day,
): boolean {
  return knewAtOnce(piece, personId) || hasAck(index, personId, piece.id, day, isIndividual);
}

/** Everybody a piece reached in detail. */
export function readersOf(index: RecordIndex, piece: Evidence): ReadonlySet<string> {
  const readers = new Set(piece.knownBy);
  for (const ack of listOf(index.acksByEvidence, piece.id)) if (isDetailed(ack)) readers.add(ack.personId);
  return readers;
}

function hasAck(
  index: RecordIndex,
  personId: string,
  evidenceId: string,
  day: number,
  isEnough: (ack: Acknowledgement) => boolean,
): boolean {
  for (const ack of listOf(index.acksByEvidence, evidenceId)) {
    if (ack.personId === personId && isEnough(ack) && (day === index.day || dayOf(ack.at) <= day)) return true;
  }
  return false;
}

function knewAtOnce(piece: Evidence, personId: string): boolean {
  return piece.knownBy?.includes(personId) ?? false;
}
