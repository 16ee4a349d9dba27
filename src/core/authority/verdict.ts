import type { AuthorityGrant, DecisionKind } from '#core/record/entities.ts';
import type { NotLive } from '#core/authority/grant-state.ts';
import type { LimitTest } from '#core/authority/limit-test.ts';

/** Why the record holds no authority for a person over a risk. */
export type LackOfAuthority =
  /** No grant of any kind, live or past. */
  | { kind: 'no-grant' }
  /** Grants, and none that counts on the day; `grant` is the one that says most. */
  | { kind: 'none-live'; grant: AuthorityGrant; state: NotLive }
  /** Live grants, and none that covers every service and the kind of decision. */
  | { kind: 'out-of-scope'; serviceIds: readonly string[]; decisionKind: DecisionKind | undefined }
  /** Only the governing body decides this category of risk, or accepts at all. */
  | { kind: 'reserved'; category: string | undefined }
  /** The covering grants do not go back to the governing body. */
  | { kind: 'not-traceable'; grant: AuthorityGrant }
  | { kind: 'above-limit'; grant: AuthorityGrant; limit: number; high: number }
  /** Within the limit of one loss, and outside a limit on the year: on the risk, on the whole book or on a common cause. */
  | { kind: 'outside-year-limit'; grant: AuthorityGrant; limit: number; test: LimitTest };

/** Why nobody can say: what the record points at and does not hold. */
export type Unknown =
  | { kind: 'unknown-id'; id: string }
  | { kind: 'unknown-grantor'; id: string; grant: AuthorityGrant }
  | { kind: 'unknown-grantee'; id: string; grant: AuthorityGrant }
  | { kind: 'service-without-team'; serviceIds: readonly string[] }
  | { kind: 'currency'; ofRisk: string; ofLimit: string }
  | { kind: 'limit-untested'; grant: AuthorityGrant; test: LimitTest };

/** Three values: holds authority, does not, or the record cannot tell. Cannot tell is never drawn as a lack. */
export type AuthorityVerdict =
  | { state: 'has'; personId: string; grant: AuthorityGrant; limit: number }
  | { state: 'lacks'; personId: string; reason: LackOfAuthority }
  | { state: 'cannot-tell'; personId: string; because: Unknown };
