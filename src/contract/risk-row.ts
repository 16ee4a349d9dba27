import { z } from 'zod';
import { acknowledgementLevels, decisionKinds, reducedParts, stepStates, urgencies } from '#core/record/entities.ts';
import { limitMeasures, limitResults, limitSubjects } from '#core/authority/limit-test.ts';
import { readinessStates, type Lack } from '#core/picture/readiness.ts';
import type { RiskRow } from '#core/picture/picture.ts';
import { flagSchema } from '#contract/flag.ts';
import { whenSchema } from '#contract/when.ts';

const id = z.string();
const orNothing = id.nullable();
const money = z.number().nonnegative();
const count = z.int().nonnegative();

const lacks = ['authority', 'information', 'both', 'neither'] as const satisfies readonly Lack[];
const fourStates = z.enum(['has', 'lacks', 'cannot-tell', 'nobody-named']);

const moneySchema = z.strictObject({
  low: money, high: money, rateLow: money.nullable(), rateHigh: money.nullable(),
  max: money.exactOptional(), currency: z.string().exactOptional(), offByFactor: z.number().min(1).exactOptional(),
});

const sizeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('mean-only'), mean: money, why: z.string() }),
  z.strictObject({ kind: z.literal('bounded'), low: money, high: money, why: z.string() }),
  z.strictObject({ kind: z.literal('other-currency'), currency: z.string(), why: z.string() }),
  z.strictObject({ kind: z.literal('unquantified'), why: z.string() }),
]);

const share = z.number().min(0).max(1);

const optionSchema = z.strictObject({
  id, label: z.string(), costPerYear: money, reductionLow: share, reductionHigh: share, reduces: z.enum(reducedParts),
  currency: z.string().exactOptional(), ownerId: orNothing,
});

const estimateSchema = z.strictObject({
  method: orNothing, estimatedBy: orNothing, at: whenSchema.nullable(), calibrated: z.boolean().exactOptional(),
  evidenceIds: z.array(id).exactOptional(), validUntil: whenSchema.exactOptional(),
});

const harmSchema = z.strictObject({
  unit: z.string(), low: money, high: money, rateLow: money.optional(), rateHigh: money.optional(),
});

const limitTestSchema = z.strictObject({
  on: z.enum(limitSubjects), commonCauseId: orNothing, measure: z.enum(limitMeasures), above: money.nullable(),
  unit: orNothing, limit: money.nullable(), value: money.nullable(), result: z.enum(limitResults), why: orNothing,
  covers: count, notInMoney: count, sentence: z.string(),
});

const nearSchema = z.strictObject({ limit: money, chance: share, sentence: z.string() });

const authoritySchema = z.strictObject({
  state: fourStates, limit: money.nullable(), sentence: z.string(),
  tests: z.array(limitTestSchema).exactOptional(), near: nearSchema.exactOptional(),
});

const informationSchema = z.strictObject({
  state: fourStates, unseen: count, material: count, personId: orNothing, sentence: z.string(),
});

const lowestSchema = z.strictObject({
  personId: orNothing,
  sentence: z.string(),
  briefUp: z.strictObject({ personId: id, pieces: count, minutes: count, sentence: z.string() }).nullable(),
  noGrantDown: z.string().optional(),
  grantDown: z
    .strictObject({ personId: id, grantorId: id, atLeast: money, until: whenSchema, sentence: z.string() })
    .nullable(),
});

const candidateSchema = z.strictObject({
  personId: id,
  hops: count.nullable(),
  limit: money.nullable(),
  unlimited: z.boolean(),
  canDecide: z.boolean(),
  state: z.enum(['has', 'lacks', 'cannot-tell']),
  unseen: count,
  unseenIds: z.array(id),
  why: z.string(),
});

