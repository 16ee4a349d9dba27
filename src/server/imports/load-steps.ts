import { z } from 'zod';
import { isWhen, type When } from '#core/time.ts';
import type { ImportReport } from '#contract/import-report.ts';
import type { Importer, Source } from '#importers/importer.ts';
import type { Store } from '#store/store.ts';
import { settingNames } from '#server/context.ts';
import { runSources, type ImportProgress } from '#server/imports/import-sources.ts';
import { recordSoFar } from '#server/imports/record-so-far.ts';

const when = z.string().refine(isWhen, { error: 'is not a date such as 2026-06-30' });

const partSchema = z.strictObject({
  /** Files and folders, relative to the steps file. */
  paths: z.array(z.string().min(1)).min(1),
  service: z.string().optional(),
  release: z.string().optional(),
  stage: z.string().optional(),
  team: z.string().optional(),
});
type StepPart = z.infer<typeof partSchema>;

/** The day the files of the step were recorded on. */
const stepSchema = z.union([
  partSchema.extend({ at: when }),
  /** Files that came on one day from several places: each part says what its files do not. */
  z.strictObject({ at: when, parts: z.array(partSchema).min(1) }),
]);
type LoadStep = z.infer<typeof stepSchema>;

/** A file that says what is loaded as of which day: a history told by its files. */
const stepsFileSchema = z.strictObject({
  steps: z.array(stepSchema),
  /** The day a sample stands still on. */
  sampleAsOf: when.optional(),
  organisation: z.string().optional(),
});
export type StepsFile = z.infer<typeof stepsFileSchema>;

export interface StepsJob {
  store: Store;
  steps: readonly LoadStep[];
  /** Every file the steps may name, under its path relative to the steps file. */
  sources: readonly Source[];
  importers: readonly Importer[];
  recordedBy: string;
  /** Steps that were loaded before. */
  from?: number | undefined;
  onStep?: ((done: number, of: number) => void | Promise<void>) | undefined;
  onProgress?: ((progress: ImportProgress) => void) | undefined;
}

/** A path of a steps file that no file answers to. */
class StepRefused extends Error {
  override readonly name = 'StepRefused';
}

/**
 * Loads a history step by step, each step recorded on its day and committed as one batch. Within a step a source is
 * taken wholly or not at all, as in every import.
 */
export async function loadSteps(job: StepsJob): Promise<ImportReport[]> {
  const { store, steps, importers, recordedBy, from = 0 } = job;
  const record = await recordSoFar(store);
  const all: ImportReport[] = [];
  for (const [index, step] of steps.entries()) {
    if (index < from) continue;
    const { at } = step;
    const parts = 'parts' in step ? step.parts : [step];
    const header = { kind: 'import', recordedAt: at, recordedBy, source: sourceText(parts) } as const;
    const batch = await store.begin(header);
    try {
      const reports: ImportReport[] = [];
      for (const part of parts) {
        const { service: serviceId, release: releaseId, stage: stageId, team: teamId } = part;
        const defaults = { serviceId, releaseId, stageId, teamId };
        const sources = sourcesOf(part, job.sources);
        const sharing = { store, sources, importers, options: { at, recordedBy, defaults }, onProgress: job.onProgress };
        reports.push(...(await runSources(sharing, record, (_, __, read) => read(batch, true), false)));
      }
      if (reports.some((report) => report.added + report.updated > 0)) await batch.commit(reports);
      else await batch.rollback();
      all.push(...reports);
    } catch (error) {
      await batch.rollback();
      throw error;
    }
    await job.onStep?.(index + 1, steps.length);
  }
  return all;
}

function sourceText(parts: readonly StepPart[]): string {
  const paths = parts.flatMap((part) => part.paths);
  return paths.length > 8 ? `${paths.slice(0, 8).join(', ')} and ${paths.length - 8} more` : paths.join(', ');
}

function sourcesOf({ paths }: StepPart, sources: readonly Source[]): readonly Source[] {
  return paths.flatMap((path) => {
    const folder = path.endsWith('/') ? path : `${path}/`;
    const found = sources.filter(({ name }) => name === path || name.startsWith(folder));
    if (found.length === 0) throw new StepRefused(`The steps file names ${path}, and there is no such file or folder.`);
    return found;
  });
}

/** Reads a steps file. Throws `StepRefused` with the first thing wrong in it. */
export function readStepsFile(text: string): StepsFile {
  const parsed = stepsFileSchema.safeParse(jsonOf(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new StepRefused(`The steps file is not one: ${issue?.path.map(String).join('.') ?? ''} ${issue?.message ?? ''}`);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new StepRefused('The steps file is not JSON.');
  }
}

export type SampleLoad =
  | { state: 'loaded'; reports: readonly ImportReport[]; asOf: When | undefined }
  /** Loaded before. */
  | { state: 'present' }
  /** The record holds something else: a sample is never mixed into it. */
  | { state: 'own-record' };

export interface SampleJob {
  store: Store;
  /** The files of the sample, `load.json` among them, under paths of one folder. */
  files: readonly Source[];
  importers: readonly Importer[];
  onStep?: ((done: number, of: number) => void) | undefined;
}

const LOADED = 'loaded';

/** Loads the sample company into an empty record, or goes on where an earlier load was cut off. */
export async function loadSample({ store, files, importers, onStep }: SampleJob): Promise<SampleLoad> {
  const state = await store.setting(settingNames.sample);
  if (state === LOADED) return { state: 'present' };
  if (state === undefined && (await store.version()) > 0) return { state: 'own-record' };
  const stepsSource = files.find(({ name }) => name === 'load.json' || name.endsWith('/load.json'));
  if (stepsSource === undefined) throw new StepRefused('The sample has no load.json.');
  const folder = stepsSource.name.slice(0, -'load.json'.length);
  const { steps, sampleAsOf, organisation } = readStepsFile(await textOf(stepsSource));
  const from = state === undefined ? 0 : Number(state);
  if (sampleAsOf !== undefined) await store.saveSetting(settingNames.sampleAsOf, sampleAsOf);
  if (organisation !== undefined) await store.saveSetting(settingNames.organisation, organisation);
  if (state === undefined) await store.saveSetting(settingNames.sample, '0');
  const sources = files.map((file) => ({ ...file, name: file.name.slice(folder.length) }));
  const reports = await loadSteps({
    store, steps, sources, importers, recordedBy: 'sample', from,
    async onStep(done, of) {
      await store.saveSetting(settingNames.sample, done === of ? LOADED : String(done));
      onStep?.(done, of);
    },
  });
  return { state: 'loaded', reports, asOf: sampleAsOf };
}

async function textOf(source: Source): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const part of source.bytes()) text += decoder.decode(part, { stream: true });
  return text + decoder.decode();
}
