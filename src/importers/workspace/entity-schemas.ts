import { z } from 'zod';
import {
  acknowledgementLevels, decisionKinds, eventTypes, fixKinds, gateKinds, personKinds,
  reducedParts, serviceExposures, severities, stepStates, teamKinds, urgencies,
} from '#core/record/entities.ts';
import { mappingWays } from '#core/record/mapping.ts';
import type { EntityByKind, EntryKind } from '#core/record/entry.ts';
import { toleranceFault } from '#core/record/loss-tolerance.ts';
import { POLICY_ID } from '#core/record/policy.ts';
import { count, flag, id, ids, money, share, text, texts, when } from '#importers/workspace/fields.ts';

/** A schema whose fields can be listed, so that unknown ones can be named. */
type RowSchema<K extends EntryKind> = z.ZodObject & z.ZodType<EntityByKind[K]>;

const annotated = { id, label: text.optional(), facts: texts.optional() };

const exposureRange = z
  .object({
    low: money,
    high: money,
    rateLow: count.optional(),
    rateHigh: count.optional(),
    currency: text.optional(),
    method: text.optional(),
    estimatedBy: text.optional(),
    asOf: when.optional(),
    max: money.optional().describe('One loss is never above this'),
    calibrated: flag.optional(),
    evidenceIds: ids.optional(),
    validUntil: when.optional(),
    offByFactor: z.number().min(1).optional().describe('The range of one loss may be off by this factor, at 90%'),
  })
  .refine((range) => range.low <= range.high, { params: { code: 'range' }, error: 'has its low end above its high end', path: ['low'] })
  .refine((range) => (range.rateLow ?? 0) <= (range.rateHigh ?? Infinity), {
    params: { code: 'range' }, error: 'has its low end above its high end', path: ['rateLow'],
  })
  .meta({
    id: 'exposureRange',
    description: '5th to 95th percentile of one loss (low, high) and of events a year (rateLow, rateHigh)',
  });

const limitsOfAuthority = z.object({
  expectedAnnualLoss: money.optional(),
  points: z.array(z.object({ above: money, atMost: share })).readonly().optional(),
  singleEvent: money.optional().describe('Highest high end of one loss, however rare'),
  unquantified: flag.optional().describe('true where risks without a range in money may be decided'),
  harms: z.array(z.object({ unit: text, atMost: count })).readonly().optional(),
});

const pertPoints = z
  .object({ min: count, mostLikely: count, max: count })
  .refine(({ min, mostLikely, max }) => min <= mostLikely && mostLikely <= max, {
    params: { code: 'range' }, error: 'does not go from min over mostLikely to max', path: ['mostLikely'],
  });

const statedSize = z.object({
  likelihoodWord: text.optional(), lossWord: text.optional(), probability: share.optional(), impact: money.optional(),
  pertLoss: pertPoints.optional(), pertRate: pertPoints.optional(), currency: text.optional(),
});

const harm = z.object({
  unit: text, low: count, high: count, rateLow: count.optional(), rateHigh: count.optional(),
}).refine((range) => range.low <= range.high, { params: { code: 'range' }, error: 'has its low end above its high end', path: ['low'] });

const processShares = z
  .array(z.object({ processId: id, share }))
  .readonly()
  .refine((parts) => Math.abs(parts.reduce((sum, part) => sum + part.share, 0) - 1) < 1e-9, {
    params: { code: 'range' }, error: 'does not add up to 1',
  });

const scaleWords = z
  .array(z.object({ word: text, low: count, high: count }).refine((word) => word.low <= word.high, {
    params: { code: 'range' }, error: 'has its low end above its high end', path: ['low'],
  }))
  .readonly();

const stage = z.object({ id, name: text.optional(), gate: z.enum(gateKinds), gateOwnerId: id.optional() });

const tolerance = z
  .object({
    points: z.array(z.object({ above: z.number().gt(0), atMost: share })).min(1).readonly(),
    setBy: text.optional(),
    setAt: when.optional(),
    source: text.optional(),
  })
  .superRefine(({ points }, context) => {
    const fault = toleranceFault(points);
    if (fault === undefined) return;
    const field = fault.kind === 'larger-loss-larger-chance' ? 'atMost' : 'above';
    context.addIssue({ code: 'custom', params: { code: 'range' }, message: fault.kind, path: ['points', fault.index, field] });
  })
  .meta({ id: 'lossTolerance', description: 'P(total loss of a year > above) <= atMost; a larger loss never has a larger chance' });