const evidenceSchema = z.strictObject({
  id,
  label: z.string(),
  kind: z.string(),
  at: whenSchema,
  recordedAt: whenSchema.nullable(),
  teamId: orNothing,
  material: z.boolean(),
  elsewhere: z.boolean(),
  negative: z.boolean().nullable(),
  coverage: z.number().min(0).max(1).nullable(),
  seenByOwnerAt: whenSchema.nullable(),
  readers: z.array(z.strictObject({ personId: id, at: whenSchema })).exactOptional(),
  basis: z.string().nullable(),
  facts: z.array(z.string()),
});

const knowledgeSchema = z.strictObject({
  kind: z.enum(['person', 'team']),
  id,
  evidenceId: id,
  at: whenSchema,
  how: z.enum(['produced', 'known-by', ...acknowledgementLevels]),
  counts: z.boolean(),
});

export const decisionSchema = z.strictObject({
  id,
  kind: z.enum(decisionKinds),
  byId: orNothing,
  at: whenSchema,
  expiresAt: whenSchema.nullable(),
  inForce: z.boolean(),
  rationale: z.string().nullable(),
  conditions: z.array(z.string()),
  implicit: z.literal(true).exactOptional(),
});

export const escalationSchema = z.strictObject({
  id, byId: orNothing, toId: orNothing, at: whenSchema, newDate: whenSchema.nullable(),
});

const stepSchema = z.strictObject({
  id,
  label: z.string(),
  order: z.number().nullable(),
  state: z.enum(stepStates),
  ownerId: orNothing,
  testedAt: whenSchema.nullable(),
  assumed: z.literal(true).exactOptional(),
});

const measuredSchema = z.strictObject({
  evidenceId: id, kind: z.string(), at: whenSchema, teamId: orNothing, ageDays: z.int(), limitDays: z.number().nonnegative(),
  tooNarrow: z.strictObject({ covered: share.nullable(), needed: share }).exactOptional(),
});

/** One open risk with everything its page shows, so that drilling down asks the server nothing more. */
export const riskRowSchema = z.strictObject({
  id,
  label: z.string(),
  category: z.string().nullable(),
  serviceIds: z.array(id),
  findingIds: z.array(id),
  owningTeamId: orNothing,
  processId: orNothing,
  severalProcesses: z.boolean(),
  shippedBy: z
    .strictObject({ teamId: id, version: z.string().nullable(), at: whenSchema.nullable(), stageId: orNothing })
    .nullable(),
  openedAt: whenSchema,
  ageDays: z.int(),
  dueAt: whenSchema.nullable(),
  reviewAt: whenSchema.nullable(),
  decisionNeededBy: whenSchema,
  urgency: z.enum(urgencies),
  clockDays: z.number().nonnegative(),
  exposure: moneySchema.nullable(),
  expectedAnnualLoss: money.nullable(),
  estimate: estimateSchema.nullable(),
  size: sizeSchema.exactOptional(),
  harms: z.array(harmSchema).exactOptional(),
  processShares: z.array(z.strictObject({ processId: id, share })).exactOptional(),
  options: z.array(optionSchema).exactOptional(),
  ownerId: orNothing,
  readiness: z.enum(readinessStates),
  lack: z.enum(lacks),
  authority: authoritySchema,
  information: informationSchema,
  lowest: lowestSchema,
  candidates: z.array(candidateSchema),
  flags: z.array(flagSchema),
  moreFlags: z.array(flagSchema),
  evidence: z.array(evidenceSchema),
  knowledge: z.array(knowledgeSchema),
  firstKnownAt: whenSchema.nullable(),
  ownerKnewAt: whenSchema.nullable(),
  lagDays: z.int().nullable(),
  lagRunning: z.boolean(),
  decisions: z.array(decisionSchema),
  escalations: z.array(escalationSchema),
  steps: z.array(stepSchema),
  measured: measuredSchema.exactOptional(),
  reached: z.strictObject({ byRule: count, derived: count }).exactOptional(),
  proposedOwner: z.strictObject({ personId: id, at: whenSchema.nullable() }).exactOptional(),
  derivedFrom: z.strictObject({ serviceId: id, family: z.string(), familyName: z.string() }).exactOptional(),
}) satisfies z.ZodType<RiskRow>;
