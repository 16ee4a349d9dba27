import type { AuthorityLimits, ExposureRange, TreatmentOption } from '#core/record/entities.ts';
import type { PolicyScales } from '#core/record/policy.ts';
import type { LossTolerance } from '#core/record/loss-tolerance.ts';
import type { HarmRange, ProcessShare, StatedSize } from '#core/record/stated-size.ts';
import type { WorkspaceEntry } from '#core/record/workspace.ts';
import type { Day } from '#mocks/halden-maker/risks/risk.ts';

/** Who stated the range that stands in the register, and how well; by the label of the risk. */
export interface EstimateSpec extends Pick<ExposureRange, 'method' | 'estimatedBy' | 'asOf' | 'max' | 'calibrated' | 'validUntil' | 'offByFactor'> {
  label: string;
  /** Numbers of the pieces of evidence the range rests on. */
  on?: readonly number[];
}

/** The first day on which authors of ranges were written down, and the second. */
export const FIRST_ESTIMATES: Day = '2026-09-30';

const workshop = 'Two questions, in a workshop';

export const firstEstimates: readonly EstimateSpec[] = [
  { label: 'Refund API accepts unlimited retries', method: workshop, estimatedBy: 'ana.ruiz', asOf: '2026-09-15', calibrated: false, validUntil: '2027-03-15' },
  { label: 'Warehouse query cost can be run up by anybody', method: workshop, estimatedBy: 'diego.fuentes', asOf: '2026-05-16', calibrated: true, validUntil: '2027-05-16' },
];

export const lastEstimates: readonly EstimateSpec[] = [
  { label: 'One release signing key is shared by every product', method: workshop, estimatedBy: 'javier.castellanos', asOf: '2026-08-31', calibrated: true, validUntil: '2027-02-28', on: [1, 2], max: 60_000_000 },
  { label: 'Legacy single sign-on can be bypassed from outside', method: workshop, estimatedBy: 'elif.aydin', asOf: '2026-04-30', calibrated: false, validUntil: '2026-10-31', on: [1, 2] },
  { label: 'Refund API accepts unlimited retries', method: 'Two questions, after the night of 9 October', estimatedBy: 'ravi.menon', asOf: '2026-10-20', calibrated: true, validUntil: '2027-04-20', on: [2, 3] },
  { label: 'Settlement file can be replaced before it is signed', method: workshop, estimatedBy: 'ravi.menon', asOf: '2026-10-06', calibrated: true, validUntil: '2027-04-06' },
  { label: 'Build cache is writable by pull requests', method: workshop, estimatedBy: 'noor.rahman', asOf: '2026-01-30', calibrated: false, validUntil: '2027-01-30', offByFactor: 2 },
  { label: 'Token replay in customer sign-in', method: workshop, estimatedBy: 'tunde.abara', asOf: '2026-06-08', calibrated: true, validUntil: '2026-12-08' },
  { label: 'Push notifications can be sent by a former vendor', method: workshop, estimatedBy: 'luca.ferrari', asOf: '2026-08-14', calibrated: false, validUntil: '2027-02-14', offByFactor: 2 },
  { label: 'Customer 360 join reveals a removed customer', method: workshop, estimatedBy: 'diego.fuentes', asOf: '2026-11-06', calibrated: true, validUntil: '2027-05-06' },
  { label: 'Warehouse query cost can be run up by anybody', method: workshop, estimatedBy: 'diego.fuentes', asOf: '2026-05-16', calibrated: true, validUntil: '2027-05-16' },
];

/** What departments wrote where the register asks for a range; by the label of the risk. */
export const statedSizes: Readonly<Record<string, StatedSize>> = {
  'Ledger reports can be edited after sign-off': { likelihoodWord: 'Seldom', lossWord: 'Grave' },
  'Chargeback feed parser runs with full rights': { likelihoodWord: 'Most years', lossWord: 'Noticeable' },
  'Stream processor drops records when it is behind': { likelihoodWord: 'Probable', lossWord: 'Major' },
  'Print vendor asks for a new data feed': { probability: 0.2, impact: 300_000, currency: 'USD' },
  'Usage metrics are sold without a contract clause': {
    pertLoss: { min: 20_000, mostLikely: 60_000, max: 400_000 }, pertRate: { min: 0.05, mostLikely: 0.2, max: 1 }, currency: 'USD',
  },
};

export const harms: Readonly<Record<string, readonly HarmRange[]>> = {
  'Payments core takes days to rebuild after ransomware': [{ unit: 'merchants without a payout', low: 2000, high: 41_000, rateLow: 0.05, rateHigh: 0.3 }],
  'Staff directory copies are mailed to vendors': [{ unit: 'people whose records are exposed', low: 300, high: 2600 }],
};

export const processShares: Readonly<Record<string, readonly ProcessShare[]>> = {
  'Payments core takes days to rebuild after ransomware': [{ processId: 'service-train', share: 0.7 }, { processId: 'infrastructure', share: 0.3 }],
};

