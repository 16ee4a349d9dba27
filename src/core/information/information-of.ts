import type { Evidence, Risk } from '#core/record/entities.ts';
import type { RecordIndex } from '#core/record/record-index.ts';
import { inPost, type InPost } from '#core/authority/person-in-post.ts';
import { decidingPerson, type DecidingPerson } from '#core/information/deciding-person.ts';
import { knownPieces } from '#core/information/material-evidence.ts';
import { readsOf, type PieceRead } from '#core/information/piece-read.ts';

/** Whether the deciding person has seen, in detail, every material piece the organisation knows. */
export interface InformationVerdict {
  state: 'has' | 'lacks' | 'cannot-tell' | 'nobody';
  deciding: DecidingPerson;
  /** Pieces that have not reached the deciding person; all of them where there is nobody to reach. */
  unseen: readonly Evidence[];
  material: readonly Evidence[];
  /** How each material piece reached the deciding person, in the same order. */
  reads: readonly PieceRead[];
}

export function informationOf(
  index: RecordIndex,
  risk: Risk,
  owner: InPost = inPost(index, risk.ownerId),
): InformationVerdict {
  const deciding = decidingPerson(index, risk, owner);
  const material = knownPieces(index, risk);
  const reads = readsOf(index, deciding.state === 'person' ? deciding.personId : undefined, material);
  const unseen: Evidence[] = [];
  for (const read of reads) if (!read.detail) unseen.push(read.piece);
  switch (deciding.state) {
    case 'person':
      return { state: unseen.length === 0 ? 'has' : 'lacks', deciding, unseen, material, reads };
    case 'nobody':
      return { state: 'nobody', deciding, unseen, material, reads };
    case 'cannot-tell':
      return { state: 'cannot-tell', deciding, unseen, material, reads };
  }
}
