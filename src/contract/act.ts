import { z } from 'zod';
import { acknowledgementLevels, decisionKinds } from '#core/record/entities.ts';
import { idSchema, moneySchema, typedText } from '#contract/fields.ts';
import { daySchema } from '#contract/when.ts';

/** Levels a person can state for themselves; a broadcast proves sending and is never an acknowledgement. */
const statedLevels = acknowledgementLevels.filter((level) => level !== 'broadcast');

export const briefingBody = z.strictObject({ toId: idSchema, evidenceIds: z.array(idSchema).min(1).max(200) });

export const acknowledgementBody = z.strictObject({
  personId: idSchema,
  level: z.enum(statedLevels),
  question: typedText(2_000).optional().meta({ description: 'A question asked counts as having seen the detail.' }),
});

export const escalationBody = z.strictObject({ toId: idSchema, newDate: daySchema.optional() });

export const ownerBody = z.strictObject({ personId: idSchema });

export const ownerAnswerBody = z.strictObject({ personId: idSchema, accepts: z.boolean() });

export const datesBody = z
  .strictObject({ dueAt: daySchema.optional(), reviewAt: daySchema.optional() })
  .refine((body) => body.dueAt !== undefined || body.reviewAt !== undefined, { error: 'names dueAt, reviewAt or both' });

/** The two questions: how often a year, and what one time costs, each as a 90% range. Whether they can be used, the core says. */
export const estimateBody = z.strictObject({
  rateLow: z.number(),
  rateHigh: z.number(),
  low: z.number(),
  high: z.number(),
  max: z.number().optional().meta({ description: 'One loss is never above this.' }),
  estimatedBy: idSchema,
  method: typedText(200).optional(),
  calibrated: z.boolean().optional().meta({ description: 'Whether the estimator was trained and scored on ranges.' }),
  evidenceIds: z.array(idSchema).max(200).optional(),
  validUntil: daySchema.optional(),
  offByFactor: z.number().min(1).max(1_000).optional().meta({ description: 'The range of one loss may be off by this factor either way, at 90%.' }),
});

export const decisionBody = z.strictObject({
  kind: z.enum(decisionKinds),
  byId: idSchema,
  expiresAt: daySchema.optional(),
  rationale: typedText(4_000),
});

export const grantBody = z.strictObject({
  granteeId: idSchema,
  grantorId: idSchema,
  serviceIds: z.array(idSchema).min(1).max(1_000),
  maxExposure: moneySchema,
  to: daySchema,
});

/** What an act added to the record. */
export const actResponse = z.strictObject({
  /** Version of the record from now on. */
  version: z.int().nonnegative(),
  recorded: z.array(z.strictObject({ kind: z.string(), id: z.string() })),
  sentence: z.string(),
  /** Says so when the record is the sample company, so that nobody takes a try-out for a decision. */
  note: z.string().nullable(),
});
export type ActResponse = z.infer<typeof actResponse>;
