import { addDays, type When } from '#core/time.ts';
import type { DecisionKind, Risk } from '#core/record/entities.ts';
import { kept, perIndex } from '#core/record/memo.ts';
import type { RecordIndex } from '#core/record/record-index.ts';
import { authorityOf, decisionKindOf } from '#core/authority/authority-of.ts';
import { candidatesFor, isAssurance, lowestInformed, lowestWithAuthority, type Candidate } from '#core/authority/candidates.ts';
import { grantChain } from '#core/authority/grant-chain.ts';
import { limitOf } from '#core/authority/grant-state.ts';
import { judgedHigh } from '#core/authority/judged-size.ts';
import { liveGrantsOf } from '#core/authority/held-grants.ts';
import { managerLine } from '#core/authority/manager-line.ts';
import { grantReaches } from '#core/authority/reach.ts';
import { startOfLine, type StartOfLine } from '#core/authority/start-of-line.ts';
import { readingMinutes, unseenCount } from '#core/information/material-evidence.ts';

/** Bring the evidence to the lowest person who can decide. */
export interface BriefUp {
  personId: string;
  pieces: number;
  minutes: number;
}

/** Bring the authority to the lowest person who has seen the evidence. */
export interface GrantDown {
  toId: string;
  byId: string;
  serviceIds: readonly string[];
  /** Smallest limit that would cover the high end of one loss. */
  atLeast: number;
  until: When;
}

/** Why one of the two ways is not open. */
export type NoGrantDown = 'reserved' | 'no-range' | 'nobody-has-seen-it' | 'nobody-above-can-give' | 'year-limits';

export type Answer =
  | { kind: 'can-decide-today'; personId: string }
  /** Always both ways, never one: where a grant down is not open, why not stands in its place. */
  | { kind: 'two-ways'; briefUp: BriefUp; grantDown: GrantDown | NoGrantDown }
  /** A gap in the grants for the governing body, not a risk; `informed` have seen everything. */
  | { kind: 'nobody'; informed: readonly string[] }
  | { kind: 'no-line'; start: Exclude<StartOfLine, { state: 'found' }> };

export interface LowestCompetent {
  start: StartOfLine;
  /** Lowest first. */
  candidates: readonly Candidate[];
  answer: Answer;
}

const answers = perIndex(() => new Map<string, LowestCompetent>());

/** The lowest person who holds the authority and has seen the evidence, or the two ways to get there. */
export function lowestCompetent(index: RecordIndex, risk: Risk, kind?: DecisionKind): LowestCompetent {
  const asked = kind ?? decisionKindOf(risk);
  return kept(answers(index), `${asked} ${risk.id}`, () => {
    const start = startOfLine(index, risk);
    const candidates = candidatesFor(index, risk, asked);
    return { start, candidates, answer: answerOf(index, risk, asked, start, candidates) };
  });
}

const lowest = perIndex(() => new Map<string, { personId: string | undefined }>());

/** The lowest person with authority over a risk, informed or not; kept, because many rules name them. */
export function lowestAble(index: RecordIndex, risk: Risk): string | undefined {
  return kept(lowest(index), risk.id, () => ({ personId: lowestWithAuthority(index, risk, decisionKindOf(risk)) }))
    .personId;
}

/** The lowest person who can decide today: with authority, and with every piece seen. */
export function lowestToday(index: RecordIndex, risk: Risk): string | undefined {
  const able = lowestAble(index, risk);
  if (able === undefined || unseenCount(index, able, risk) === 0) return able;
  return lowestInformed(index, risk, decisionKindOf(risk));
}

function answerOf(
  index: RecordIndex,
  risk: Risk,
  kind: DecisionKind,
  start: StartOfLine,
  candidates: readonly Candidate[],
): Answer {
  const both = candidates.find((candidate) => candidate.canDecide && hasSeenAll(candidate));
  if (both !== undefined) return { kind: 'can-decide-today', personId: both.personId };
  const able = candidates.find((candidate) => candidate.canDecide);
  if (able === undefined) {
    if (start.state !== 'found') return { kind: 'no-line', start };
    return { kind: 'nobody', informed: candidates.filter(hasSeenAll).map((candidate) => candidate.personId) };
  }
  const pieces = able.unseen.length;
  const briefUp = { personId: able.personId, pieces, minutes: readingMinutes(index, pieces) };
  return { kind: 'two-ways', briefUp, grantDown: grantDown(index, risk, kind, candidates) };
}

function grantDown(
  index: RecordIndex,
  risk: Risk,
  kind: DecisionKind,
  candidates: readonly Candidate[],
): GrantDown | NoGrantDown {
  return grantDownTo(index, risk, kind, candidates.find(hasSeenAll)?.personId);
}

/**
 * The grant that would bring the authority to somebody, or why there is none. Whoever proposes one asks here, so that no
 * two texts about a risk disagree: never a reserved category, never without a range, never before the evidence.
 */
export function grantDownTo(
  index: RecordIndex,
  risk: Risk,
  kind: DecisionKind,
  toId: string | undefined,
): GrantDown | NoGrantDown {
  if (index.policy.isReserved(risk.category)) return 'reserved';
  const atLeast = judgedHigh(index, risk);
  if (atLeast === undefined) return 'no-range';
  if (toId === undefined || unseenCount(index, toId, risk) > 0) return 'nobody-has-seen-it';
  const authority = authorityOf(index, toId, risk, { kind });
  if (authority.state === 'lacks' && authority.reason.kind === 'outside-year-limit') return 'year-limits';
  const byId = nearestGiver(index, risk, kind, toId, atLeast);
  if (byId === undefined) return 'nobody-above-can-give';
  const until = addDays(index.asOf, index.policy.threshold('grantDown.days'));
  return { toId, byId, serviceIds: risk.serviceIds, atLeast, until };
}

/** The nearest person above somebody who holds a delegable covering grant of at least this size. */
export function nearestGiver(
  index: RecordIndex,
  risk: Risk,
  kind: DecisionKind,
  personId: string,
  atLeast: number,
): string | undefined {
  if (kind === 'accept' && index.policy.acceptanceNonDelegable) return undefined;
  const above = managerLine(index, personId).steps.filter((step) => step.personId !== personId);
  return above.find((step) => !isAssurance(index, step.personId) && canGive(index, risk, kind, step.personId, atLeast))
    ?.personId;
}

function canGive(index: RecordIndex, risk: Risk, kind: DecisionKind, personId: string, atLeast: number): boolean {
  return liveGrantsOf(index, personId).some(
    (grant) =>
      grant.delegable === true &&
      limitOf(grant) >= atLeast &&
      grantReaches(index, grant, risk, kind) === 'covers' &&
      grantChain(index, grant) === 'reaches-root',
  );
}

function hasSeenAll(candidate: Candidate): boolean {
  return candidate.unseen.length === 0;
}
