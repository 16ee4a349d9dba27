import type { Risk } from '#core/record/entities.ts';
import type { RecordIndex } from '#core/record/record-index.ts';
import { lowestAble } from '#core/authority/lowest-competent.ts';
import { inPost, type InPost } from '#core/authority/person-in-post.ts';

/** Whose information a risk is judged on. */
export type DecidingPerson =
  | { state: 'person'; personId: string; because: 'owner' | 'lowest-with-authority' }
  | { state: 'nobody' }
  | { state: 'cannot-tell'; unknownId: string };

/**
 * The owner where the owner is a person, else the lowest person with authority. Where the owner is an id the record
 * does not hold, nobody else is put in their place.
 */
export function decidingPerson(
  index: RecordIndex,
  risk: Risk,
  owner: InPost = inPost(index, risk.ownerId),
): DecidingPerson {
  switch (owner.state) {
    case 'person':
      return { state: 'person', personId: owner.personId, because: 'owner' };
    case 'cannot-tell':
      return { state: 'cannot-tell', unknownId: owner.unknownId };
    case 'nobody':
    case 'not-a-person': {
      const lowest = lowestAble(index, risk);
      if (lowest === undefined) return { state: 'nobody' };
      return { state: 'person', personId: lowest, because: 'lowest-with-authority' };
    }
  }
}
