import type { DecisionKind, Evidence, Risk } from '#core/record/entities.ts';
import type { RecordIndex } from '#core/record/record-index.ts';
import { authorityOf } from '#core/authority/authority-of.ts';
import { waitingOn } from '#core/authority/decisions.ts';
import { grantHolders } from '#core/authority/grant-holders.ts';
import { managerLine, type ManagerLine } from '#core/authority/manager-line.ts';
import { startOfLine } from '#core/authority/start-of-line.ts';
import type { AuthorityVerdict } from '#core/authority/verdict.ts';
import { knownPieces, unseenCount, unseenPieces } from '#core/information/material-evidence.ts';
import { readersOf } from '#core/information/seen.ts';

/** Somebody who might decide a risk: what they may decide and what has reached them. */
export interface Candidate {
  personId: string;
  /** Steps up the manager line from where the work is; `undefined` = off the line, by a grant. */
  hops: number | undefined;
  authority: AuthorityVerdict;
  canDecide: boolean;
  /** Material pieces that have not reached them in detail. Worked out when it is read. */
  readonly unseen: readonly Evidence[];
  /** Decisions that wait on them elsewhere. */
  readonly waiting: number;
}

/**
 * Everyone who might decide, the lowest first: up the manager line from where the work is, then holders of a live
 * covering grant off the line. Teams whose work is assurance are left out: who assesses does not decide.
 */
export function candidatesFor(index: RecordIndex, risk: Risk, kind: DecisionKind): readonly Candidate[] {
  const line = lineOf(index, risk);
  const found: Candidate[] = [];
  for (const { personId, hops } of line) {
    if (!isAssurance(index, personId)) found.push(candidate(index, risk, kind, personId, hops));
  }
  for (const personId of offLine(index, risk, kind, line)) found.push(candidate(index, risk, kind, personId, undefined));
  return found;
}

/** The lowest person with authority, as a search of `candidatesFor` would find them and at less cost. */
export function lowestWithAuthority(index: RecordIndex, risk: Risk, kind: DecisionKind): string | undefined {
  return lowest(index, risk, kind, (personId) => authorityOf(index, personId, risk, { kind }).state === 'has');
}

/** The lowest person with authority who has seen every piece; the same search, among those who saw the first one. */
export function lowestInformed(index: RecordIndex, risk: Risk, kind: DecisionKind): string | undefined {
  const [first] = knownPieces(index, risk);
  if (first === undefined) return lowestWithAuthority(index, risk, kind);
  const readers = readersOf(index, first);
  if (readers.size === 0) return undefined;
  return lowest(
    index,
    risk,
    kind,
    (personId) =>
      readers.has(personId) &&
      unseenCount(index, personId, risk) === 0 &&
      authorityOf(index, personId, risk, { kind }).state === 'has',
  );
}

function lowest(
  index: RecordIndex,
  risk: Risk,
  kind: DecisionKind,
  is: (personId: string) => boolean,
): string | undefined {
  const line = lineOf(index, risk);
  for (const { personId } of line) if (is(personId) && !isAssurance(index, personId)) return personId;
  return offLine(index, risk, kind, line, is)[0];
}

function lineOf(index: RecordIndex, risk: Risk): ManagerLine['steps'] {
  const start = startOfLine(index, risk);
  return start.state === 'found' ? managerLine(index, start.personId).steps : [];
}

/** Holders of a grant who are not on the line: fewest unseen, then fewest waiting, then by id. */
function offLine(
  index: RecordIndex,
  risk: Risk,
  kind: DecisionKind,
  line: ManagerLine['steps'],
  is: (personId: string) => boolean = () => true,
): readonly string[] {
  const people = grantHolders(index, risk, kind).filter(
    (personId) =>
      is(personId) && !isAssurance(index, personId) && !line.some((step) => step.personId === personId),
  );
  if (people.length < 2) return people;
  const ranked = people.map((personId) => ({
    personId,
    unseen: unseenCount(index, personId, risk),
    waiting: waitingOn(index, personId),
  }));
  ranked.sort((a, b) => a.unseen - b.unseen || a.waiting - b.waiting || (a.personId < b.personId ? -1 : 1));
  return ranked.map(({ personId }) => personId);
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
    get unseen() {
      return unseenPieces(index, personId, risk);
    },
    get waiting() {
      return waitingOn(index, personId);
    },
  };
}

/** Assurance work: audit, assessment, supervision. Its people are never proposed as decider. */
export function isAssurance(index: RecordIndex, personId: string): boolean {
  const teamId = index.view.persons.get(personId)?.teamId;
  return teamId !== undefined && index.view.teams.get(teamId)?.kind === 'assurance';
}
