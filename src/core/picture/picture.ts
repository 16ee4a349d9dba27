import type { When } from '#core/time.ts';
import type { Flag } from '#core/flags/flag.ts';
import type {
  AcknowledgementLevel, DecisionKind, GateKind, PersonKind, ServiceExposure, Severity, StepState, TeamKind, Urgency,
} from '#core/record/entities.ts';
import type { Lack, Readiness } from '#core/picture/readiness.ts';
import type { LimitTest, NearLimit } from '#core/authority/limit-test.ts';
import type { RiskSize } from '#core/exposure/risk-size.ts';
import type { AuthorityLimits, ReducedPart } from '#core/record/entities.ts';
import type { CommonCauseRow } from '#core/picture/common-cause-row.ts';
import type { FindingReachRow } from '#core/picture/finding-reach-row.ts';
import type { LossRow } from '#core/picture/loss-row.ts';
import type { MeasuredRow } from '#core/picture/measured.ts';
import type { PackRow } from '#core/picture/pack-row.ts';
import type { LossTolerance } from '#core/record/loss-tolerance.ts';
import type { HarmRange, ProcessShare } from '#core/record/stated-size.ts';

/**
 * Everything the brief and every page down to a risk is drawn from, in one answer. `null` means the
 * record does not say. Roll-ups are not in it: they are computed from these rows, here and in the
 * browser, by the same functions, so a tile and the list behind it cannot differ.
 */
export interface Picture {
  asOf: When;
  against: When;
  organisation: string;
  /** True when the record is the sample company that ships with the product. */
  sample: boolean;
  recordVersion: number;
  newestRecordedAt: When | null;
  policyVersion: string;
  /** When that version was put on the record; `null` for the product defaults. */
  policyRecordedAt: When | null;
  currency: string;
  coverage: Coverage;
  /** Depth-first, so that the rows from a team's index to its `end` are that team and all below it. */
  teams: readonly TeamRow[];
  processes: readonly ProcessRow[];
  persons: readonly PersonRow[];
  services: readonly ServiceRow[];
  /** Risks open at the end of `asOf`. */
  risks: readonly RiskRow[];
  /** The same at the end of `against`, as known then. */
  previousRisks: readonly PreviousRiskRow[];
  /** Risks open at `against` and closed by `asOf`. */
  closedRiskIds: readonly string[];
  /** Closed at `against` and open at `asOf`, absent = none; and the policy of `against`, absent = the one of `asOf`. */
  reopenedRiskIds?: readonly string[] | undefined;
  previousPolicyVersion?: string | undefined;
  findingCells: readonly FindingCellRow[];
  previousFindingCells: readonly FindingCellRow[];
  /** Flags about a team, a process, a pack or the organisation. */
  otherFlags: readonly Flag[];
  /** Authority grants on the record, those that no longer count included. */
  grants: readonly GrantRow[];
  packs: readonly PackRow[];
  /** Risks closed since the earliest thing the picture looks back to. Absent = none. */
  closedRisks?: readonly ClosedRiskRow[];
  /** Named events that hit several risks at once. Absent = none is on the record, as for the two below. */
  commonCauses?: readonly CommonCauseRow[];
  /** What events of risks did cost, closed risks included; newest first. */
  losses?: readonly LossRow[];
  /** The loss of a year the governing body accepts. */
  tolerance?: LossTolerance;
  /** Open findings by how they reach risks. Absent = a picture drawn before they were counted. */
  findingReach?: FindingReachRow;
}

/** What could be done about a risk. */
export interface OptionRow {
  id: string;
  label: string;
  costPerYear: number;
  /** 90% range of the fraction taken off, 0 to 1. */
  reductionLow: number;
  reductionHigh: number;
  reduces: ReducedPart;
  /** Where it is not the currency of the record. */
  currency?: string;
  ownerId: string | null;
}

/** How much of the organisation the record covers; shown above any flag. Each is `with` of `total`. */
export interface Coverage {
  servicesWithTeam: Share;
  servicesWithProcess: Share;
  servicesWithFindings: Share;
  teamsWithLead: Share;
  risksWithRange: Share;
  risksWithOwner: Share;
  peopleWithManager: Share;
}
export interface Share { with: number; total: number }

