import type { AuthorityGrant, DecisionKind, Evidence, Risk } from '#core/record/entities.ts';
import { kept, perIndex } from '#core/record/memo.ts';
import { listOf, type RecordIndex } from '#core/record/record-index.ts';
import { authorityOf, liveGrantsOf, reaches } from '#core/authority/authority-of.ts';
import { waitingOn } from '#core/authority/decisions.ts';
import { managerLine } from '#core/authority/manager-line.ts';
import { personInPost } from '#core/authority/person-in-post.ts';
import { startOfLine } from '#core/authority/start-of-line.ts';
import type { AuthorityVerdict } from '#core/authority/verdict.ts';
import { unseenPieces } from '#core/information/material-evidence.ts';

/** Somebody who might decide a risk: what they may decide and what has reached them. */
export interface Candidate {
  personId: string;
  /** Steps up the manager line from where the work is; `undefined` = off the line, by a grant. */
  hops: number | undefined;
  authority: AuthorityVerdict;
  canDecide: boolean;
  /** Material pieces that have not reached them in detail. */
  unseen: readonly Evidence[];
  /** Decisions that wait on them elsewhere. */
  waiting: number;
}

/**
 * Everyone who might decide, the lowest first: up the manager line from where the work is, then holders of a live
 * covering grant off the line. Teams whose work is assurance are left out: who assesses does not decide.
 */
export function candidatesFor(index: RecordIndex, risk: Risk, kind: DecisionKind): readonly Candidate[] {
  const start = startOfLine(index, risk);
  const line = start.state === 'found' ? managerLine(index, start.personId).steps : [];
  const onLine = new Set(line.map((step) => step.personId));
  const found: Candidate[] = [];
  for (const { personId, hops } of line) {
    if (!isAssurance(index, personId)) found.push(candidate(index, risk, kind, personId, hops));
  }
  for (const personId of holdersReaching(index, risk, kind)) {
    if (!onLine.has(personId) && !isAssurance(index, personId)) {
      found.push(candidate(index, risk, kind, personId, undefined));
    }
  }
  return found.sort(lowestFirst);
}

function candidate(
  index: RecordIndex,
  risk: Risk,
  kind: DecisionKind,
  personId: string,
  hops: number | undefined,
): Candidate {
  const authority = authorityOf(index, personId, risk, { kind });
  return {
    personId,
    hops,
    authority,
    canDecide: authority.state === 'has',
    unseen: unseenPieces(index, personId, risk),
    waiting: waitingOn(index, personId),
  };
}

/** Hops, then fewest unseen, then fewest waiting, then id; off the line comes after the line. */
function lowestFirst(a: Candidate, b: Candidate): number {
  const hops = (a.hops ?? Number.MAX_SAFE_INTEGER) - (b.hops ?? Number.MAX_SAFE_INTEGER);
  return hops || a.unseen.length - b.unseen.length || a.waiting - b.waiting || (a.personId < b.personId ? -1 : 1);
}

/** Assurance work: audit, assessment, supervision. Its people are never proposed as decider. */
export function isAssurance(index: RecordIndex, personId: string): boolean {
  const teamId = index.view.persons.get(personId)?.teamId;
  return teamId !== undefined && index.view.teams.get(teamId)?.kind === 'assurance';
}

interface LiveGrants {
  byService: ReadonlyMap<string, readonly LiveGrant[]>;
  /** Not narrowed to named services. */
  wide: readonly LiveGrant[];
}
interface LiveGrant {
  personId: string;
  grant: AuthorityGrant;
}

const liveGrants = perIndex((index): LiveGrants => {
  const byService = new Map<string, LiveGrant[]>();
  const wide: LiveGrant[] = [];
  const people = new Set<string>();
  for (const granteeId of index.grantIdsByGrantee.keys()) {
    const personId = personInPost(index, granteeId);
    if (personId !== undefined) people.add(personId);
  }
  for (const personId of people) {
    for (const grant of liveGrantsOf(index, personId)) {
      const services = grant.scope?.services;
      if (services === undefined || services.includes('*')) wide.push({ personId, grant });
      else for (const id of services) kept(byService, id, () => []).push({ personId, grant });
    }
  }
  return { byService, wide };
});

const reaching = perIndex(() => new Map<string, readonly string[]>());

/** People in post with a live grant that covers every service and the kind, whatever its size. */
function holdersReaching(index: RecordIndex, risk: Risk, kind: DecisionKind): readonly string[] {
  const [first] = risk.serviceIds;
  const key = [kind, ...risk.serviceIds].join('\n');
  return kept(reaching(index), key, () => {
    const { byService, wide } = liveGrants(index);
    const near = first === undefined ? [] : listOf(byService, first);
    const holders = [...near, ...wide].filter(({ grant }) => reaches(index, grant, risk, kind) === 'covers');
    return [...new Set(holders.map(({ personId }) => personId))];
  });
}
