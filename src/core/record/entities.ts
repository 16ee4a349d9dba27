import type { When } from '#core/time.ts';
import type { TolerancePoint } from '#core/record/loss-tolerance.ts';
import type { CompleteScan, FirstScan } from '#core/record/scan-evidence.ts';
import type { FindingGroup } from '#core/record/mapping.ts';
import type { HarmRange, ProcessShare, StatedSize } from '#core/record/stated-size.ts';

/**
 * The entities of the record. Field names are those of the `whose-call/1` workspace format.
 * An absent field means "the record does not say"; it never means no, none or zero.
 */

export const teamKinds = ['engineering', 'platform', 'business', 'security', 'assurance', 'governing'] as const;
export type TeamKind = (typeof teamKinds)[number];

export const personKinds = ['person', 'role', 'group', 'mailbox'] as const;
export type PersonKind = (typeof personKinds)[number];

export const serviceExposures = ['internet', 'partner', 'internal', 'unknown'] as const;
export type ServiceExposure = (typeof serviceExposures)[number];

export const gateKinds = ['blocking', 'advisory', 'none'] as const;
export type GateKind = (typeof gateKinds)[number];

export const severities = ['critical', 'high', 'medium', 'low', 'info', 'unknown'] as const;
export type Severity = (typeof severities)[number];

export const urgencies = ['U3', 'U14', 'U60', 'U180'] as const;
export type Urgency = (typeof urgencies)[number];

export const acknowledgementLevels = ['detail', 'summary', 'colour', 'broadcast', 'attested'] as const;
export type AcknowledgementLevel = (typeof acknowledgementLevels)[number];

export const decisionKinds = ['accept', 'mitigate', 'transfer', 'avoid', 'stop', 'defer', 'pass-up'] as const;
export type DecisionKind = (typeof decisionKinds)[number];

export const stepStates = ['open', 'unknown', 'detected', 'blocked'] as const;
export type StepState = (typeof stepStates)[number];

export const eventTypes = ['decision', 'incidentCall', 'remediation', 'escalationReceived', 'presented'] as const;
export type EventType = (typeof eventTypes)[number];

export const fixKinds = ['fix', 'shield'] as const;
export type FixKind = (typeof fixKinds)[number];

/** What every entry may carry beside its own fields. */
export interface Annotated {
  id: string;
  label?: string | undefined;
  facts?: readonly string[] | undefined;
}

export interface Team extends Annotated {
  name?: string | undefined;
  kind: TeamKind;
  leadId?: string | undefined;
  parentId?: string | undefined;
  from?: When | undefined;
  to?: When | undefined;
}

export interface Person extends Annotated {
  name?: string | undefined;
  title?: string | undefined;
  kind: PersonKind;
  teamId?: string | undefined;
  managerId?: string | undefined;
  holderId?: string | undefined;
  from?: When | undefined;
  to?: When | undefined;
}

export interface Service extends Annotated {
  name?: string | undefined;
  /** The owning team: fixes it and is on the call. A later version of the entry is a dated change of hands. */
  teamId?: string | undefined;
  exposure: ServiceExposure;
  processId?: string | undefined;
  dependsOn?: readonly string[] | undefined;
  /**
   * Where the source lives, as `host/owner/name`, or `host/owner/name/folder` for a part of a shared repository;
   * connects scans, OWNERS files and catalogs.
   */
  repository?: string | undefined;
  /** The further repositories of a service that is built from several, in the same form. */
  otherRepositories?: readonly string[] | undefined;
  dataClasses?: readonly string[] | undefined;
}

export interface Stage {
  id: string;
  name?: string | undefined;
  gate: GateKind;
  gateOwnerId?: string | undefined;
}

export interface ReleaseProcess extends Annotated {
  name?: string | undefined;
  owningTeamId?: string | undefined;
  stages: readonly Stage[];
}

export interface Release extends Annotated {
  serviceId: string;
  at: When;
  version?: string | undefined;
  shippedByTeamId?: string | undefined;
  processId?: string | undefined;
  /** Other names of what was shipped, beside the version: commits, digests, tags. A scan that names one of them is a scan of this release. */
  builds?: readonly string[] | undefined;
  /** Complete scans of this release: what such a scan does not list, its tool did not find in it. */
  completeScans?: readonly CompleteScan[] | undefined;
}

/** `'*'` in `services` or `teams` covers all of them. An absent list does not narrow. */
export interface GrantScope {
  services?: readonly string[] | undefined;
  teams?: readonly string[] | undefined;
  kinds?: readonly string[] | undefined;
}

/**
 * Limits on the distribution of a year, in the record's currency, before insurance. Each is tested on the risk, on
 * everything the holder owns and on each common cause; within means within every one. Absent = that test is not set.
 */
