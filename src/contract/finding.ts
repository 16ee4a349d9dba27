import { z } from 'zod';
import { decisionKinds, fixKinds, severities } from '#core/record/entities.ts';
import { attributionSchema, linkedFindingSchema } from '#contract/finding-trace.ts';
import { whenSchema } from '#contract/when.ts';

const id = z.string();
const text = z.string().nullable();
const yesNo = z.boolean().nullable().meta({ description: 'null = the source does not say' });

/** One finding as the source gave it; `null` means the source does not say. */
export const findingRowSchema = z.strictObject({
  id,
  serviceId: id,
  at: whenSchema,
  severity: z.enum(severities),
  severityWord: text,
  score: z.number().nullable(),
  title: text,
  source: text,
  externalId: text,
  location: text,
  component: text,
  exploited: yesNo,
  automatable: yesNo,
  totalControl: yesNo,
  introducedByTeamId: text,
  introducedReleaseId: text,
  introducedStageId: text,
  escapedStageId: text,
  foundStageId: text,
  fixedAt: whenSchema.nullable(),
  fixedByTeamId: text,
  fixKind: z.enum(fixKinds).nullable(),
  external: yesNo,
  defectClass: text,
  facts: z.array(z.string()),
});
export type FindingRow = z.infer<typeof findingRowSchema>;

export const findingListSchema = z.strictObject({
  asOf: whenSchema,
  findings: z.array(findingRowSchema),
  /** Exact, over all pages. */
  total: z.int().nonnegative(),
  nextCursor: z.string().nullable(),
  /** Risks that findings of this page reach by a rule or by their weakness family, by finding. */
  reached: z.record(z.string(), z.array(id)).exactOptional(),
  defects: z.int().nonnegative().nullable().meta({ description: 'Over all pages, a defect that several tools found counted once; null on later pages and above 1,000 findings' }),
});
export type FindingList = z.infer<typeof findingListSchema>;

/** A decision that is about the finding itself, often carried by a scanner file and not by its maker. */
const findingDecisionSchema = z.strictObject({
  id,
  riskId: id,
  kind: z.enum(decisionKinds),
  byId: text.meta({ description: 'null = the source carried the decision and not its maker' }),
  at: whenSchema,
  expiresAt: whenSchema.nullable(),
  rationale: text,
});

export const findingViewSchema = z.strictObject({
  asOf: whenSchema,
  finding: findingRowSchema,
  openAsOf: z.boolean(),
  /** Open risks that rest on it. */
  riskIds: z.array(id),
  decisions: z.array(findingDecisionSchema),
  attribution: attributionSchema,
  /** Findings of other tools, and of this one elsewhere, about the same defect. */
  linked: z.array(linkedFindingSchema),
});
export type FindingView = z.infer<typeof findingViewSchema>;
