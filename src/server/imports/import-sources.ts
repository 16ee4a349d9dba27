import type { When } from '#core/time.ts';
import type { ImportReport } from '#contract/import-report.ts';
import { SourceRefused, type FormatName, type ImportContext, type Importer, type Rejection, type Source } from '#importers/importer.ts';
import { unpackedGzip } from '#importers/reading/gzip-source.ts';
import type { Batch, BatchHeader, Store } from '#store/store.ts';
import { settingNames } from '#server/context.ts';
import { columnsFor, type ColumnMapping } from '#server/imports/column-mappings.ts';
import { importerFor, loadingRank } from '#server/imports/detect-format.ts';
import { readSource, refusedReport } from '#server/imports/read-source.ts';
import { recordSoFar, type RecordSoFar } from '#server/imports/record-so-far.ts';
import { siblingOf } from '#server/imports/siblings.ts';
import { OUT_OF_SCOPE, type WriteScope } from '#server/imports/write-scope.ts';

export interface ImportOptions {
  /** The moment the batch is recorded on. */
  at: When;
  recordedBy: string;
  /** Read everything as this format instead of detecting it. */
  format?: FormatName | undefined;
  defaults?: ImportContext['defaults'] | undefined;
  columnMapping?: ColumnMapping | undefined;
  /** The scans cover the whole of what they say they scanned: what they no longer find is gone. */
  completeScan?: boolean | undefined;
  /** What may be written; a file that holds anything else is refused. Absent = everything. */
  scope?: WriteScope | undefined;
  /** The source an import token is bound to, where the files came with one. */
  sender?: string | undefined;
  /** Keeps on record that a file arrived that was refused or changed nothing. */
  keepArrivals?: boolean | undefined;
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
  /** Opens archives. Where it is absent they are refused by name. */
  unpack?: ((source: Source) => Promise<readonly Source[]>) | undefined;
}

/**
 * Imports a mixed batch: detects each source, loads who exists before what they own, and commits each source when it
 * was read to its end, so that a source is there wholly or not at all. Good rows stay beside rejected ones. A source
 * that changes nothing leaves nothing behind. The members of an archive are one unit: all of them or none. The reports come in the order of the sources given. Ends the frozen date
 * of a sample, because what arrives now would otherwise lie after it.
 */
export async function importSources(job: ImportJob): Promise<ImportReport[]> {
  const { store, options } = job;
  const record = await recordSoFar(store);
  const reports = await runSources(job, record, async (name, format, read) => {
    const batch = await store.begin(headerOf(options, name, format));
    try {
      const all = await read(batch, false);
      if (options.dryRun === true || !(changes(all) || options.keepArrivals === true)) await batch.rollback();
      else {
        await batch.commit(all);
        record.stored();
      }
      return all;
    } catch (error) {
      await batch.rollback();
      throw error;
    }
  }, true);
  if (options.keepArrivals === true && options.dryRun !== true) await keepRefused(job, reports);
  const changed = options.dryRun !== true && reports.some((report) => report.added + report.updated > 0);
  if (changed && (await store.setting(settingNames.sampleAsOf)) !== undefined) await store.saveSetting(settingNames.sampleAsOf, '');
  return reports;
}

function headerOf({ at, recordedBy, sender }: ImportOptions, source: string, format: string | null): BatchHeader {
  return { kind: 'import', recordedAt: at, recordedBy, source, ...(format === null ? {} : { format }), ...(sender === undefined ? {} : { sender }) };
}

/** A file of which nothing was taken stays on record with why: as a batch without an entry. */
async function keepRefused({ store, options }: ImportJob, reports: readonly ImportReport[]): Promise<void> {
  for (const report of reports) {
    if (!report.refused) continue;
    const batch = await store.begin(headerOf(options, report.file, report.format));
    await batch.commit([report]);
  }
}

type Read = (batch: Batch, shared: boolean) => Promise<ImportReport[]>;

function changes(reports: readonly ImportReport[]): boolean {
  return reports.some((report) => report.added + report.updated > 0);
}

/**
 * Reads every source in loading order; `within` opens the batch a source is read into, and ends it. `keepColumns` saves
 * the columns of a register once it is in; not while a batch is still open, which holds the one place to write from.
 */
