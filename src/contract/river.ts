import { z } from 'zod';
import { findingRowSchema } from '#contract/finding.ts';
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
  foundToTold: medianDays,
  toldToDecided: medianDays,
  decidedToFixed: medianDays,
});

const shippedReleaseSchema = z.strictObject({ id: z.string(), serviceId: z.string(), version: z.string().nullable(), at: whenSchema });

/** Counts of the findings of a place; the figures and sentences of the pages are made of them. */
export const riverSchema = z.strictObject({
  asOf: whenSchema,
  counts: z.strictObject({
    firstWeek: whenSchema,
    openBefore: count,
    weeks: z.array(z.strictObject({ week: whenSchema, found: count, fixed: count })),
    open: count,
    openByWeek: z.array(z.strictObject({ week: whenSchema, count })).meta({ description: 'The open ones by the Monday of the week they were found in' }),
    medianAgeDays: z.number().nonnegative().nullable(),
    stages: z.array(z.strictObject({ introducedStageId: idOrNone, foundStageId: idOrNone, afterShipping: z.boolean(), count })),
    teams: z.array(z.strictObject({ introducedTeamId: idOrNone, fixedTeamId: idOrNone, fixed: z.boolean(), count })),
    untraced: z.strictObject({ open: count, all: count }).meta({ description: 'Without a recorded origin, and not bought in' }),
  }),
  repeats: z.strictObject({
    rows: z.array(z.strictObject({
      introducedTeamId: idOrNone, serviceId: z.string(), kind: z.string(), kindIs: z.enum(['weakness', 'rule']), escapes: count, again: count, open: count, firstFixedOn: whenSchema, lastOn: whenSchema,
    })),
    total: count,
  }).meta({ description: 'Kinds of defect that escaped again after a fix, in what one team made of one service; the one found last first, at most 50' }),
  releases: z.array(z.strictObject({ teamId: z.string(), count })).meta({ description: 'Releases of the place on the record, by the team that shipped them' }),
  shipped: z
    .strictObject({ introduced: count.meta({ description: 'All on the record that they introduced' }), now: shippedSpanSchema, before: shippedSpanSchema, releases: z.array(shippedReleaseSchema).meta({ description: 'What they shipped in both spans, newest first, at most 500' }), oldestEscaped: z.array(findingRowSchema).meta({ description: 'Open findings of their services that got past the stage that made them, longest known first' }) })
    .nullable()
    .meta({ description: 'What the team asked for, and those below it, shipped in the last half year and the one before; null where no team is asked for' }),
});
export type River = z.infer<typeof riverSchema>;
