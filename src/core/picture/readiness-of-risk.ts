import type { Risk } from '#core/record/entities.ts';
import type { RecordIndex } from '#core/record/record-index.ts';
import { authorityOf } from '#core/authority/authority-of.ts';
import { inPost, type InPost, type NotAPerson } from '#core/authority/person-in-post.ts';
import type { AuthorityVerdict } from '#core/authority/verdict.ts';
import type { InformationVerdict } from '#core/information/information-of.ts';
import type { Readiness } from '#core/picture/readiness.ts';

/** The authority of whoever is named to decide a risk. */
export type OwnerAuthority =
  | AuthorityVerdict
  | { state: 'nobody-named'; what: NotAPerson | undefined }
  | { state: 'cannot-tell'; personId: undefined; because: { kind: 'unknown-id'; id: string } };

export function ownerAuthority(
  index: RecordIndex,
  risk: Risk,
  owner: InPost = inPost(index, risk.ownerId),
): OwnerAuthority {
  switch (owner.state) {
    case 'nobody':
      return { state: 'nobody-named', what: undefined };
    case 'not-a-person':
      return { state: 'nobody-named', what: owner.what };
    case 'cannot-tell':
      return { state: 'cannot-tell', personId: undefined, because: { kind: 'unknown-id', id: owner.unknownId } };
    case 'person':
      return authorityOf(index, owner.personId, risk);
  }
}

/**
 * Exactly one state for every risk. A mailbox, a list, an empty post or somebody who left is nobody named: no person is
 * there to decide. Cannot tell comes before both questions, because an answer to either would be a guess.
 */
export function readinessOf(authority: OwnerAuthority, information: InformationVerdict): Readiness {
  switch (authority.state) {
    case 'nobody-named':
      return 'nobody-named';
    case 'cannot-tell':
      return 'cannot-tell';
    case 'has':
      return information.state === 'has' ? 'can-decide-seen' : 'can-decide-not-seen';
    case 'lacks':
      return information.state === 'has' ? 'cannot-decide-seen' : 'cannot-decide-not-seen';
  }
}