export interface TeamRow {
  id: string;
  name: string;
  kind: TeamKind;
  leadId: string | null;
  parentId: string | null;
  depth: number;
  /** Index after the last team of the subtree. */
  end: number;
}
export interface StageRow {
  id: string;
  name: string;
  gate: GateKind;
  gateOwnerId: string | null;
}
export interface ProcessRow {
  id: string;
  name: string;
  stages: readonly StageRow[];
}
export interface PersonRow {
  id: string;
  name: string;
  title: string | null;
  kind: PersonKind;
  teamId: string | null;
  managerId: string | null;
  inPost: boolean;
}
export interface ServiceRow {
  id: string;
  name: string;
  teamId: string | null;
  processId: string | null;
  exposure: ServiceExposure;
  repository: string | null;
  dependsOn: readonly string[];
}
export interface FindingCellRow {
  serviceId: string;
  stageId: string | null;
  severity: Severity;
  count: number;
}
/** What a look back needs of a risk that is closed by now: what was known of it and decided about it. */
export interface ClosedRiskRow {
  id: string;
  label: string;
  ownerId: string | null;
  openedAt: When;
  closedAt: When;
  decisionNeededBy: When;
  expectedAnnualLoss: number | null;
  firstKnownAt: When | null;
  /** Who held it first; `null` = the record has no one. */
  firstKnownBy: Pick<KnowledgeRow, 'kind' | 'id'> | null;
  decisions: readonly DecisionRow[];
  escalations: readonly EscalationRow[];
}

/** One authority grant in words; what it lets somebody decide about one risk is a `CandidateRow`. */
export interface GrantRow {
  id: string;
  granteeId: string;
  /** `null` = the governing body. */
  grantorId: string | null;
  /** Highest high end of one loss; `null` = no limit stated. */
  limit: number | null;
  from: When | null;
  to: When | null;
  live: boolean;
  /** `null` = the record does not say. */
  delegable: boolean | null;
  /** Who gave it and from whom they hold it, nearest first, as far as the record shows; empty = the governing body itself. */
  chain: readonly string[];
  /** What it covers. */
  scope: string;
  /** Why it does or does not count on the day, and whether it goes back to the governing body. */
  standing: string;
  /** Limits on the year, where the grant states any. */
  limits?: AuthorityLimits;
}

export interface Money {
  low: number;
  high: number;
  rateLow: number | null;
  rateHigh: number | null;
  /** One loss is never above this. */
  max?: number;
  /** Where it is not the currency of the record. */
  currency?: string;
  /** The range of one loss may be off by this factor, at 90%. */
  offByFactor?: number;
}

export interface RiskRow {
  id: string;
  label: string;
  category: string | null;
  serviceIds: readonly string[];
  findingIds: readonly string[];
  /** The team owning every service; of several teams the lowest they share; `null` when none is recorded. */
  owningTeamId: string | null;
  /** The process of every service; `null` when none is recorded or the services ship by different ones. */
  processId: string | null;
  /** True when the services ship by different processes. */
  severalProcesses: boolean;
  /** Who shipped it: from the linked findings and releases. `null` when no origin is recorded. */
  shippedBy: { teamId: string; version: string | null; at: When | null; stageId: string | null } | null;
  openedAt: When;
  ageDays: number;
  dueAt: When | null;
  reviewAt: When | null;
  decisionNeededBy: When;
  urgency: Urgency;
  clockDays: number;
  /** One loss, and events a year, 5th to 95th percentile. `null` = no range on the record. */
  exposure: Money | null;
  /** Closed form, in the record's currency; `null` without both ranges. Never zero for "unknown". */
  expectedAnnualLoss: number | null;
  /** Where the range comes from; `null` = no range. */
  estimate: EstimateRow | null;
  /** Why the risk is not, or not wholly, in money. Absent where it is: see `sizeOfRow`. */
  size?: Exclude<RiskSize, { kind: 'quantified' }>;
  /** What is at stake in units that are not money. */
  harms?: readonly HarmRange[];
  /** Parts of the risk by release process, adding up to 1. */
  processShares?: readonly ProcessShare[];
  options?: readonly OptionRow[];
  ownerId: string | null;
  readiness: Readiness;
  lack: Lack;
  authority: AuthorityRow;
  information: InformationRow;
  /** The lowest person who can decide, or why nobody can. */
  lowest: LowestRow;
  /** Who could decide: the manager line from the work upward, then holders of a covering grant off the line. */
  candidates: readonly CandidateRow[];
  /** At most four lines, ordered and quieted; the rest behind "more conditions". */
  flags: readonly Flag[];
  moreFlags: readonly Flag[];
  /** Newest first. */
  evidence: readonly EvidenceRow[];
  knowledge: readonly KnowledgeRow[];
  /** First day anybody inside knew a material piece. */
  firstKnownAt: When | null;
  /** Day the decision owner first saw a material piece in detail or summary. */
  ownerKnewAt: When | null;
  /** Days from `firstKnownAt` to `ownerKnewAt`, or to `asOf` while it still runs. */
  lagDays: number | null;
  lagRunning: boolean;
  decisions: readonly DecisionRow[];
  escalations: readonly EscalationRow[];
  steps: readonly StepRow[];
  /** Absent = nobody measured it. */
  measured?: MeasuredRow;
  /** Open findings that reach it without being named by it. Absent = none do. */
  reached?: { byRule: number; derived: number };
  /** Asked to become the decision owner, and not accepted yet. Absent = nobody is asked. */
  proposedOwner?: { personId: string; at: When | null };
  /** Set where it stands for the open findings of one service and weakness family. */
  derivedFrom?: { serviceId: string; family: string; familyName: string };
}