export interface AuthorityLimits {
  expectedAnnualLoss?: number | undefined;
  points?: readonly TolerancePoint[] | undefined;
  /** Highest high end of one loss, however rare. */
  singleEvent?: number | undefined;
  /** True where risks without a range in money may be decided under this grant. */
  unquantified?: boolean | undefined;
  /** Highest high end of one event in a unit that is not money; nothing is converted. */
  harms?: readonly { unit: string; atMost: number }[] | undefined;
}

export const ROOT = 'ROOT';

export interface AuthorityGrant extends Annotated {
  granteeId: string;
  /** True where the grantee is an alias for several people. While the record does not hold it, who they are cannot be told. */
  toAlias?: boolean | undefined;
  /** A person's id or `ROOT`, the governing body. */
  grantorId: string;
  from?: When | undefined;
  to?: When | undefined;
  revokedAt?: When | undefined;
  /** `null` = offered and not accepted. Absent = acceptance is not recorded apart from the grant. */
  acceptedAt?: When | null | undefined;
  delegable?: boolean | undefined;
  /** Highest high end of one loss that may be decided, in the record's currency. Absent = no limit stated. */
  maxExposure?: number | undefined;
  maxDurationDays?: number | undefined;
  limits?: AuthorityLimits | undefined;
  scope?: GrantScope | undefined;
  intent?: string | undefined;
}

/** 5th to 95th percentile of ONE loss, and of events a year. */
export interface ExposureRange {
  low: number;
  high: number;
  rateLow?: number | undefined;
  rateHigh?: number | undefined;
  currency?: string | undefined;
  method?: string | undefined;
  estimatedBy?: string | undefined;
  asOf?: When | undefined;
  /** One loss is never above this. Absent = no cap is stated. */
  max?: number | undefined;
  /** Whether the estimator was trained and scored on ranges. Absent = not recorded. */
  calibrated?: boolean | undefined;
  evidenceIds?: readonly string[] | undefined;
  validUntil?: When | undefined;
  /** The whole range of one loss may be off by up to this factor either way, at 90%; at least 1. */
  offByFactor?: number | undefined;
}

export interface Risk extends Annotated {
  serviceIds: readonly string[];
  findingIds?: readonly string[] | undefined;
  /** The decision owner. */
  ownerId?: string | undefined;
  ownerSince?: When | undefined;
  /** Asked to become the decision owner and not accepted yet: a proposal gives no authority and is nobody's call. */
  proposedOwnerId?: string | undefined;
  proposedAt?: When | undefined;
  /** Set where it stands for every open finding of one service and weakness family that no other risk holds. */
  derivedFrom?: FindingGroup | undefined;
  openedAt: When;
  closedAt?: When | undefined;
  dueAt?: When | undefined;
  reviewAt?: When | undefined;
  decisionNeededBy?: When | undefined;
  exposure?: ExposureRange | undefined;
  statedSize?: StatedSize | undefined;
  harms?: readonly HarmRange[] | undefined;
  processShares?: readonly ProcessShare[] | undefined;
  urgency?: Urgency | undefined;
  deciderIds?: readonly string[] | undefined;
  approverIds?: readonly string[] | undefined;
  inputIds?: readonly string[] | undefined;
  decisionKind?: DecisionKind | undefined;
  category?: string | undefined;
  defectClass?: string | undefined;
}

export interface Finding extends Annotated {
  serviceId: string;
  at: When;
  severity: Severity;
  title?: string | undefined;
  source?: string | undefined;
  externalId?: string | undefined;
  /** Other names of the same vulnerability, such as the GHSA of a CVE. */
  aliases?: readonly string[] | undefined;
  severityWord?: string | undefined;
  score?: number | undefined;
  location?: string | undefined;
  /** Last line of the code it is about, where the location names the first. */
  endLine?: number | undefined;
  component?: string | undefined;
  /** What the scan that found it covered, as the scan says: an image, a project. A later complete scan of it may end the finding. */
  scanScope?: string | undefined;
  exploited?: boolean | undefined;
  automatable?: boolean | undefined;
  totalControl?: boolean | undefined;
  introducedByTeamId?: string | undefined;
  introducedReleaseId?: string | undefined;
  introducedStageId?: string | undefined;
  escapedStageId?: string | undefined;
  foundStageId?: string | undefined;
  fixedAt?: When | undefined;
  fixedByTeamId?: string | undefined;
  /** The first release whose complete scan no longer holds it. */
  fixedReleaseId?: string | undefined;
  fixKind?: FixKind | undefined;
  external?: boolean | undefined;
  defectClass?: string | undefined;
  /** How its origin is known: from a scan tied to a release. Absent = somebody or the source states it. */
  originMethod?: 'scan' | undefined;
  /** The earliest scans that hold it, as far as they say what they scanned and where. */
  firstScan?: FirstScan | undefined;
  /** When the vulnerability became public, as the source says. */
  publishedAt?: When | undefined;
  /**
   * True where it became public after the release that brought it had shipped: it was not shipped vulnerable. False where it
   * was public by then. Absent = cannot be told.
   */
  afterShipping?: boolean | undefined;
}

