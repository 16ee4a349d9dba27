import type { AuthorityGrant, DecisionKind, Risk } from '#core/record/entities.ts';
import { kept, perIndex } from '#core/record/memo.ts';
import type { RecordIndex } from '#core/record/record-index.ts';
import { grantChain, isGoverningBody } from '#core/authority/grant-chain.ts';
import { coversKind, coversService, coversServices, type Coverage } from '#core/authority/grant-scope.ts';
import { limitOf } from '#core/authority/grant-state.ts';
import { grantsHeld, liveGrantsOf, liveOf, type HeldGrant } from '#core/authority/held-grants.ts';
import { unresolvedGrant } from '#core/authority/unresolved-grants.ts';
import type { LackOfAuthority, Unknown } from '#core/authority/verdict.ts';
import { hasYearLimits } from '#core/authority/year-limits.ts';

/** What somebody's grants amount to over a set of services and a kind of decision, before the size is looked at. */
export type Reach =
  | { state: 'none'; reason: LackOfAuthority }
  | { state: 'cannot-tell'; because: Unknown }
  | {
      state: 'reaches';
      /** The largest live covering grant that goes back to the governing body. */
      traceable: AuthorityGrant | undefined;
      /** The largest one of which the record cannot tell whether it does. */
      untold: AuthorityGrant | undefined;
      /** Every covering grant that goes back to the governing body, where one of them limits the year; else empty. */
      limited: readonly AuthorityGrant[];
      largest: AuthorityGrant;
    };

const today = perIndex(() => new Map<string, Map<string, Reach>>());

/** The reach of a person on a day; kept for the day of the view, where many risks share their services. */
export function reachOf(index: RecordIndex, personId: string, risk: Risk, kind: DecisionKind, day: number): Reach {
  if (day !== index.day) {
    const held = grantsHeld(index, personId, day);
    return toldApart(index, risk.serviceIds, kind, day, judge(index, risk.serviceIds, kind, held, liveOf(held)));
  }
  const people = kept(today(index), servicesKey(risk, kind), () => new Map<string, Reach>());
  const known = people.get(personId);
  if (known !== undefined) return known;
  const judged = judge(index, risk.serviceIds, kind, grantsHeld(index, personId), liveGrantsOf(index, personId));
  const reach = toldApart(index, risk.serviceIds, kind, day, judged);
  people.set(personId, reach);
  return reach;
}

/** Nobody is said to hold no authority where a grant over these services is somebody's the record does not hold. */
function toldApart(index: RecordIndex, serviceIds: readonly string[], kind: DecisionKind, day: number, reach: Reach): Reach {
  if (reach.state !== 'none') return reach;
  const grant = unresolvedGrant(index, serviceIds, kind, day);
  if (grant === undefined) return reach;
  return { state: 'cannot-tell', because: { kind: 'unknown-grantee', id: grant.granteeId, grant } };
}

/** One text for a set of services and a kind; for one service and the usual kind that service's id, made already. */
export function servicesKey({ serviceIds }: Risk, kind: DecisionKind): string {
  const [only] = serviceIds;
  if (only !== undefined && serviceIds.length === 1 && kind === 'accept') return only;
  return `${kind}\n${serviceIds.join('\n')}`;
}

function judge(
  index: RecordIndex,
  serviceIds: readonly string[],
  kind: DecisionKind,
  held: readonly HeldGrant[],
  live: readonly AuthorityGrant[],
): Reach {
  if (held.length === 0) return noGrant;
  if (live.length === 0) return { state: 'none', reason: lapsed(index, serviceIds, kind, held) };
  const covering: AuthorityGrant[] = [];
  let unplaced = false;
  let open = false;
  for (const grant of live) {
    if (!coversKind(grant.scope, kind) || !mayAccept(index, grant, kind)) continue;
    open = true;
    const coverage = coversServices(index, grant.scope, serviceIds);
    if (coverage === 'covers') covering.push(grant);
    if (coverage === 'cannot-tell') unplaced = true;
  }
  covering.sort((a, b) => limitOf(b) - limitOf(a));
  const [largest] = covering;
  if (largest === undefined) {
    if (unplaced) return { state: 'cannot-tell', because: { kind: 'service-without-team', serviceIds } };
    const outside = serviceIds.filter((id) => !live.some((grant) => coversService(index, grant.scope, id) === 'covers'));
    const decisionKind = open ? undefined : kind;
    return { state: 'none', reason: { kind: 'out-of-scope', serviceIds: outside, decisionKind } };
  }
  return {
    state: 'reaches',
    traceable: covering.find((grant) => grantChain(index, grant) === 'reaches-root'),
    untold: covering.find((grant) => grantChain(index, grant) === 'cannot-tell'),
    limited: covering.some(hasYearLimits) ? covering.filter((grant) => grantChain(index, grant) === 'reaches-root') : [],
    largest,
  };
}

const noGrant: Reach = { state: 'none', reason: { kind: 'no-grant' } };

/** Of several lapsed grants the one to name: one that reached these services before one that did not, then the last to end. */
function lapsed(
  index: RecordIndex,
  serviceIds: readonly string[],
  kind: DecisionKind,
  held: readonly HeldGrant[],
): LackOfAuthority {
  const ranked = held.map(({ grant, state }) => ({
    grant,
    state,
    reached: Number(coversKind(grant.scope, kind) && coversServices(index, grant.scope, serviceIds) === 'covers'),
    on: 'on' in state ? state.on : '',
  }));
  ranked.sort((a, b) => b.reached - a.reached || (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
  for (const { grant, state } of ranked) if (state.state !== 'live') return { kind: 'none-live', grant, state };
  return { kind: 'no-grant' };
}

/** Where acceptance is not delegable, only what the governing body gave itself reaches it. */
function mayAccept(index: RecordIndex, grant: AuthorityGrant, kind: DecisionKind): boolean {
  if (kind !== 'accept' || !index.policy.acceptanceNonDelegable) return true;
  return isGoverningBody(index, grant.grantorId);
}

/** Whether one grant covers the services and the kind, whatever its size. */
export function grantReaches(index: RecordIndex, grant: AuthorityGrant, risk: Risk, kind: DecisionKind): Coverage {
  return coversKind(grant.scope, kind) ? coversServices(index, grant.scope, risk.serviceIds) : 'outside';
}
