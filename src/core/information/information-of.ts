import type { Evidence, Risk } from '#core/record/entities.ts';
import type { RecordIndex } from '#core/record/record-index.ts';
import { decidingPerson, type DecidingPerson } from '#core/information/deciding-person.ts';
import { knownPieces, unseenPieces } from '#core/information/material-evidence.ts';

/** Whether the deciding person has seen, in detail, every material piece the organisation knows. */
export interface InformationVerdict {
  state: 'has' | 'lacks' | 'cannot-tell' | 'nobody';
  deciding: DecidingPerson;
  /** Pieces that have not reached the deciding person; all of them where there is nobody to reach. */
  unseen: readonly Evidence[];
  material: readonly Evidence[];
}

export function informationOf(index: RecordIndex, risk: Risk): InformationVerdict {
  const deciding = decidingPerson(index, risk);
  const material = knownPieces(index, risk);
  switch (deciding.state) {
    case 'person': {
      const unseen = unseenPieces(index, deciding.personId, risk);
      return { state: unseen.length === 0 ? 'has' : 'lacks', deciding, unseen, material };
    }
    case 'nobody':
      return { state: 'nobody', deciding, unseen: material, material };
    case 'cannot-tell':
      return { state: 'cannot-tell', deciding, unseen: material, material };
  }
}
