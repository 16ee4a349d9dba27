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

export const datesBody = z
  .strictObject({ dueAt: daySchema.optional(), reviewAt: daySchema.optional() })
  .refine((body) => body.dueAt !== undefined || body.reviewAt !== undefined, { error: 'names dueAt, reviewAt or both' });

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
