import type {
  AcknowledgementLevel, DecisionKind, Evidence, ExposureRange, RecordedEvent, StepState,
} from '#core/record/entities.ts';

/** A day as ISO text. */
export type Day = string;

/** One range of one loss and of events a year, and the day it entered the register. */
export interface RangeSpec extends ExposureRange {
  since: Day;
}

/** A person named as decision owner from a day on; nobody where the register leaves the cell empty. */
export interface OwnerSpec {
  since: Day;
  personId: string | undefined;
}

/** A piece of evidence, before it has an id. `recordedAt` is the day of the piece unless given. */
export interface EvidenceSpec extends Omit<Evidence, 'id' | 'riskId' | 'relatesTo' | 'answers'> {
  recordedAt?: Day;
  /** Keys of other risks this piece bears on. */
  bearsOn?: readonly string[];
  /** Who saw it, when, and how closely. */
  seen?: readonly { personId: string; at: Day; level: AcknowledgementLevel; question?: string }[];
  /** To whom it was sent, when and how. */
  sent?: { at: Day; byId: string; toIds: readonly string[]; form: string };
}

export interface DecisionSpec {
  kind: DecisionKind;
  byId: string | undefined;
  at: Day;
  expiresAt?: Day;
  rationale?: string;
  trigger?: string;
  conditions?: readonly { text: string; brokenAt?: Day }[];
  underGrantId?: string;
  implementedAt?: Day;
  documentedOwnerId?: string;
  recordedAt?: Day;
}

export interface StepSpec {
  label: string;
  state: StepState;
  assumed?: boolean;
  ownerId?: string;
  testedAt?: Day;
}

/** What a scanner sees of a risk, and what somebody wrote down about it. */
export interface FindSpec {
  serviceId: string;
  ruleId: string;
  exploited?: boolean;
  automatable?: boolean;
  introducedStageId?: string;
  escapedStageId?: string;
  /** Where people came upon it, if not where the scanner looks. */
  foundStageId?: string;
}

/** Everything the sample says about one risk. */
export interface RiskSpec {
  id: string;
  /** A name the maker uses to tie files together; only story risks have one. */
  key: string | undefined;
  label: string;
  serviceIds: readonly string[];
  category: string;
  defectClass: string | undefined;
  /** The class goes on the risk itself, so that the same defect elsewhere can be told. */
  classOnRisk: boolean;
  openedAt: Day;
  closedAt: Day | undefined;
  owners: readonly OwnerSpec[];
  ranges: readonly RangeSpec[];
  dueAt: Day | undefined;
  reviewAt: Day | undefined;
  decisionNeededBy: Day | undefined;
  deciderIds: readonly string[];
  approverIds: readonly string[];
  decisionKind: DecisionKind | undefined;
  evidence: readonly EvidenceSpec[];
  decisions: readonly DecisionSpec[];
  escalations: readonly { at: Day; byId: string; toId: string; newDate?: Day }[];
  events: readonly Omit<RecordedEvent, 'id' | 'riskId'>[];
  steps: readonly StepSpec[];
  /** Findings behind it; where there are none, a weakness that a scanner knows stands for one to three. */
  finds: readonly FindSpec[];
}

/** The last day of the sample: the Friday on which the board meets. */
export const TODAY: Day = '2026-11-20';

/** Days on which the register is exported. */
export const registerExports: readonly Day[] = [
  '2025-11-28', '2025-12-31', '2026-01-30', '2026-02-27', '2026-03-31', '2026-04-30', '2026-05-29', '2026-06-30',
  '2026-07-31', '2026-08-31', '2026-09-30', '2026-10-30', TODAY,
];

/** What holds on a day: the last item that had begun. */
export function heldOn<T extends { since: Day }>(items: readonly T[], day: Day): T | undefined {
  return items.filter((item) => item.since <= day).at(-1);
}