/** What the words of the register mean since the board approved them. */
export const scales: PolicyScales = {
  likelihood: [{ word: 'Seldom', low: 0.01, high: 0.1 }, { word: 'Now and then', low: 0.1, high: 0.4 }, { word: 'Most years', low: 0.4, high: 1.5 }],
  loss: [{ word: 'Noticeable', low: 50_000, high: 250_000 }, { word: 'Serious', low: 250_000, high: 1_000_000 }, { word: 'Grave', low: 1_000_000, high: 6_000_000 }],
  approvedBy: 'ingrid.solheim',
  approvedAt: '2025-11-18',
};

export const tolerance: LossTolerance = {
  points: [{ above: 25_000_000, atMost: 0.2 }, { above: 50_000_000, atMost: 0.05 }, { above: 100_000_000, atMost: 0.01 }],
  setBy: 'ingrid.solheim',
  setAt: '2025-11-18',
  source: 'Minutes of the board risk committee, 18 November 2025',
};

/** Grants that got limits on the year in October, by id. */
export const LIMITS_DAY: Day = '2026-10-16';

export const yearLimits: Readonly<Record<string, AuthorityLimits>> = {
  'G-025': { expectedAnnualLoss: 100_000, points: [{ above: 250_000, atMost: 0.2 }, { above: 1_000_000, atMost: 0.02 }], singleEvent: 400_000 },
  'G-026': { expectedAnnualLoss: 130_000, points: [{ above: 1_000_000, atMost: 0.03 }], singleEvent: 750_000, unquantified: true },
};

/** A common cause by the labels of the risks it hits. */
export interface CauseSpec extends Omit<WorkspaceEntry<'commonCauses'>, 'riskIds'> {
  hits: readonly string[];
}

export const commonCauses: readonly CauseSpec[] = [
  {
    id: 'CC-1', label: 'The build system is taken over', rateLow: 0.01, rateHigh: 0.08, ownerId: 'javier.castellanos',
    hits: ['One release signing key is shared by every product', 'Build cache is writable by pull requests', 'Deploy controller has rights over every cluster', 'Build runners can reach the production network'],
  },
  {
    id: 'CC-2', label: 'The identity provider fails', rate: 0.03, ownerId: 'tunde.abara',
    hits: ['Token replay in customer sign-in', 'Session store can be emptied by any pod', 'Sign-in help lets an agent change the mail address', 'Legacy single sign-on can be bypassed from outside'],
  },
  {
    id: 'CC-3', label: 'The warehouse is opened to the outside', rate: 0.04, ownerId: 'mei-ling.tan',
    hits: ['Customer 360 join reveals a removed customer', 'Customer 360 answers questions about staff', 'Warehouse query cost can be run up by anybody'],
  },
];

/** What could be done about a risk, by its label. */
export interface OptionSpec extends Omit<TreatmentOption, 'id' | 'riskId'> {
  about: string;
}

export const options: readonly OptionSpec[] = [
  { about: 'One release signing key is shared by every product', label: 'One key for each product, kept in the hosted module', costPerYear: 900_000, reductionLow: 0.5, reductionHigh: 0.9, reduces: 'size', ownerId: 'javier.castellanos' },
  { about: 'Legacy single sign-on can be bypassed from outside', label: 'Move the nine finance tools off it by March', costPerYear: 1_200_000, reductionLow: 0.7, reductionHigh: 1, reduces: 'rate', ownerId: 'elif.aydin' },
  { about: 'Build cache is writable by pull requests', label: 'A cache of its own for every branch', costPerYear: 750_000, reductionLow: 0.4, reductionHigh: 0.8, reduces: 'rate', ownerId: 'grace.kim' },
  { about: 'Settlement file can be replaced before it is signed', label: 'Sign each settlement file where it is made', costPerYear: 350_000, reductionLow: 0.35, reductionHigh: 0.75, reduces: 'rate', ownerId: 'kenji.watanabe' },
  { about: 'Card network gateway token has not been changed since 2023', label: 'A broker that changes the token every day', costPerYear: 330_000, reductionLow: 0.4, reductionHigh: 0.7, reduces: 'rate', ownerId: 'ravi.menon' },
  { about: 'Refund API accepts unlimited retries', label: 'A limit on refund calls of one merchant', costPerYear: 120_000, reductionLow: 0.6, reductionHigh: 0.9, reduces: 'size', ownerId: 'farah.siddiqui' },
  { about: 'Token replay in customer sign-in', label: 'Tokens tied to the device', costPerYear: 420_000, reductionLow: 0.5, reductionHigh: 0.8, reduces: 'rate', ownerId: 'maja.lindqvist' },
];

export interface LossSpec extends Omit<WorkspaceEntry<'losses'>, 'id' | 'riskId'> {
  about: string;
}

export const losses: readonly LossSpec[] = [
  { about: 'Refund API accepts unlimited retries', label: 'Refunds paid in the night of 9 October', at: '2026-10-09', amount: 1_900_000, currency: 'USD', recordedAt: '2026-10-21', recordedBy: 'ravi.menon' },
  { about: 'Warehouse query cost can be run up by anybody', label: 'A partner\'s report ran for four days', at: '2026-10-05', amount: 92_000, currency: 'USD', recordedAt: '2026-10-30', recordedBy: 'diego.fuentes' },
];
