import { z } from 'zod';
import { whenSchema } from '#contract/when.ts';

const count = z.int().nonnegative();
const idOrNone = z.string().nullable().meta({ description: 'null = the record does not say' });
const medianDays = z.strictObject({ days: z.number().nullable(), cases: count });

const shippedSpanSchema = z.strictObject({
  from: whenSchema,
  to: whenSchema,
  releases: count,
  introduced: count,
  traced: count,
  escaped: count,
  shippedToFound: medianDays,
  foundToFixed: medianDays,
});

/** Counts of the findings of a place; the figures and sentences of the pages are made of them. */
export const riverSchema = z.strictObject({
  asOf: whenSchema,
  counts: z.strictObject({
    firstWeek: whenSchema,
    openBefore: count,
    weeks: z.array(z.strictObject({ week: whenSchema, found: count, fixed: count })),
    open: count,
    medianAgeDays: z.number().nonnegative().nullable(),
    stages: z.array(z.strictObject({ introducedStageId: idOrNone, foundStageId: idOrNone, count })),
    teams: z.array(z.strictObject({ introducedTeamId: idOrNone, fixedTeamId: idOrNone, fixed: z.boolean(), count })),
  }),
  shipped: z
    .strictObject({ introduced: count.meta({ description: 'All on the record that they introduced' }), now: shippedSpanSchema, before: shippedSpanSchema, foundToDecided: medianDays })
    .nullable()
    .meta({ description: 'What the team asked for, and those below it, shipped in the last half year and the one before; null where no team is asked for' }),
});
export type River = z.infer<typeof riverSchema>;
