import type { AuthorityGrant, DecisionKind, Risk } from '#core/record/entities.ts';
import { perIndex, kept } from '#core/record/memo.ts';
import { listOf, type RecordIndex } from '#core/record/record-index.ts';
import { grantAsKnown, grantChain, isGoverningBody } from '#core/authority/grant-chain.ts';
import { coversKind, coversService, coversServices, type Coverage } from '#core/authority/grant-scope.ts';
import { grantState, limitOf, type GrantState } from '#core/authority/grant-state.ts';
import { judgedHigh } from '#core/authority/judged-size.ts';
import type { AuthorityVerdict, LackOfAuthority, Unknown } from '#core/authority/verdict.ts';

/** The kind of decision a risk asks for where it does not say: accepting it is what needs most authority. */
export const DEFAULT_DECISION_KIND: DecisionKind = 'accept';

/** What is judged: as things stand in the view, or a past decision as the record stood on its day. */
export interface Judged {
  kind?: DecisionKind | undefined;
  /** Day number; the record of that day counts, and the grants recorded by then. */
  day?: number | undefined;
  /** High end of one loss; `null` = no range. Absent = that of the risk. */
  high?: number | null | undefined;
}

/**
 * Whether a person may decide a risk: a grant that counts on the day, covers every service and the kind of decision,
 * goes back to the governing body, and is at least as large as the high end of one loss. Equal is inside. A risk
 * without a range is within every limit here; that it has none is a question of information.
 */
export function authorityOf(
  index: RecordIndex,
  personId: string,
  risk: Risk,
  { kind, day = index.day, high }: Judged = {},
): AuthorityVerdict {
  const asked = kind ?? risk.decisionKind ?? DEFAULT_DECISION_KIND;
  const size = high === undefined ? judgedHigh(index, risk) : (high ?? undefined);
  const held = grantsOf(index, personId, day);
  const found = judge(index, personId, risk, asked, size, held);
  return 'kind' in found ? { state: 'lacks', personId, reason: found } : found;
}

interface Held {
  grant: AuthorityGrant;
  state: GrantState;
}

function judge(
  index: RecordIndex,
  personId: string,
  risk: Risk,
  kind: DecisionKind,
  high: number | undefined,
  held: readonly Held[],
): AuthorityVerdict | LackOfAuthority {
  if (held.length === 0) return { kind: 'no-grant' };
  const live = held.filter(({ state }) => state.state === 'live').map(({ grant }) => grant);
  if (live.length === 0) return lapsed(index, risk, kind, held);
  const reserved = reservedFrom(index, personId, risk);
  if (reserved !== undefined) return reserved;
  const open = live.filter((grant) => coversKind(grant.scope, kind) && mayAccept(index, grant, kind));
  const reach = open.map((grant) => ({ grant, coverage: coversServices(index, grant.scope, risk.serviceIds) }));
  const covering = reach.filter(({ coverage }) => coverage === 'covers').map(({ grant }) => grant);
  const unplaced = reach.some(({ coverage }) => coverage === 'cannot-tell');
  if (covering.length === 0) {
    if (unplaced) return cannotTell(personId, { kind: 'service-without-team', serviceIds: risk.serviceIds });
    const outside = risk.serviceIds.filter((id) => !live.some((grant) => coversService(index, grant.scope, id) === 'covers'));
    return { kind: 'out-of-scope', serviceIds: outside, decisionKind: open.length === 0 ? kind : undefined };
  }
  return sized(index, personId, risk, high, covering);
}