export async function runSources(
  job: ImportJob,
  record: RecordSoFar,
  within: (name: string, format: FormatName, read: Read) => Promise<ImportReport[]>,
  keepColumns: boolean,
): Promise<ImportReport[]> {
  const { importers, options } = job;
  const dryRun = options.dryRun === true;
  const { sources, refused } = await openedSources(job);
  const reports = new Map<Source, ImportReport>(refused);
  const known: KnownSource[] = [];
  for (const source of sources) {
    try {
      known.push({ source, importer: await importerFor(source, importers, options.format) });
    } catch (error) {
      reports.set(source, refusedReport(source.name, null, refusalOf(source, error), dryRun));
    }
  }
  const run: SourceRun = { job, record, sources, keepColumns, of: known.length, done: 0, saves: [] };
  for (const unit of unitsOf(known)) {
    const [first] = unit;
    if (first === undefined) continue;
    const culprit = sources.find((source) => source.unit !== undefined && source.unit === first.source.unit && reports.get(source)?.refused === true);
    const back = record.mark();
    run.saves.length = 0;
    try {
      if (culprit !== undefined) throw new SourceRefused(unitRefusal(culprit));
      const all = await within(first.source.unit ?? first.source.name, first.importer.format, (batch, shared) => readUnit(unit, run, batch, shared));
      for (const [index, { source }] of unit.entries()) {
        const report = all[index];
        if (report !== undefined) reports.set(source, report);
      }
      for (const save of run.saves) await save();
    } catch (error) {
      if (!(error instanceof SourceRefused)) throw error;
      back();
      for (const { source, importer } of unit) {
        const isCulprit = unit.length === 1 || error.rejection.file === source.name || error.rejection.file === source.unit;
        const rejection = isCulprit ? error.rejection : unitRefusal(unit.find((each) => each.source.name === error.rejection.file)?.source ?? source, source.name);
        reports.set(source, refusedReport(source.name, importer.format, rejection, dryRun));
      }
    }
  }
  return [...refused.keys(), ...sources].flatMap((source) => reports.get(source) ?? []);
}

interface KnownSource {
  source: Source;
  importer: Importer;
}

/** What the sources of one run share. */
interface SourceRun {
  job: ImportJob;
  record: RecordSoFar;
  sources: readonly Source[];
  keepColumns: boolean;
  of: number;
  done: number;
  /** What is to be kept once the open batch is committed, which holds the one place to write from. */
  saves: (() => Promise<void>)[];
}

/** Sources alone, and the members of each archive together, in loading order; an archive where its first member stands. */
function unitsOf(known: readonly KnownSource[]): readonly (readonly KnownSource[])[] {
  const units = new Map<Source | string, KnownSource[]>();
  for (const each of known.toSorted((a, b) => loadingRank(a.importer.format) - loadingRank(b.importer.format))) {
    const key = each.source.unit ?? each.source;
    const unit = units.get(key);
    if (unit === undefined) units.set(key, [each]);
    else unit.push(each);
  }
  return [...units.values()];
}

async function readUnit(unit: readonly KnownSource[], run: SourceRun, batch: Batch, shared: boolean): Promise<ImportReport[]> {
  const { job, record, sources, of } = run;
  const { store, options, onProgress } = job;
  const dryRun = options.dryRun === true;
  const reports: ImportReport[] = [];
  for (const { source, importer } of unit) {
    const { format } = importer;
    const fault = options.scope?.formatFault(format);
    if (fault !== undefined) throw new SourceRefused({ file: source.name, place: 'file', code: OUT_OF_SCOPE, reason: fault, remedy: 'Send it with a token of that scope.' });
    run.done += 1;
    const position = run.done;
    const columns = await columnsFor(store, source, format, options.columnMapping);
    const context: ImportContext = {
      at: options.at,
      recordedBy: options.recordedBy,
      view: importer.linksFindings === true ? await record.viewWithFindings() : record.view(),
      spill: store.spill,
      findings: (ids) => batch.newestFindings(ids),
      openFindings: (serviceId, beginning) => batch.findingsOfService({ serviceId, beginning, openOnly: true }),
      findingsOf: (serviceId) => batch.findingsOfService({ serviceId, openOnly: false }),
      completeScan: options.completeScan,
      defaults: options.defaults ?? {},
      sibling: (name) => siblingOf(source, sources, name),
      columnMapping: columns.mapping,
    };
    const counted = countingBytes(source, (bytes) => onProgress?.({ file: source.name, position, of, bytes, size: source.size }));
    const result = await readSource({ source: counted, importer, context, batch, shared, dryRun, scope: options.scope });
    record.add(result.entries);
    reports.push(result.report);
    if (run.keepColumns && !dryRun && changes([result.report])) run.saves.push(columns.save);
  }
  return reports;
}

/** Sources after unpacking, and the reports of archives that cannot be opened. */
async function openedSources({ sources, options, unpack }: ImportJob): Promise<{ sources: readonly Source[]; refused: ReadonlyMap<Source, ImportReport> }> {
  const opened: Source[] = [];
  const refused = new Map<Source, ImportReport>();
  for (const source of sources) {
    try {
      const plain = await unpackedGzip(source);
      opened.push(...(plain === source && unpack !== undefined ? await unpack(source) : [plain]));
    } catch (error) {
      refused.set(source, refusedReport(source.name, null, refusalOf(source, error), options.dryRun === true));
    }
  }
  return { sources: opened, refused };
}

/** Why a good member of an archive is not taken: another is not. */
function unitRefusal(culprit: Source, file = culprit.name): Rejection {
  return {
    file, place: 'file', code: 'unit-refused', reason: `${culprit.name} cannot be used, and the files of an archive are taken together or not at all.`,
    remedy: 'Correct that file, or leave it out of the archive.',
  };
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
