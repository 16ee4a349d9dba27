import type { AuthorityGrant, Risk } from '#core/record/entities.ts';
import type { RecordIndex } from '#core/record/record-index.ts';
import type { Candidate } from '#core/authority/candidates.ts';
import { proposedOwner } from '#core/authority/proposed-owner.ts';
import { personName } from '#core/record/names.ts';
import { say } from '#language/say.ts';
import { limitSubjects } from '#core/authority/limit-test.ts';
import type { AuthorityVerdict } from '#core/authority/verdict.ts';
import { limitTests, nearLimit } from '#core/authority/year-limits.ts';
import { limitWords, nearLimitWords } from '#core/flags/limit-words.ts';
import type { AuthorityRow, CandidateRow } from '#core/picture/picture.ts';
import type { OwnerAuthority } from '#core/picture/readiness-of-risk.ts';
import { authorityWords, ownerAuthorityWords } from '#core/picture/sentences/authority-words.ts';

/** What the record says about the authority of whoever is named to decide. */
export function authorityRow(index: RecordIndex, risk: Risk, authority: OwnerAuthority): AuthorityRow {
  const limit = authority.state === 'nobody-named' || authority.personId === undefined ? null : limitOf(authority);
  return {
    state: authority.state,
    limit: limit === Number.POSITIVE_INFINITY ? null : limit,
    sentence: authority.state === 'nobody-named' ? nobodyNamedWords(index, risk, authority) : ownerAuthorityWords(index.view, authority),
    ...(authority.state === 'nobody-named' || authority.personId === undefined ? {} : testedRow(index, risk, authority)),
  };
}

/** Who is proposed is said with it: a proposal that nobody accepted gives no authority. */
function nobodyNamedWords(index: RecordIndex, risk: Risk, authority: OwnerAuthority): string {
  const words = ownerAuthorityWords(index.view, authority);
  const proposed = proposedOwner(index, risk);
  if (proposed === undefined) return words;
  const person = personName(index.view, proposed.personId);
  return risk.ownerId === undefined
    ? say('{person} is proposed, not yet accepted. Until then nobody is named to decide.', { person })
    : say('{owner} {person} is proposed instead, not yet accepted.', { owner: words, person });
}

/** Every test of the limits on the year of the grant that the verdict is about. */
function testedRow(index: RecordIndex, risk: Risk, verdict: AuthorityVerdict): Pick<AuthorityRow, 'tests' | 'near'> {
  const limits = grantOf(verdict)?.limits;
  if (limits === undefined) return {};
  const tests = [...limitTests(index, verdict.personId, risk, limits)];
  if (tests.length === 0) return {};
  const ordered = limitSubjects.flatMap((on) => tests.filter((test) => test.on === on));
  const near = tests.every(({ result }) => result === 'within') ? nearLimit(index, risk, limits) : undefined;
  return {
    tests: ordered.map((test) => ({ ...test, sentence: limitWords(index.view, verdict.personId, test) })),
    ...(near === undefined ? {} : { near: { ...near, sentence: nearLimitWords(index.view, near) } }),
  };
}

function grantOf(verdict: AuthorityVerdict): AuthorityGrant | undefined {
  if (verdict.state === 'has') return verdict.grant;
  if (verdict.state === 'lacks') return verdict.reason.kind === 'outside-year-limit' ? verdict.reason.grant : undefined;
  return verdict.because.kind === 'limit-untested' ? verdict.because.grant : undefined;
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
      return verdict.reason.kind === 'above-limit' || verdict.reason.kind === 'outside-year-limit' ? verdict.reason.limit : null;
    case 'cannot-tell':
      return null;
  }
}
