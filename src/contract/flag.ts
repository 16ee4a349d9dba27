import { z } from 'zod';
import { flagFamilies, flagIds, type Flag } from '#core/flags/flag.ts';
import { whenSchema } from '#contract/when.ts';

export const flagSubjectKinds = ['risk', 'team', 'process', 'person', 'finding', 'step', 'pack', 'organisation'] as const;

/** One condition of the record on a date, with the one act that closes it. */
export const flagSchema = z.strictObject({
  flag: z.enum(flagIds),
  family: z.enum(flagFamilies),
  title: z.string(),
  subjectKind: z.enum(flagSubjectKinds),
  subject: z.string(),
  person: z.string().optional(),
  sentence: z.string(),
  nextStep: z.string(),
  since: whenSchema,
  headsUp: z.strictObject({
    untilAt: whenSchema,
    to: z.array(z.strictObject({ kind: z.enum(['person', 'team']), id: z.string() })),
  }).optional(),
  policyVersion: z.string(),
}) satisfies z.ZodType<Flag>;
