import type { ImportReport } from '#contract/import-report.ts';
import type { Entry } from '#core/record/entry.ts';
import { SourceRefused, type HeldScan, type ImportContext, type Importer, type ImportItem, type OwnerClaim, type Rejection, type Source } from '#importers/importer.ts';
import { limits } from '#importers/reading/limits.ts';
import { handOver } from '#server/imports/hand-over.ts';
import { OUT_OF_SCOPE, type WriteScope } from '#server/imports/write-scope.ts';
import type { Batch } from '#store/store.ts';

/** Lines of one kind kept in a report; the rest are counted. */
const KEPT_LINES = 200;
/** Entries handed to the batch at once; the next ones are read meanwhile. */
const CHUNK = 2_500;
/** Services, and owners that a file names otherwise than the record, kept in a report. */
const KEPT_SERVICES = 2_000;

export interface ReadSource {
  source: Source;
  importer: Importer;
  context: ImportContext;
  batch: Batch;
  /** Nothing is handed to the batch before the whole source was read, because other sources share the batch. */
  shared: boolean;
  dryRun: boolean;
  /** What may be written; absent = everything. */
  scope?: WriteScope | undefined;
}

export interface SourceResult {
  report: ImportReport;
  /** What the source brought: without findings where it is stored by itself, since there may be a million of them. */
  entries: readonly Entry[];
}

/** Reads one source into a batch. Throws `SourceRefused` where nothing of it can be used. */
export async function readSource({ source, importer, context, batch, shared, dryRun, scope }: ReadSource): Promise<SourceResult> {
  const report: ImportReport = {
    file: source.name, format: importer.format, refused: false, dryRun, read: 0, added: 0, updated: 0, unchanged: 0,
    rejected: [], moreRejected: 0, repaired: [], moreRepaired: 0, notes: [],
  };
  const entries: Entry[] = [];
  const services = new Set<string>();
  const claims: OwnerClaim[] = [];
  const held: HeldScan[] = [];
  const hand = handOver(batch, report);
  let waiting: Entry[] = [];
  try {
    for await (const item of itemsOf(importer, source, context)) {
      switch (item.type) {
        case 'entry': {
          const fault = scope?.entryFault(item.entry, context.view);
          if (fault !== undefined) throw new SourceRefused({ file: source.name, place: item.place, code: OUT_OF_SCOPE, reason: fault, remedy: 'Send it with a token of that scope.' });
          if (item.entry.kind === 'findings' && services.size < KEPT_SERVICES) services.add(item.entry.entity.serviceId);
          if (shared || item.entry.kind !== 'findings') entries.push(item.entry);
          waiting.push(item.entry);
          if (shared || waiting.length < CHUNK) break;
          await hand.next(waiting);
          waiting = [];
          break;
        }
        case 'rejected':
          if (report.rejected.length < KEPT_LINES) report.rejected.push(item.rejection);
          else report.moreRejected += 1;
          break;
        case 'repaired':
          if (report.repaired.length < KEPT_LINES) report.repaired.push(item.rejection);
          else report.moreRepaired += 1;
          break;
        case 'held':
          held.push({ ...item.held, findingIds: item.held.findingIds.slice(0, limits.heldFindings) });
          break;
        case 'note':
          report.notes.push(item.text);
          if (item.claim !== undefined && claims.length < KEPT_SERVICES) claims.push(item.claim);
          break;
      }
    }
    await hand.next(waiting);
  } finally {
    await hand.end();
  }
  report.read = report.added + report.updated + report.unchanged + report.rejected.length + report.moreRejected;
  if (services.size > 0) report.services = [...services];
  if (claims.length > 0) report.claims = claims;
  if (held.length > 0) report.held = held.map((each) => ({ ...each, findingIds: [...each.findingIds] }));
  return { report, entries };
}

/** Whatever stops a reader, only its own source is lost. What goes wrong in the store is not caught here. */
async function* itemsOf(importer: Importer, source: Source, context: ImportContext): AsyncGenerator<ImportItem, void, undefined> {
  const items = importer.read(source, context)[Symbol.asyncIterator]();
  for (;;) {
    let next: IteratorResult<ImportItem>;
    try {
      next = await items.next();
    } catch (error) {
      throw error instanceof SourceRefused ? error : new SourceRefused(stopped(source, importer, error));
    }
    if (next.done === true) return;
    yield next.value;
  }
}

function stopped(source: Source, importer: Importer, error: unknown): Rejection {
  const what = error instanceof Error ? error.message : String(error);
  return {
    file: source.name,
    place: 'file',
    code: 'reader-stopped',
    reason: `The reader for ${importer.title} stopped: ${what}.`,
    remedy: 'Nothing of the file was taken. Please report it with the file.',
  };
}

/** The report of a source of which nothing was taken. */
export function refusedReport(file: string, format: string | null, rejection: Rejection, dryRun: boolean): ImportReport {
  return {
    file, format, refused: true, dryRun, read: 0, added: 0, updated: 0, unchanged: 0, rejected: [rejection],
    moreRejected: 0, repaired: [], moreRepaired: 0, notes: [],
  };
}
