import { z } from 'zod';
import { stageMethods, traceConfidences } from '#core/release/attribution.ts';
import { sameDefectMethods } from '#core/release/same-defect.ts';
import { whenSchema } from '#contract/when.ts';

const idOrNone = z.string().nullable();
const confidence = z.enum(traceConfidences).meta({
  description: 'What it rests on: stated by the source or the record; shown by two scans; at-latest by one; offered by dates alone, and counted as not traced; none',
});
const tracedStage = z.strictObject({ stageId: idOrNone, method: z.enum(stageMethods) });

/** Where a finding came from and how it ended, each with how it is known; never a person. */
export const attributionSchema = z.strictObject({
  introduced: z.strictObject({
    confidence, releaseId: idOrNone, version: idOrNone, shippedAt: whenSchema.nullable(), teamId: idOrNone,
    absentIn: idOrNone.meta({ description: 'The release before, whose complete scan does not list it' }),
    publishedAt: whenSchema.nullable(),
    shipped: z.enum(['shipped-vulnerable', 'became-vulnerable']).nullable(),
  }),
  madeAt: tracedStage,
  gotPast: tracedStage,
  found: z.strictObject({ stageId: idOrNone, tool: idOrNone, processTeamId: idOrNone }),
  fixed: z.strictObject({ confidence, teamId: idOrNone, releaseId: idOrNone, version: idOrNone }).nullable(),
});

/** Another finding about the same defect: linked, and never merged. */
export const linkedFindingSchema = z.strictObject({
  id: z.string(),
  source: idOrNone,
  at: whenSchema,
  fixedAt: whenSchema.nullable(),
  method: z.enum(sameDefectMethods).nullable().meta({ description: 'How the two are known to be one; null = through another finding of the group' }),
});
