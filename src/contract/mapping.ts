import { z } from 'zod';
import { mappingWays } from '#core/record/mapping.ts';
import { familyIds } from '#core/mapping/family-names.ts';
import { idSchema, typedText } from '#contract/fields.ts';
import { whenSchema } from '#contract/when.ts';

/** Findings linked one by one by one act, at most: a rule takes any number. */
export const MOST_LINKED = 1_000;
/** Derived risks made by one act, at most. */
export const MOST_DERIVED = 500;

const count = z.int().nonnegative();
const values = (of: z.ZodType<string>) => z.array(of).min(1).max(200).optional();

/** Findings by id, or all that a list shows: `query` is the query of its address in the API. */
const chosen = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ids'), ids: z.array(idSchema).min(1).max(MOST_LINKED) }),
  z.strictObject({ kind: z.literal('query'), query: z.string().max(20_000) }),
]);
export type ChosenFindings = z.output<typeof chosen>;

const match = z.strictObject({
  serviceIds: values(idSchema), teamIds: values(idSchema), families: values(z.enum(familyIds)), weaknesses: values(typedText(100)),
  ruleIds: values(typedText(300)), tools: values(typedText(200)),
}).refine((conditions) => Object.values(conditions).some((list) => list !== undefined), { error: 'names no condition' });

const asked = {
  madeById: idSchema.optional().meta({ description: 'Who decided so, where that is not the account that records it' }),
  reason: typedText(2_000).optional(),
};
const link = z.strictObject({ way: z.literal('link'), riskId: idSchema, findings: chosen, ...asked });
const rule = z.strictObject({ way: z.literal('rule'), riskId: idSchema, match, ...asked });
const derive = z.strictObject({ way: z.literal('derive'), findings: chosen, ...asked });

const askedMapping = z.discriminatedUnion('way', [link, rule, derive]);
export type AskedMapping = z.output<typeof askedMapping>;

export const mappingPreviewBody = z.strictObject({ mapping: askedMapping });

/** The same, and the version of the record that the preview was made on: another one is refused. */
export const mappingBody = z.strictObject({ mapping: askedMapping, recordVersion: count });

const namedFinding = z.strictObject({ id: z.string(), title: z.string(), service: z.string() });

export const mappingPreviewSchema = z.strictObject({
  recordVersion: count,
  way: z.enum(mappingWays),
  /** Open findings that reach no risk today and would reach one. */
  mapped: count,
  /** Open findings that reach a risk today and would reach another one as well, or instead. */
  moved: count,
  /** Open findings without a risk, before and after. */
  withoutBefore: count,
  withoutAfter: count,
  risks: z.array(z.strictObject({
    id: z.string(), label: z.string(), isNew: z.boolean(), findings: count, proposed: z.strictObject({ name: z.string() }).nullable(),
  })),
  /** The first few findings by name. */
  first: z.array(namedFinding),
  sentence: z.string(),
});
export type MappingPreview = z.infer<typeof mappingPreviewSchema>;

export const withdrawBody = z.strictObject({ reason: typedText(2_000).optional() });

const mappingRow = z.strictObject({
  id: z.string(),
  way: z.enum(mappingWays),
  at: whenSchema,
  /** Who recorded it, or took it back, and who decided so where that is somebody else. */
  by: z.strictObject({ recordedBy: z.string().nullable(), madeBy: z.string().nullable() }),
  reason: z.string().nullable(),
  /** What it takes, in words. */
  takes: z.string(),
  risks: z.array(z.strictObject({ id: z.string(), label: z.string(), open: z.boolean() })),
  /** Open findings that reach a risk by it today. */
  findings: count,
  withdrawnAt: whenSchema.nullable(),
});
export type MappingRow = z.infer<typeof mappingRow>;

export const mappingListSchema = z.strictObject({
  asOf: whenSchema,
  /** The newest first; those taken back after the ones in force. */
  mappings: z.array(mappingRow),
  families: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  tools: z.array(z.string()),
  /** Open findings without a risk by service and weakness family, the most first. */
  unmapped: z.array(z.strictObject({ serviceId: z.string(), service: z.string(), family: z.string(), familyName: z.string(), count })),
});
export type MappingList = z.infer<typeof mappingListSchema>;
