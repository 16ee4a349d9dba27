import type { AuthorityGrant, DecisionKind, Risk } from '#core/record/entities.ts';
import type { RecordIndex } from '#core/record/record-index.ts';
import { limitOf } from '#core/authority/grant-state.ts';
import { judgedHigh } from '#core/authority/judged-size.ts';
import { reachOf } from '#core/authority/reach.ts';
import type { AuthorityVerdict, LackOfAuthority, Unknown } from '#core/authority/verdict.ts';
import { firstFailure } from '#core/authority/year-limits.ts';

/** What is judged: as things stand in the view, or a past decision as the record stood on its day. */
export interface Judged {
  kind?: DecisionKind | undefined;
  /** Day number; the record of that day counts, and the grants recorded by then. */
  day?: number | undefined;
  /** High end of one loss; `null` = no range. Absent = that of the risk. */
  high?: number | null | undefined;
}

/** The kind of decision a risk asks for. Where it does not say, accepting it: what needs most authority. */
export function decisionKindOf(risk: Risk): DecisionKind {
  return risk.decisionKind ?? 'accept';
}

/**
 * Whether a person may decide a risk: a grant that counts on the day, covers every service and the kind of decision,
 * goes back to the governing body, and is at least as large as the high end of one loss. Equal is inside. A risk
 * without a range is within every limit of one loss; that it has none is a question of information. Limits on the
 * year are tested as things stand in the view, so not where a past decision is judged. Limits are never pooled: one
 * grant has to be enough.
 */
export function authorityOf(
  index: RecordIndex,
  personId: string,
  risk: Risk,
  { kind = decisionKindOf(risk), day = index.day, high }: Judged = {},
): AuthorityVerdict {
  const reach = reachOf(index, personId, risk, kind, day);
  if (reach.state === 'none' && reach.reason.kind !== 'out-of-scope') return lacks(personId, reach.reason);
  if (isReservedFrom(index, personId, risk)) return lacks(personId, { kind: 'reserved', category: risk.category });
  if (reach.state === 'none') return lacks(personId, reach.reason);
  if (reach.state === 'cannot-tell') return cannotTell(personId, reach.because);

  const { traceable: grant, untold, largest } = reach;
  const size = high === undefined ? judgedHigh(index, risk) : (high ?? undefined);
  const limit = grant === undefined ? undefined : limitOf(grant);
  const other = limit === Number.POSITIVE_INFINITY || size === undefined ? undefined : otherCurrency(index, risk);
  if (grant !== undefined && limit !== undefined && (size === undefined || size <= limit)) {
    if (other === undefined && reach.limited.length > 0 && day === index.day && high === undefined) {
      return underYearLimits(index, personId, risk, reach.limited, size);
    }
    return other === undefined ? { state: 'has', personId, grant, limit } : cannotTell(personId, other);
  }
  if (untold !== undefined && (size === undefined || size <= limitOf(untold))) {
    return cannotTell(personId, { kind: 'unknown-grantor', id: untold.grantorId, grant: untold });
  }
  if (grant === undefined || limit === undefined || size === undefined) {
    return lacks(personId, { kind: 'not-traceable', grant: largest });
  }
  return other === undefined ? lacks(personId, { kind: 'above-limit', grant, limit, high: size }) : cannotTell(personId, other);
}

/** The first of the grants large enough that holds every test of its own limits, else why the largest does not. */
function underYearLimits(
  index: RecordIndex,
  personId: string,
  risk: Risk,
  grants: readonly AuthorityGrant[],
  size: number | undefined,
): AuthorityVerdict {
  let first: AuthorityVerdict | undefined;
  for (const grant of grants) {
    const limit = limitOf(grant);
    if (size !== undefined && size > limit) continue;
    const test = firstFailure(index, personId, risk, grant);
    if (test === undefined) return { state: 'has', personId, grant, limit };
    first ??= test.result === 'exceeds' || test.measure === 'in-money'
      ? lacks(personId, { kind: 'outside-year-limit', grant, limit, test })
      : cannotTell(personId, { kind: 'limit-untested', grant, test });
  }
  return first ?? lacks(personId, { kind: 'no-grant' });
}

function lacks(personId: string, reason: LackOfAuthority): AuthorityVerdict {
  return { state: 'lacks', personId, reason };
}

function cannotTell(personId: string, because: Unknown): AuthorityVerdict {
  return { state: 'cannot-tell', personId, because };
}

function isReservedFrom(index: RecordIndex, personId: string, risk: Risk): boolean {
  if (!index.policy.isReserved(risk.category)) return false;
  const teamId = index.view.persons.get(personId)?.teamId;
  return teamId === undefined || index.view.teams.get(teamId)?.kind !== 'governing';
}

function otherCurrency(index: RecordIndex, risk: Risk): Unknown | undefined {
  const ofRisk = risk.exposure?.currency;
  const ofLimit = index.policy.currency;
  if (ofRisk === undefined || ofLimit === undefined || ofRisk === ofLimit) return undefined;
  return { kind: 'currency', ofRisk, ofLimit };
}
