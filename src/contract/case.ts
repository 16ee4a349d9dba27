import { z } from 'zod';
import { flagFamilies, flagIds } from '#core/flags/flag.ts';
import type { Lack } from '#core/picture/readiness.ts';
import { basisKinds } from '#core/replay/basis.ts';
import type { CaseSummary, CaseView, FlagRun, ReplayView } from '#core/replay/case-view.ts';
import { flagSubjectKinds } from '#contract/flag.ts';
import { daySchema, whenSchema } from '#contract/when.ts';

const text = z.string();
const maybe = text.nullable();
const texts = z.array(text);
const lacks = ['authority', 'information', 'both', 'neither'] as const satisfies Lack[];
const count = z.int().nonnegative();

const basisMark = z.strictObject({ kind: z.enum(basisKinds), words: text.meta({ description: 'Always shown: the words of the case where it says more than the kind.' }) });

const summary = {
  id: text, title: text, sector: maybe, legalStatus: maybe,
  kind: z.enum(['breach', 'control', 'told']).meta({ description: 'control = replayed without a breach and without an expected flag; told = in words only' }),
  from: daySchema.nullable(), to: daySchema.nullable(),
  breaches: z.array(z.strictObject({ day: daySchema.meta({ description: 'First day the date can mean' }), words: text })),
  sentence: text,
  basisMix: z.array(z.strictObject({ kind: z.enum(basisKinds), count })),
  firstDaysBefore: z.int().nullable(),
  upAtBreach: count.nullable(),
  checks: z.strictObject({ count, asExpected: count }),
  besideIds: texts,
};

/** A file that is no case, or rows of a case that were not taken: which file, which place in it, and what to do. */
const trouble = z.strictObject({ file: text, place: text, reason: text, remedy: text });

const countingText = z
  .strictObject({ text, counts: z.array(count) })
  .meta({ description: 'The text of the first day of the run. The figures counted in `counts`, from 0, grow by one a day.' });

const flagRun = z.strictObject({
  from: daySchema, to: daySchema, since: daySchema, standing: z.enum(['line', 'more', 'quiet']), sentence: countingText, nextStep: countingText,
}) satisfies z.ZodType<FlagRun>;

const replay = z.strictObject({
  from: daySchema, to: daySchema,
  step: count.meta({ description: 'Days between two looks' }), looks: count,
  stops: z.array(daySchema),
  entries: z.array(z.strictObject({
    key: text, kind: text, knownAt: daySchema.nullable().meta({ description: 'null = undated: on the record from the start' }),
    text, basis: basisMark, factIds: texts, sameDateFactIds: texts,
  })),
  risks: z.array(z.strictObject({ id: text, name: text, lacks: z.array(z.strictObject({ from: daySchema, to: daySchema, lack: z.enum(lacks) })) })),
  flags: z.array(z.strictObject({
    key: text, flag: z.enum(flagIds), family: z.enum(flagFamilies), title: text, subjectKind: z.enum(flagSubjectKinds), subject: text,
    subjectName: text, person: maybe, firstUp: daySchema, daysBefore: z.int().nullable(), notAssessable: z.boolean(), expected: z.boolean(),
    runs: z.array(flagRun), restsOn: texts,
  })),
  checks: z.array(z.strictObject({ flag: text, about: text, says: maybe, expected: text, got: whenSchema.nullable(), ok: z.boolean() })),
  failed: count,
  headline: z.strictObject({ asOf: daySchema, subjectName: text, expected: text, got: z.enum(lacks).nullable(), ok: z.boolean() }).nullable(),
}) satisfies z.ZodType<ReplayView>;

export interface CaseTrouble {
  file: string;
  place: string;
  reason: string;
  remedy: string;
}

export interface CaseListAnswer {
  cases: readonly CaseSummary[];
  /** Files that could not be read as a case. */
  troubles: readonly CaseTrouble[];
}

export interface CaseReplayAnswer {
  case: CaseView;
  file: string;
  /** Rows of the record that were not taken. */
  troubles: readonly CaseTrouble[];
}

export const caseListSchema: z.ZodType<CaseListAnswer> = z.strictObject({
  cases: z.array(z.strictObject(summary)),
  troubles: z.array(trouble),
});

const caseView: z.ZodType<CaseView> = z.strictObject({
  ...summary,
  breachMeans: maybe, breachFactIds: texts, discovered: maybe, disclosed: maybe,
  questions: z.array(z.strictObject({ question: text, answer: text, basis: basisMark })),
  facts: z.array(z.strictObject({
    id: text, dateWords: text, from: daySchema.nullable(), to: daySchema.nullable(), text, leftOut: count,
    sources: z.array(z.strictObject({ id: text, words: text })), basis: basisMark,
  })),
  sources: z.array(z.strictObject({ id: text, title: text, publisher: maybe, date: maybe, url: maybe, verified: maybe, note: maybe })),
  assumptions: texts, notAssessable: texts, caveats: texts,
  replay: replay.nullable(),
  whyNoReplay: maybe,
  wording: z.array(z.strictObject({ flag: text, title: text, says: maybe, sentences: texts })),
});

export const caseViewSchema: z.ZodType<CaseReplayAnswer> = z.strictObject({
  case: caseView,
  file: text.meta({ description: 'Name of the file the case was read from' }),
  troubles: z.array(trouble),
});