/** Who stated the range, when, how, on what, and until when it holds. Absent = not recorded. */
export interface EstimateRow {
  method: string | null;
  estimatedBy: string | null;
  at: When | null;
  calibrated?: boolean;
  evidenceIds?: readonly string[];
  validUntil?: When;
}

/** One test of a limit of the owner's grant, with its sentence. */
export interface LimitTestRow extends LimitTest {
  sentence: string;
}

export interface AuthorityRow {
  /** Tests of the limits on the year that the owner's grant states. Absent = it states none. */
  tests?: readonly LimitTestRow[];
  /** Within the limit, and not by far. */
  near?: NearLimit & { sentence: string };
  state: 'has' | 'lacks' | 'cannot-tell' | 'nobody-named';
  /** Limit of the owner's best covering grant; `null` = no limit stated or no grant. */
  limit: number | null;
  sentence: string;
}
export interface InformationRow {
  state: 'has' | 'lacks' | 'cannot-tell' | 'nobody-named';
  /** Material pieces the deciding person has not seen in detail. */
  unseen: number;
  material: number;
  /** Whose information this is: the owner, else the lowest person with authority. */
  personId: string | null;
  sentence: string;
}
export interface LowestRow {
  personId: string | null;
  sentence: string;
  briefUp: { personId: string; pieces: number; minutes: number; sentence: string } | null;
  /** Why there is no grant down, where there is a brief up. */
  noGrantDown?: string | undefined;
  grantDown: { personId: string; grantorId: string; atLeast: number; until: When; sentence: string } | null;
}
export interface CandidateRow {
  personId: string;
  /** Steps up the manager line from where the work is; `null` = off the line, by grant. */
  hops: number | null;
  /** Highest high end this person may decide here; `null` with `unlimited` false = no authority here. */
  limit: number | null;
  unlimited: boolean;
  canDecide: boolean;
  /** Cannot tell is not lacks: the record points at something it does not hold. */
  state: 'has' | 'lacks' | 'cannot-tell';
  unseen: number;
  /** Evidence that has not reached them in detail: what a brief to them holds. */
  unseenIds: readonly string[];
  why: string;
}
export interface EvidenceRow {
  id: string;
  label: string;
  kind: string;
  at: When;
  recordedAt: When | null;
  teamId: string | null;
  material: boolean;
  /** Attached to another risk and known to bear on this one. */
  elsewhere: boolean;
  negative: boolean | null;
  coverage: number | null;
  seenByOwnerAt: When | null;
  /** Whom it has reached in detail, and the first day. Absent = nobody. */
  readers?: readonly ReaderRow[];
  basis: string | null;
  facts: readonly string[];
}
export interface ReaderRow { personId: string; at: When }
export interface KnowledgeRow {
  kind: 'person' | 'team';
  id: string;
  evidenceId: string;
  at: When;
  how: 'produced' | 'known-by' | 'broadcast' | AcknowledgementLevel;
  /** A broadcast proves sending; it never counts as knowing. */
  counts: boolean;
}
export interface DecisionRow {
  id: string;
  kind: DecisionKind;
  byId: string | null;
  at: When;
  expiresAt: When | null;
  inForce: boolean;
  rationale: string | null;
  conditions: readonly string[];
  /** True where the record infers it and nobody recorded a choice. */
  implicit?: true;
}
export interface EscalationRow {
  id: string;
  byId: string | null;
  toId: string | null;
  at: When;
  newDate: When | null;
}
export interface StepRow {
  id: string;
  label: string;
  order: number | null;
  state: StepState;
  ownerId: string | null;
  testedAt: When | null;
  /** True where the path takes for granted that the attacker holds it. Absent = not assumed. */
  assumed?: true;
}

/** What `what changed` needs of a risk at the earlier date. */
export interface PreviousRiskRow {
  /** Of the range then. */ estimateMethod?: string | undefined;
  id: string;
  label: string;
  owningTeamId: string | null;
  processId: string | null;
  severalProcesses: boolean;
  ownerId: string | null;
  readiness: Readiness;
  expectedAnnualLoss: number | null;
}
