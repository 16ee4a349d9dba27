import type { ImportReport } from '#contract/import-report.ts';
import { importers } from '#importers/detect.ts';
import { memorySource } from '#importers/reading/memory-source.ts';
import { importSources } from '#server/imports/import-sources.ts';
import { unpackedZip } from '#server/node/archive/unpacked-zip.ts';
import type { Store } from '#store/store.ts';

/** The reports of one file through the whole import, for the service `shop`, with nothing kept. */
export function lookedAt(store: Store, file: string, content: string | Uint8Array): Promise<ImportReport[]> {
  return importSources({ store, importers, unpack: unpackedZip, sources: [memorySource(file, content)], options: { at: '2026-11-21', recordedBy: 'test', defaults: { serviceId: 'shop' }, dryRun: true } });
}

export type Outcome = 'REJECT' | 'PARTIAL' | 'ACCEPT';

/** Every line the reports have about what was not taken or was set right. */
export function reportLines(reports: readonly ImportReport[]): ImportReport['rejected'] {
  return reports.flatMap(({ rejected, repaired }) => [...rejected, ...repaired]);
}

export function outcomeOfReports(reports: readonly ImportReport[]): Outcome {
  if (reports.every(({ refused }) => refused)) return 'REJECT';
  return reportLines(reports).length > 0 ? 'PARTIAL' : 'ACCEPT';
}
