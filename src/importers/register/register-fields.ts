import type { ColumnField } from '#importers/csv/columns.ts';

/** What a risk register may say of a risk. */
const registerFieldNames = [
  'id', 'title', 'description', 'services', 'owner', 'ownerSince', 'openedAt', 'closedAt', 'dueAt', 'reviewAt',
  'decisionNeededBy', 'low', 'high', 'loss', 'currency', 'rateLow', 'rateHigh', 'rate', 'probability', 'urgency', 'status',
  'category', 'findings', 'decision', 'decidedBy', 'decidedAt', 'acceptedUntil', 'rationale', 'evidence', 'evidenceAt',
  'knownBy', 'rating', 'mostLikely', 'rateMostLikely', 'likelihoodWord', 'lossWord',
] as const;
export type RegisterField = (typeof registerFieldNames)[number];

const words: Readonly<Record<RegisterField, readonly string[]>> = {
  id: [
    'risk id', 'risk ref', 'risk reference', 'risk no', 'risk number', 'risk key', 'ref id', 'reference id', 'id', 'ref',
    'reference', 'key', 'no', 'number', '#',
  ],
  title: [
    'risk title', 'risk name', 'title', 'risk statement', 'statement', 'risk', 'name', 'risk summary', 'summary', 'headline',
    'risk event', 'risk scenario', 'scenario',
  ],
  description: ['risk description', 'description', 'details', 'detail', 'label'],
  services: [
    'service', 'services', 'service id', 'service ids', 'service name', 'affected service', 'affected services', 'application',
    'applications', 'app', 'apps', 'asset', 'assets', 'affected asset', 'affected assets', 'system', 'systems', 'component',
    'components', 'product', 'products', 'repository', 'repo',
  ],
  owner: [
    'decision owner', 'risk owner', 'risk owner id', 'risk owner name', 'owner', 'owner id', 'owner name', 'owned by',
    'accountable', 'accountable person', 'accountable owner', 'accountable executive', 'accountable party',
  ],
  ownerSince: ['owner since', 'owned since'],
  openedAt: [
    'opened', 'opened on', 'opened at', 'date opened', 'open date', 'open since', 'identified', 'identified on', 'date identified',
    'identified date', 'identification date', 'raised', 'raised on', 'date raised', 'created', 'created on', 'created at',
    'date created', 'logged', 'date logged', 'first seen', 'detected at', 'date',
  ],
  closedAt: ['closed', 'closed on', 'closed at', 'date closed', 'closed date', 'closure date'],
  dueAt: ['due', 'due date', 'due on', 'due at', 'due by', 'date due', 'target date', 'deadline', 'remediation due', 'treatment due'],
  reviewAt: [
    'review', 'review date', 'review on', 'review at', 'review by', 'review due', 'next review', 'next review date', 'date of review',
  ],
  decisionNeededBy: [
    'decision needed by', 'decision required by', 'decision due', 'decision due date', 'decision deadline', 'decide by',
  ],
  low: [
    'low loss', 'loss low', 'low', 'lower loss', 'loss p5', 'p5', 'p05', '5th percentile', 'minimum loss', 'min loss', 'loss min',
    'loss from', 'low exposure', 'exposure low', 'low estimate', 'low impact', 'impact low', 'loss low end', 'single loss low',
  ],
  high: [
    'high loss', 'loss high', 'high', 'upper loss', 'loss p95', 'p95', '95th percentile', 'maximum loss', 'max loss', 'loss max',
    'loss to', 'high exposure', 'exposure high', 'high estimate', 'high impact', 'impact high', 'loss high end', 'single loss high',
  ],
  loss: [
    'loss', 'loss range', 'single loss', 'loss magnitude', 'single loss expectancy', 'sle', 'financial impact', 'financial loss',
    'monetary impact', 'impact cost', 'loss estimate', 'estimated loss', 'exposure', 'cost of risk',
  ],
  currency: ['currency', 'ccy', 'loss currency'],
  rateLow: [
    'rate low', 'low rate', 'frequency low', 'low frequency', 'min frequency', 'frequency min', 'lef low', 'events a year low',
    'events per year low',
  ],
  rateHigh: [
    'rate high', 'high rate', 'frequency high', 'high frequency', 'max frequency', 'frequency max', 'lef high',
    'events a year high', 'events per year high',
  ],
  rate: [
    'frequency', 'rate', 'annual frequency', 'annual rate', 'events a year', 'events per year', 'times a year',
    'loss event frequency', 'lef', 'aro', 'annual rate of occurrence', 'annualised rate of occurrence',
    'annualized rate of occurrence',
  ],
  probability: [
    'probability 12 months', '12 month probability', 'probability in 12 months', 'probability next 12 months',
    'probability within 12 months', 'annual probability', 'yearly probability', 'probability per year', 'probability a year',
    'probability', 'chance',
  ],
  urgency: ['urgency', 'urgency class', 'deadline class', 'clock', 'time class'],
  status: ['risk status', 'status', 'state'],
  category: ['risk category', 'category', 'risk type', 'risk class', 'type'],
  findings: [
    'findings', 'finding', 'finding id', 'finding ids', 'linked findings', 'related findings', 'cve', 'cves', 'cve id', 'cve ids',
    'vulnerability', 'vulnerabilities',
  ],
  decision: [
    'decision', 'decision kind', 'treatment decision', 'risk decision', 'treatment', 'risk treatment', 'risk response', 'response',
    'response strategy', 'strategy',
  ],
  decidedBy: [
    'decided by', 'decision maker', 'decided by id', 'accepted by', 'approved by', 'signed off by',
    'acceptance by',
  ],
  decidedAt: [
    'decided on', 'decided at', 'decision date', 'date decided', 'accepted on', 'acceptance date', 'date accepted', 'approved on',
    'approval date',
  ],
  acceptedUntil: [
    'accepted until', 'acceptance expires', 'acceptance expiry', 'acceptance until', 'acceptance end', 'decision expires',
    'decision expiry', 'expires', 'expires on', 'expiry', 'expiry date', 'expiration date', 'valid until',
  ],
  rationale: ['rationale', 'decision rationale', 'justification', 'reason', 'acceptance reason'],
  evidence: ['evidence', 'latest evidence', 'evidence summary', 'what is known'],
  evidenceAt: ['evidence date', 'evidence on', 'evidence at', 'date of evidence'],
  knownBy: ['known by', 'evidence known by', 'known to', 'reported by'],
  rating: [
    'severity', 'impact', 'likelihood', 'impact rating', 'likelihood rating', 'risk rating', 'rating', 'risk score', 'score', 'rag',
    'rag status', 'risk level', 'inherent risk', 'inherent impact', 'inherent likelihood', 'residual risk',
    'residual impact', 'residual likelihood', 'residual proba', 'current risk', 'current impact', 'current likelihood',
    'current proba',
  ],
  mostLikely: [
    'most likely loss', 'loss most likely', 'most likely', 'loss mode', 'modal loss', 'mode', 'likely loss', 'loss likely',
    'most likely impact', 'impact most likely',
  ],
  rateMostLikely: [
    'most likely rate', 'rate most likely', 'most likely frequency', 'frequency most likely', 'lef most likely',
    'events a year most likely', 'events per year most likely', 'rate mode', 'frequency mode',
  ],
  // Settled among the columns of `rating`: see register-columns.
  likelihoodWord: [],
  lossWord: [],
};

