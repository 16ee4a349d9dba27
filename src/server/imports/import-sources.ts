import type { When } from '#core/time.ts';
import type { ImportReport } from '#contract/import-report.ts';
import { SourceRefused, type FormatName, type ImportContext, type Importer, type Rejection, type Source } from '#importers/importer.ts';
import type { Batch, Store } from '#store/store.ts';
import { settingNames } from '#server/context.ts';
import { columnsFor, type ColumnMapping } from '#server/imports/column-mappings.ts';
import { importerFor, loadingRank } from '#server/imports/detect-format.ts';
import { readSource, refusedReport } from '#server/imports/read-source.ts';
import { recordSoFar, type RecordSoFar } from '#server/imports/record-so-far.ts';
import { siblingOf } from '#server/imports/siblings.ts';

export interface ImportOptions {
  /** The moment the batch is recorded on. */
  at: When;
  recordedBy: string;
  /** Read everything as this format instead of detecting it. */
  format?: FormatName | undefined;
  defaults?: ImportContext['defaults'] | undefined;
  columnMapping?: ColumnMapping | undefined;
  /** Reads and reports, and changes nothing. */
  dryRun?: boolean | undefined;
}

export interface ImportProgress {
  file: string;
  /** 1 for the first source. */
  position: number;
  of: number;
  /** Bytes read of this source so far; `size` where it is known, else 0. */
  bytes: number;
  size: number;
}

export interface ImportJob {
  store: Store;
  sources: readonly Source[];
  importers: readonly Importer[];
  options: ImportOptions;
  onProgress?: ((progress: ImportProgress) => void) | undefined;
}

/**
 * Imports a mixed batch: detects each source, loads who exists before what they own, and commits each source when it
 * was read to its end, so that a source is there wholly or not at all. Good rows stay beside rejected ones. A source
 * that changes nothing leaves nothing behind. The reports come in the order of the sources given. Ends the frozen date
 * of a sample, because what arrives now would otherwise lie after it.
 */
export async function importSources(job: ImportJob): Promise<ImportReport[]> {
  const { store, options } = job;
  const record = await recordSoFar(store);
  const reports = await runSources(job, record, async (name, format, read) => {
    const header = { kind: 'import', recordedAt: options.at, recordedBy: options.recordedBy, source: name, format } as const;
    const batch = await store.begin(header);
    try {
      const report = await read(batch, false);
      if (options.dryRun === true || report.added + report.updated === 0) await batch.rollback();
      else await batch.commit([report]);
      return report;
    } catch (error) {
      await batch.rollback();
      throw error;
    }
  }, true);
  const changed = options.dryRun !== true && reports.some((report) => report.added + report.updated > 0);
  if (changed && (await store.setting(settingNames.sampleAsOf)) !== undefined) await store.saveSetting(settingNames.sampleAsOf, '');
  return reports;
}

type Read = (batch: Batch, shared: boolean) => Promise<ImportReport>;

/**
 * Reads every source in loading order; `within` opens the batch a source is read into, and ends it. `keepColumns` saves
 * the columns of a register once it is in; not while a batch is still open, which holds the one place to write from.
 */
export async function runSources(
  { store, sources, importers, options, onProgress }: ImportJob,
  record: RecordSoFar,
  within: (name: string, format: FormatName, read: Read) => Promise<ImportReport>,
  keepColumns: boolean,
): Promise<ImportReport[]> {
  const dryRun = options.dryRun === true;
  const reports = new Map<Source, ImportReport>();
  const known: { source: Source; importer: Importer }[] = [];
  for (const source of sources) {
    try {
      known.push({ source, importer: await importerFor(source, importers, options.format) });
    } catch (error) {
      reports.set(source, refusedReport(source.name, null, refusalOf(source, error), dryRun));
    }
  }
  known.sort((a, b) => loadingRank(a.importer.format) - loadingRank(b.importer.format));
  for (const [index, { source, importer }] of known.entries()) {
    const { format } = importer;
    const columns = await columnsFor(store, source, format, options.columnMapping);
    const context: ImportContext = {
      at: options.at,
      recordedBy: options.recordedBy,
      view: importer.linksFindings === true ? await record.viewWithFindings() : record.view(),
      findings: record.findings,
      defaults: options.defaults ?? {},
      sibling: (name) => siblingOf(source, sources, name),
      columnMapping: columns.mapping,
    };
    const counted = countingBytes(source, (bytes) =>
      onProgress?.({ file: source.name, position: index + 1, of: known.length, bytes, size: source.size }));
    try {
      const report = await within(source.name, format, async (batch, shared) => {
        const result = await readSource({ source: counted, importer, context, batch, shared, dryRun });
        record.add(result.entries);
        return result.report;
      });
      reports.set(source, report);
      if (keepColumns && !dryRun && report.added + report.updated > 0) await columns.save();
    } catch (error) {
      if (!(error instanceof SourceRefused)) throw error;
      reports.set(source, refusedReport(source.name, format, error.rejection, dryRun));
    }
  }
  return sources.flatMap((source) => reports.get(source) ?? []);
}

function countingBytes(source: Source, tell: (bytes: number) => void): Source {
  return {
    ...source,
    async *bytes() {
      let bytes = 0;
      for await (const part of source.bytes()) {
        bytes += part.length;
        tell(bytes);
        yield part;
      }
    },
  };
}

/** A file that cannot be opened is lost alone, as one that cannot be used is. */
function refusalOf(source: Source, error: unknown): Rejection {
  if (error instanceof SourceRefused) return error.rejection;
  const what = error instanceof Error ? error.message : String(error);
  return { file: source.name, place: 'file', code: 'unreadable', reason: `It cannot be read: ${what}.`, remedy: 'Check that the file is there and may be read.' };
}
