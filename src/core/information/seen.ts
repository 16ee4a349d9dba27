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

/** What a person acknowledged of one piece by the end of a day. */
export function acksOf(
  index: RecordIndex,
  personId: string,
  evidenceId: string,
  day: number = index.day,
): readonly Acknowledgement[] {
  const all = listOf(index.acksByEvidence, evidenceId);
  if (all.length === 0) return all;
  return all.filter((ack) => ack.personId === personId && (day === index.day || dayOf(ack.at) <= day));
}

/** True when the piece reached the person in detail: acknowledged so, or known by them when it was produced. */
export function hasSeenDetail(
  index: RecordIndex,
  personId: string,
  piece: Evidence,
  day: number = index.day,
): boolean {
  return knewAtOnce(piece, personId) || acksOf(index, personId, piece.id, day).some(isDetailed);
}

/** True when the piece reached the person at all, by more than a broadcast. */
export function hasBeenShown(
  index: RecordIndex,
  personId: string,
  piece: Evidence,
  day: number = index.day,
): boolean {
  return knewAtOnce(piece, personId) || acksOf(index, personId, piece.id, day).some(isIndividual);
}

function knewAtOnce(piece: Evidence, personId: string): boolean {
  return piece.knownBy?.includes(personId) ?? false;
}
