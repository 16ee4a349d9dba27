import { z } from 'zod';
import { whenSchema } from '#contract/when.ts';

const count = z.int().nonnegative();

/** Why one row, document or file was not taken, or what was set right in one that was. */
const rejectionSchema = z.strictObject({
  file: z.string(),
  place: z.string(),
  code: z.string(),
  reason: z.string(),
  remedy: z.string(),
});

/** What became of one file. `read` = added + updated + unchanged + rejected rows. */
export const importReportSchema = z.strictObject({
  file: z.string(),
  /** `null` = no format recognised it. */
  format: z.string().nullable(),
  /** True when nothing of the file was taken. */
  refused: z.boolean(),
  dryRun: z.boolean(),
  read: count,
  added: count,
  updated: count,
  unchanged: count,
  rejected: z.array(rejectionSchema),
  /** Rows rejected beyond those listed. */
  moreRejected: count,
  repaired: z.array(rejectionSchema),
  moreRepaired: count,
  notes: z.array(z.string()),
});
export type ImportReport = z.infer<typeof importReportSchema>;

export const importListSchema = z.strictObject({
  imports: z.array(
    z.strictObject({
      id: z.int(),
      kind: z.enum(['import', 'act']),
      source: z.string(),
      format: z.string().nullable(),
      recordedAt: whenSchema,
      recordedBy: z.string(),
      committedAt: whenSchema,
      /** One for each file of the batch; none for an act. */
      reports: z.array(importReportSchema),
    }),
  ),
});
