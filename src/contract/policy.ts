import { z } from 'zod';
import { figureGroups, figureNames } from '#core/flags/policy-catalogue.ts';
import { flagIds } from '#core/flags/flag.ts';
import { settingNames } from '#core/policy/policy-difference.ts';
import type { PolicyPreview } from '#core/policy/policy-preview.ts';
import type { PolicyView } from '#core/policy/policy-view.ts';
import { moneySchema, typedText } from '#contract/fields.ts';
import { daySchema, whenSchema } from '#contract/when.ts';

const count = z.int().nonnegative();
const listOf = <T extends z.ZodType>(item: T) => z.array(item).readonly();
const flag = z.enum(flagIds);
const flagCount = z.strictObject({ flag, title: z.string(), count });

const toleranceSchema = z.strictObject({
  points: listOf(z.strictObject({ above: z.number(), atMost: z.number() })),
  setBy: z.string().optional(),
  setAt: whenSchema.optional(),
  source: z.string().optional(),
});

const name = z.enum(settingNames);
const change = z.strictObject({ name, label: z.string(), from: z.string(), to: z.string() });

const common = {
  name,
  label: z.string(),
  meaning: z.string(),
  why: z.string().meta({ description: 'Why the product default is what it is' }),
  valueWords: z.string(),
  defaultWords: z.string(),
  moves: listOf(flagCount).meta({ description: 'Flags a change can raise or clear, with how many are up' }),
  words: listOf(flag).meta({ description: 'Flags whose sentence or next step it changes' }),
  changed: z.strictObject({ words: z.string(), at: whenSchema.nullable(), by: z.string().nullable(), from: z.string() }).nullable(),
};

const settingSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('figure'), ...common, group: z.enum(figureGroups), value: z.number(), default: z.number(),
    unit: z.enum(['days', 'minutes', 'share', 'part', 'decisions', 'findings', 'fixes', 'actions', 'people', 'approvers', 'risks']),
    least: z.number(), most: z.number(), larger: z.enum(['fewer', 'more', 'either', 'words-only']),
  }),
  z.strictObject({ kind: z.literal('reserved'), ...common, value: listOf(z.string()), onRecord: listOf(z.strictObject({ category: z.string(), openRisks: count })) }),
  z.strictObject({ kind: z.literal('acceptanceNonDelegable'), ...common, value: z.boolean() }),
  z.strictObject({ kind: z.literal('tolerance'), ...common, value: toleranceSchema.nullable() }),
  z.strictObject({ kind: z.literal('currency'), ...common, value: z.string().nullable(), inUse: z.string() }),
]);

const versionSchema = z.strictObject({
  revision: count.meta({ description: '0 = the product defaults before any version' }),
  version: z.string(),
  words: z.string(),
  recordedAt: whenSchema.nullable(),
  recordedBy: z.string().nullable(),
  reason: z.string().nullable(),
  changes: listOf(change),
});

/** The policy in force on a day: every setting with its reason, who changed it, and every version before it. */
export const policyViewSchema = z.strictObject({
  asOf: whenSchema,
  today: whenSchema,
  revision: count.meta({ description: 'What a change is sent on top of' }),
  inForce: versionSchema,
  settings: listOf(settingSchema),
  versions: listOf(versionSchema).meta({ description: 'Newest first' }),
}) satisfies z.ZodType<PolicyView>;

const readinessCounts = z.strictObject({
  'can-decide-seen': count, 'can-decide-not-seen': count, 'cannot-decide-seen': count, 'cannot-decide-not-seen': count,
  'nobody-named': count, 'cannot-tell': count,
});

const subject = z.strictObject({
  kind: z.enum(['risk', 'team', 'process', 'person', 'finding', 'step', 'pack', 'organisation']), id: z.string(), label: z.string(),
});

/** What a change would do to the flags of today; nothing was saved. */
export const policyPreviewSchema = z.strictObject({
  asOf: whenSchema,
  revision: count,
  sentence: z.string(),
  changes: listOf(change),
  flags: listOf(z.strictObject({ flag, title: z.string(), before: count, after: count, gained: listOf(subject), lost: listOf(subject) })),
  readiness: z.strictObject({ before: readinessCounts, after: readinessCounts }),
}) satisfies z.ZodType<PolicyPreview>;

const changes = {
  figures: z
    .partialRecord(z.enum(figureNames), z.number().nullable())
    .optional()
    .meta({ description: 'By the name of the setting; null = back to the product default' }),
  reserved: z.array(z.string().trim().max(200)).max(200).optional(),
  acceptanceNonDelegable: z.boolean().optional(),
  currency: z.string().max(10).nullable().optional(),
  tolerance: z
    .strictObject({
      points: z.array(z.strictObject({ above: moneySchema, atMost: z.number() })).max(50),
      setBy: typedText(300).optional(),
      setAt: daySchema.optional(),
      source: typedText(1_000).optional(),
    })
    .nullable()
    .optional(),
};

/** What would be changed. Absent = as it is. */
export const policyPreviewBody = z.strictObject(changes);

export const policySaveBody = z.strictObject({
  ...changes,
  base: count.meta({ description: 'The revision the change was made on top of' }),
  reason: typedText(2_000),
  version: typedText(60).optional().meta({ description: 'Name of the new version. Absent = policy-2, policy-3 and so on.' }),
});