const days = z.number().min(0);
const clock = z.object(Object.fromEntries(urgencies.map((urgency) => [urgency, days.optional()])));

/**
 * One schema an entry kind, for rows whose `null` fields were taken out. Lists that the format keeps
 * open (kind of evidence, trigger of a decision, scope kinds, category) take any text.
 */
export const entitySchemas: { [K in EntryKind]: RowSchema<K> } = {
  policy: z.object({
    id: z.literal(POLICY_ID).default(POLICY_ID),
    version: text.optional(),
    clock: clock.optional(),
    reserved: texts.optional(),
    acceptanceNonDelegable: flag.optional(),
    currency: text.optional(),
    scales: z.object({ likelihood: scaleWords, loss: scaleWords, approvedBy: text.optional(), approvedAt: when.optional() }).optional(),
    thresholds: z.record(z.string().max(200), z.number()).optional(),
    tolerance: tolerance.optional(),
    reason: text.optional(),
  }),
  teams: z.object({
    ...annotated, name: text.optional(), kind: z.enum(teamKinds), leadId: id.optional(), parentId: id.optional(),
    from: when.optional(), to: when.optional(),
  }),
  persons: z.object({
    ...annotated, name: text.optional(), title: text.optional(), kind: z.enum(personKinds).default('person'),
    teamId: id.optional(), managerId: id.optional(), holderId: id.optional(), from: when.optional(), to: when.optional(),
  }),
  processes: z.object({ ...annotated, name: text.optional(), owningTeamId: id.optional(), stages: z.array(stage).readonly() }),
  services: z.object({
    ...annotated, name: text.optional(), teamId: id.optional(), exposure: z.enum(serviceExposures).default('unknown'),
    processId: id.optional(), dependsOn: ids.optional(), repository: text.optional(), otherRepositories: texts.optional(),
    dataClasses: texts.optional(),
  }),
  releases: z.object({
    ...annotated, serviceId: id, at: when, version: text.optional(), shippedByTeamId: id.optional(), processId: id.optional(),
    builds: texts.optional(), completeScans: z.array(z.object({ tool: text, at: when })).readonly().optional(),
  }),
  grants: z.object({
    ...annotated,
    granteeId: id,
    toAlias: flag.optional().describe('true where the grantee is an alias for several people'),
    grantorId: id.describe('A person, or ROOT for the governing body'),
    from: when.optional(),
    to: when.optional(),
    revokedAt: when.optional(),
    acceptedAt: when.nullable().optional().describe('null = offered and not accepted; absent = not recorded'),
    delegable: flag.optional(),
    maxExposure: money.optional(),
    maxDurationDays: days.optional(),
    limits: limitsOfAuthority.optional(),
    scope: z.object({ services: ids.optional(), teams: ids.optional(), kinds: texts.optional() }).optional(),
    intent: text.optional(),
  }),
  findings: z.object({
    ...annotated, serviceId: id, at: when, severity: z.enum(severities).default('unknown'), title: text.optional(),
    source: text.optional(), externalId: text.optional(), aliases: texts.optional(), severityWord: text.optional(),
    score: z.number().optional(), location: text.optional(), endLine: z.int().min(1).optional(), component: text.optional(), scanScope: text.optional(), exploited: flag.optional(), automatable: flag.optional(),
    totalControl: flag.optional(), introducedByTeamId: id.optional(), introducedReleaseId: id.optional(),
    introducedStageId: id.optional(), escapedStageId: id.optional(), foundStageId: id.optional(), fixedAt: when.optional(),
    fixedByTeamId: id.optional(), fixedReleaseId: id.optional(), fixKind: z.enum(fixKinds).optional(), external: flag.optional(), defectClass: text.optional(),
    originMethod: z.literal('scan').optional().describe('How the origin is known; absent = stated'),
    firstScan: z.object({ build: z.object({ at: when, names: texts }).optional(), stage: z.object({ at: when, id }).optional() }).optional(),
    publishedAt: when.optional(), afterShipping: flag.optional().describe('true = became public after the release that brought it had shipped'),
  }),
  risks: z.object({
    ...annotated, serviceIds: ids, findingIds: ids.optional(), ownerId: id.optional(), ownerSince: when.optional(),
    proposedOwnerId: id.optional().describe('Asked to become the decision owner and not accepted yet'), proposedAt: when.optional(),
    derivedFrom: z.object({ serviceId: id, family: text }).optional().describe('Stands for every open finding of one service and weakness family that no other risk holds'),
    openedAt: when, closedAt: when.optional(), dueAt: when.optional(), reviewAt: when.optional(),
    decisionNeededBy: when.optional(), exposure: exposureRange.optional(),
    statedSize: statedSize.optional(), harms: z.array(harm).readonly().optional(), processShares: processShares.optional(),
    urgency: z.enum(urgencies).optional(),
    deciderIds: ids.optional(), approverIds: ids.optional(), inputIds: ids.optional(),
    decisionKind: z.enum(decisionKinds).optional(), category: text.optional(), defectClass: text.optional(),
  }),
  evidence: z.object({
    ...annotated, riskId: id, at: when, kind: text, teamId: id.optional(), knownBy: ids.optional(),
    level: z.enum(['detail', 'summary', 'colour']).optional(), material: flag.optional(), negative: flag.optional(),
    coverage: share.optional(), relatesTo: ids.optional(), answers: ids.optional(), supersededAt: when.optional(),
    defectClass: text.optional(), componentId: text.optional(), releaseId: id.optional(),
  }),
  acks: z.object({
    ...annotated, evidenceId: id, personId: id, at: when, level: z.enum(acknowledgementLevels), question: text.optional(),
  }),
  briefings: z.object({ ...annotated, evidenceIds: ids, byId: id.optional(), toIds: ids, at: when, form: text.optional() }),
  decisions: z.object({
    ...annotated, riskId: id, kind: z.enum(decisionKinds), byId: id.optional(), at: when, underGrantId: id.optional(),
    expiresAt: when.optional(), exposureAtDecision: exposureRange.optional(), rationale: text.optional(),
    conditions: z.array(z.object({ text, brokenAt: when.optional() })).readonly().optional(), trigger: text.optional(),
    implementedAt: when.optional(), documentedOwnerId: id.optional(), supersedesId: id.optional(), implicit: flag.optional(),
    findingId: id.optional(),
  }),
  escalations: z.object({
    ...annotated, riskId: id, byId: id.optional(), toId: id.optional(), at: when, newDate: when.optional(),
    answeredAt: when.optional(),
  }),
  steps: z.object({
    ...annotated, riskId: id.optional(), pathId: id.optional(), order: z.number().optional(), from: text.optional(),
    to: text.optional(), assumed: flag.optional(), state: z.enum(stepStates), ownerId: id.optional(), testedAt: when.optional(),
  }),
  packs: z.object({
    ...annotated, at: when, cutoff: when.optional(), presenterId: id.optional(), riskIds: ids, evidenceIds: ids,
    whyNot: z.array(z.object({ evidenceId: id, line: text })).readonly().optional(), sha256: text.optional(),
  }),
  events: z.object({ ...annotated, riskId: id.optional(), type: z.enum(eventTypes), personId: id, at: when }),
  commonCauses: z.object({
    ...annotated, rate: count.optional(), rateLow: count.optional(), rateHigh: count.optional(), riskIds: ids, ownerId: id.optional(),
  }),
  options: z.object({
    ...annotated, riskId: id, costPerYear: money, reductionLow: share, reductionHigh: share,
    reduces: z.enum(reducedParts).default('rate'), currency: text.optional(), ownerId: id.optional(),
  }),
  losses: z.object({ ...annotated, riskId: id, at: when, amount: money, currency: text.optional() }),
  mappings: z.object({
    ...annotated, way: z.enum(mappingWays), at: when, madeById: id.optional(), riskId: id.optional(), findingIds: ids.optional(),
    match: z.object({
      serviceIds: ids.optional(), teamIds: ids.optional(), families: texts.optional(), weaknesses: texts.optional(),
      ruleIds: texts.optional(), tools: texts.optional(),
    }).optional().describe('All that are named have to hold, and of a list any one'),
    riskIds: ids.optional(), reason: text.optional(), withdrawnAt: when.optional(),
  }),
};

/**
 * What any row may carry beside its entity. A finding has a `source` of its own, the tool that made
 * it; there the stamp's source is written as `recordedFrom`.
 */
export const stampSchema = z.object({
  recordedAt: when.optional(),
  recordedBy: text.optional(),
  basis: text.optional(),
});
export const sourceField = { source: text.optional() };
export const findingSourceField = { recordedFrom: text.optional() };