export interface Evidence extends Annotated {
  riskId: string;
  at: When;
  /** scan, metric, attestation, statement, assessment, audit, test, advisory, incident. Open: another kind is kept and measures nothing. */
  kind: string;
  teamId?: string | undefined;
  knownBy?: readonly string[] | undefined;
  level?: 'detail' | 'summary' | 'colour' | undefined;
  /** Absent counts as material. `false` = a routine measurement that needs no new acknowledgement. */
  material?: boolean | undefined;
  negative?: boolean | undefined;
  /** Share of the estate a measurement covered, 0 to 1. Absent = unknown. */
  coverage?: number | undefined;
  relatesTo?: readonly string[] | undefined;
  answers?: readonly string[] | undefined;
  supersededAt?: When | undefined;
  defectClass?: string | undefined;
  componentId?: string | undefined;
  releaseId?: string | undefined;
}

export interface Acknowledgement extends Annotated {
  evidenceId: string;
  personId: string;
  at: When;
  level: AcknowledgementLevel;
  question?: string | undefined;
}

export interface Briefing extends Annotated {
  evidenceIds: readonly string[];
  byId?: string | undefined;
  toIds: readonly string[];
  at: When;
  form?: string | undefined;
}

export interface DecisionCondition {
  text: string;
  brokenAt?: When | undefined;
}

export interface Decision extends Annotated {
  riskId: string;
  kind: DecisionKind;
  /** Absent = the source carried a decision and not its maker. */
  byId?: string | undefined;
  at: When;
  underGrantId?: string | undefined;
  expiresAt?: When | undefined;
  exposureAtDecision?: ExposureRange | undefined;
  rationale?: string | undefined;
  conditions?: readonly DecisionCondition[] | undefined;
  trigger?: string | undefined;
  implementedAt?: When | undefined;
  documentedOwnerId?: string | undefined;
  supersedesId?: string | undefined;
  implicit?: boolean | undefined;
  /** What the decision is about when a scanner file carried it. */
  findingId?: string | undefined;
}

export interface Escalation extends Annotated {
  riskId: string;
  byId?: string | undefined;
  toId?: string | undefined;
  at: When;
  newDate?: When | undefined;
  answeredAt?: When | undefined;
}

export interface AttackStep extends Annotated {
  riskId?: string | undefined;
  pathId?: string | undefined;
  order?: number | undefined;
  from?: string | undefined;
  to?: string | undefined;
  assumed?: boolean | undefined;
  state: StepState;
  ownerId?: string | undefined;
  testedAt?: When | undefined;
}

export interface Pack extends Annotated {
  at: When;
  cutoff?: When | undefined;
  presenterId?: string | undefined;
  riskIds: readonly string[];
  evidenceIds: readonly string[];
  whyNot?: readonly { evidenceId: string; line: string }[] | undefined;
  /** Of what was sealed, in hexadecimal. Absent = the pack was made elsewhere and is not sealed. */
  sha256?: string | undefined;
}

export interface RecordedEvent extends Annotated {
  riskId?: string | undefined;
  type: EventType;
  personId: string;
  at: When;
}

/** A named event that hits several risks at once, such as one identity provider. Its rate is part of the rate of each. */
export interface CommonCause extends Annotated {
  /** Events a year: either this or both ends of the 90% range. */
  rate?: number | undefined;
  rateLow?: number | undefined;
  rateHigh?: number | undefined;
  riskIds: readonly string[];
  ownerId?: string | undefined;
}

export const reducedParts = ['rate', 'size'] as const;
export type ReducedPart = (typeof reducedParts)[number];

/** What could be done about a risk: what it costs a year, and the 90% range of the fraction it takes off. */
export interface TreatmentOption extends Annotated {
  riskId: string;
  costPerYear: number;
  reductionLow: number;
  reductionHigh: number;
  /** Fewer events or smaller losses; both cut the average year alike and bad years not. */
  reduces: ReducedPart;
  currency?: string | undefined;
  ownerId?: string | undefined;
}

/** What one event of a risk did cost. */
export interface RecordedLoss extends Annotated {
  riskId: string;
  at: When;
  amount: number;
  currency?: string | undefined;
}