/** Which rating is the likelihood and which the size of a loss, the one that is in force first. */
export const ratingWords = {
  likelihoodWord: ['current likelihood', 'current proba', 'residual likelihood', 'residual proba', 'likelihood', 'likelihood rating'],
  lossWord: ['current impact', 'residual impact', 'impact', 'impact rating'],
} as const satisfies Partial<Record<RegisterField, readonly string[]>>;

/** The fields with their header words. `rating` is known in order to say that its words are not money. */
export const registerFields: readonly (ColumnField & { name: RegisterField })[] = registerFieldNames.map((name) => ({
  name, words: words[name], several: name === 'rating',
}));

/** Fields that hold dates. */
export const registerDateFields = [
  'ownerSince', 'openedAt', 'closedAt', 'dueAt', 'reviewAt', 'decisionNeededBy', 'decidedAt', 'acceptedUntil', 'evidenceAt',
] as const satisfies readonly RegisterField[];
export type RegisterDateField = (typeof registerDateFields)[number];

/** Fields that tell a list of risks from a list of anything else that has an id and a name. */
export const tellingFields: ReadonlySet<string> = new Set<RegisterField>([
  'owner', 'low', 'high', 'loss', 'rate', 'rateLow', 'rateHigh', 'probability', 'urgency', 'decision', 'decisionNeededBy',
  'dueAt', 'reviewAt', 'rating', 'likelihoodWord', 'lossWord', 'mostLikely',
]);
