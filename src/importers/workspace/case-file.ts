import { z } from 'zod';
import type { Entry } from '#core/record/entry.ts';
import type { DocumentedCase } from '#core/replay/documented-case.ts';
import { isWhen } from '#core/time.ts';
import { quoted } from '#importers/reading/place.ts';
import { refuse, WHOLE_FILE } from '#importers/reading/rejection.ts';
import { CASE_SCHEMA, checkSchema, objectFields, readStructured } from '#importers/workspace/document.ts';
import { entriesOfReading, readModel, type WorkspaceReading } from '#importers/workspace/read-workspace.ts';

const when = z.string().refine(isWhen);
const text = z.string();
const optional = text.nullish();
/** YAML reads a bare year as a number. */
const textOrNumber = z.union([text, z.number().transform(String)]);
/** Only shown and never reckoned with: another shape than text counts as absent. */
const shown = textOrNumber.nullish().catch(undefined);

const expectation = z.object({
  flag: text, subject: optional, person: optional, by: when.nullish(), says: optional, note: optional,
});
const prohibition = z.object({ flag: optional, subject: optional, person: optional, why: optional });
const fact = z.object({
  id: text, date: shown, precision: optional, text, source: z.union([text, z.array(text)]).nullish(), basis: optional, page: shown,
});
const sourceDocument = z.object({
  id: text, title: optional, publisher: optional, date: shown, url: optional, verified: shown, note: shown,
});

const header = z.object({
  id: text,
  title: optional,
  sector: shown,
  legalStatus: optional,
  breachDate: z.union([textOrNumber, z.array(textOrNumber)]).nullish(),
  breachDateMeans: shown,
  discoveredAt: shown,
  disclosedAt: shown,
  sixQuestions: z.record(text, text).nullish().catch(undefined),
  headline: z.object({ asOf: when, risk: text, lack: text }).nullish().catch(undefined),
  replayable: z.boolean().nullish(),
  replay: z.object({ from: when, to: when, step: z.number().int().min(1).nullish() }).nullish(),
  expected: z.array(expectation).default([]),
  mustNotFire: z.array(prohibition).default([]),
  facts: z.array(fact).default([]),
  sources: z.array(sourceDocument).default([]),
  assumptions: z.array(text).nullish(),
  notAssessable: z.array(text).nullish(),
  caveats: z.array(text).nullish(),
});

/** A documented case: a workspace, and the flags that must and must not be up while it is replayed. */
export interface CaseFile extends DocumentedCase {
  /** Empty for a case that is told in words only. */
  entries: readonly Entry[];
  /** Rows of the model that could not be read, and what else was noticed. */
  reading: WorkspaceReading;
}

/**
 * Reads a `whose-call-case/1` file in JSON or YAML.
 *
 * @throws SourceRefused as `readWorkspace`, and with `schema` where the frame of the case is not readable.
 */
export function readCase(source: string, name = 'case'): CaseFile {
  const file = readStructured(source, name);
  checkSchema(file, CASE_SCHEMA);
  const parsed = header.safeParse(Object.fromEntries(file.fields));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const path = (issue?.path ?? []).filter((step) => typeof step !== 'symbol');
    return refuse(name, {
      place: path.length === 0 ? WHOLE_FILE : file.placeOf(path),
      code: 'schema',
      reason: `The case field ${quoted(path.join('.'))} cannot be read.`,
      remedy: `A case file names ${quoted(CASE_SCHEMA)}, an id, expected and mustNotFire.`,
    });
  }
  const model = objectFields(file.fields.get('model')) ?? new Map<string, unknown>();
  const reading = readModel(file, model, ['model']);
  return { ...parsed.data, entries: entriesOfReading(reading), reading };
}

/** True for a file that says it is a case. */
export function isCase(source: string): boolean {
  return /["']?schema["']?\s*:\s*["']?whose-call-case\//.test(source.slice(0, 4_096));
}
