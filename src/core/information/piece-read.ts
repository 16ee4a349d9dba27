import type { Acknowledgement, Evidence } from '#core/record/entities.ts';
import { listOf, type RecordIndex } from '#core/record/record-index.ts';
import { isDetailed, isIndividual } from '#core/information/seen.ts';

/** One piece of evidence and what of it reached one person. */
export interface PieceRead {
  piece: Evidence;
  /** Their acknowledgements of it. */
  acks: readonly Acknowledgement[];
  /** It reached them in detail: acknowledged so, or known by them when it was produced. */
  detail: boolean;
  /** It reached them at all, by more than a broadcast. */
  shown: boolean;
}

const none: readonly Acknowledgement[] = [];

/** How each of these pieces reached a person; nothing reached nobody. */
export function readsOf(
  index: RecordIndex,
  personId: string | undefined,
  pieces: readonly Evidence[],
): readonly PieceRead[] {
  return pieces.map((piece) => {
    const knew = personId !== undefined && (piece.knownBy?.includes(personId) ?? false);
    let acks: Acknowledgement[] | undefined;
    let detail = knew;
    let shown = knew;
    for (const ack of personId === undefined ? none : listOf(index.acksByEvidence, piece.id)) {
      if (ack.personId !== personId) continue;
      (acks ??= []).push(ack);
      detail ||= isDetailed(ack);
      shown ||= isIndividual(ack);
    }
    return { piece, acks: acks ?? none, detail, shown };
  });
}
