import { z } from 'zod';
import { flagText, idSchema, typedText } from '#contract/fields.ts';
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
  /** Services its findings are about. */
  services: z.array(idSchema).optional(),
  /** Owning teams the file names otherwise than the record, which keeps its own. */
  claims: z.array(z.strictObject({ serviceId: idSchema, teamId: idSchema })).optional(),
  /** So many findings gone at once that none ends before a person says so. */
  held: z.array(z.strictObject({
    place: z.string(), tool: z.string(), serviceId: idSchema, before: count, gone: count, findingIds: z.array(idSchema), scannedAt: whenSchema,
  })).optional(),
});
export type ImportReport = z.infer<typeof importReportSchema>;

/** What a file does not say of itself, as the options of the import command say it. */
export const importSendQuery = z.strictObject({
  file: typedText(300).optional().meta({ description: 'What messages call it. Absent = upload' }),
  format: typedText(40).optional().meta({ description: 'Absent = told by the content' }),
  service: idSchema.optional().meta({ description: 'Where the file does not say. Absent = the only service of the token' }),
  release: idSchema.optional(),
  stage: idSchema.optional(),
  team: idSchema.optional(),
  at: whenSchema.optional().meta({ description: 'The moment it is recorded on, not after now. Absent = now' }),
  complete: flagText.optional().meta({ description: 'The scan covered the whole of its scope: what it no longer finds is gone' }),
  'dry-run': flagText.optional().meta({ description: 'Reads and reports, and changes nothing' }),
});

export const importSentSchema = z.strictObject({
  /** Version of the record from now on. */
  version: count,
  /** One for each file: several where an archive was sent. */
  reports: z.array(importReportSchema),
  /** Says so when the record is the sample company. */
  note: z.string().nullable(),
});
export type ImportSent = z.infer<typeof importSentSchema>;

export const importListSchema = z.strictObject({
  imports: z.array(
    z.strictObject({
      id: z.int(),
      kind: z.enum(['import', 'act']),
      source: z.string(),
      format: z.string().nullable(),
      recordedAt: whenSchema,
      recordedBy: z.string(),
      /** The source an import token is bound to; `null` where it was not sent with one. */
      sender: z.string().nullable(),
      committedAt: whenSchema,
      /** One for each file of the batch; none for an act. */
      reports: z.array(importReportSchema),
    }),
  ),
});
