import type { RecordIndex } from '#core/record/record-index.ts';
import type { Candidate } from '#core/authority/candidates.ts';
import type { AuthorityVerdict } from '#core/authority/verdict.ts';
import type { AuthorityRow, CandidateRow } from '#core/picture/picture.ts';
import type { OwnerAuthority } from '#core/picture/readiness-of-risk.ts';
import { authorityWords, ownerAuthorityWords } from '#core/picture/sentences/authority-words.ts';

/** What the record says about the authority of whoever is named to decide. */
export function authorityRow(index: RecordIndex, authority: OwnerAuthority): AuthorityRow {
  const limit = authority.state === 'nobody-named' || authority.personId === undefined ? null : limitOf(authority);
  return {
    state: authority.state,
    limit: limit === Number.POSITIVE_INFINITY ? null : limit,
    sentence: ownerAuthorityWords(index.view, authority),
  };
}

export function candidateRow(index: RecordIndex, candidate: Candidate): CandidateRow {
  const limit = limitOf(candidate.authority);
  const unlimited = limit === Number.POSITIVE_INFINITY;
  return {
    personId: candidate.personId,
    hops: candidate.hops ?? null,
    limit: unlimited ? null : limit,
    unlimited,
    canDecide: candidate.canDecide,
    state: candidate.authority.state,
    unseen: candidate.unseen.length,
    unseenIds: candidate.unseen.map((piece) => piece.id),
    why: authorityWords(index.view, candidate.authority),
  };
}

/** Limit of the grant that counts here; infinite without one stated, `null` where no grant reaches this risk. */
function limitOf(verdict: AuthorityVerdict): number | null {
  switch (verdict.state) {
    case 'has':
      return verdict.limit;
    case 'lacks':
      return verdict.reason.kind === 'above-limit' ? verdict.reason.limit : null;
    case 'cannot-tell':
      return null;
  }
}