function sized(
  index: RecordIndex,
  personId: string,
  risk: Risk,
  high: number | undefined,
  covering: readonly AuthorityGrant[],
): AuthorityVerdict | LackOfAuthority {
  const byLimit = [...covering].sort((a, b) => limitOf(b) - limitOf(a));
  const best = byLimit.find((grant) => grantChain(index, grant) === 'reaches-root');
  const limit = best === undefined ? undefined : limitOf(best);
  if (best !== undefined && limit !== undefined && (high === undefined || high <= limit)) {
    const other = high === undefined || limit === Number.POSITIVE_INFINITY ? undefined : otherCurrency(index, risk);
    return other === undefined ? { state: 'has', personId, grant: best, limit } : cannotTell(personId, other);
  }
  const untold = byLimit.find((grant) => grantChain(index, grant) === 'cannot-tell' && limitOf(grant) >= (high ?? 0));
  if (untold !== undefined) {
    return cannotTell(personId, { kind: 'unknown-grantor', id: untold.grantorId, grant: untold });
  }
  const [largest] = byLimit;
  if (best === undefined || limit === undefined || high === undefined) {
    return largest === undefined ? { kind: 'no-grant' } : { kind: 'not-traceable', grant: largest };
  }
  const other = otherCurrency(index, risk);
  return other === undefined ? { kind: 'above-limit', grant: best, limit, high } : cannotTell(personId, other);
}

const heldToday = perIndex(() => new Map<string, readonly Held[]>());

/** Every grant to a person or to an office they hold, as the record knew it at the end of a day. */
function grantsOf(index: RecordIndex, personId: string, day: number): readonly Held[] {
  const collect = () => {
    const held: Held[] = [];
    for (const holder of [personId, ...listOf(index.rolesByHolder, personId).map((role) => role.id)]) {
      for (const id of listOf(index.grantIdsByGrantee, holder)) {
        const grant = grantAsKnown(index, id, day);
        if (grant?.granteeId === holder) held.push({ grant, state: grantState(grant, day) });
      }
    }
    return held;
  };
  return day === index.day ? kept(heldToday(index), personId, collect) : collect();
}

/** The grants that count today, whether or not they reach any one risk. */
export function liveGrantsOf(index: RecordIndex, personId: string): readonly AuthorityGrant[] {
  return grantsOf(index, personId, index.day).filter(({ state }) => state.state === 'live').map(({ grant }) => grant);
}

/** Of several lapsed grants the one to name: one that reached this risk before one that did not, then the last to end. */
function lapsed(index: RecordIndex, risk: Risk, kind: DecisionKind, held: readonly Held[]): LackOfAuthority {
  const ranked = held.map(({ grant, state }) => ({
    grant,
    state,
    reached: Number(coversKind(grant.scope, kind) && coversServices(index, grant.scope, risk.serviceIds) === 'covers'),
    on: 'on' in state ? state.on : '',
  }));
  ranked.sort((a, b) => b.reached - a.reached || (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
  for (const { grant, state } of ranked) if (state.state !== 'live') return { kind: 'none-live', grant, state };
  return { kind: 'no-grant' };
}

function reservedFrom(index: RecordIndex, personId: string, risk: Risk): LackOfAuthority | undefined {
  if (!index.policy.isReserved(risk.category)) return undefined;
  const teamId = index.view.persons.get(personId)?.teamId;
  const governs = teamId !== undefined && index.view.teams.get(teamId)?.kind === 'governing';
  return governs ? undefined : { kind: 'reserved', category: risk.category };
}

/** Where acceptance is not delegable, only what the governing body gave itself reaches it. */
function mayAccept(index: RecordIndex, grant: AuthorityGrant, kind: DecisionKind): boolean {
  if (kind !== 'accept' || !index.policy.acceptanceNonDelegable) return true;
  return isGoverningBody(index, grant.grantorId);
}

function otherCurrency(index: RecordIndex, risk: Risk): Unknown | undefined {
  const ofRisk = risk.exposure?.currency;
  const ofLimit = index.policy.currency;
  if (ofRisk === undefined || ofLimit === undefined || ofRisk === ofLimit) return undefined;
  return { kind: 'currency', ofRisk, ofLimit };
}

function cannotTell(personId: string, because: Unknown): AuthorityVerdict {
  return { state: 'cannot-tell', personId, because };
}

/** Whether a live grant of the person reaches the services and the kind, whatever its size. */
export function reaches(index: RecordIndex, grant: AuthorityGrant, risk: Risk, kind: DecisionKind): Coverage {
  return coversKind(grant.scope, kind) ? coversServices(index, grant.scope, risk.serviceIds) : 'outside';
}
