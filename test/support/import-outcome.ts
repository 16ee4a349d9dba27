import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { SourceRefused, type ImportContext, type Importer, type ImportItem } from '#importers/importer.ts';
import { memorySource } from '#importers/reading/memory-source.ts';

/** What became of one file: counts, and the codes of what was refused, rejected and set right. */
export interface ImportOutcome {
  refused: string | undefined;
  /** Entries by kind. */
  entries: Readonly<Record<string, number>>;
  severities: Readonly<Record<string, number>>;
  rejected: Readonly<Record<string, number>>;
  repaired: Readonly<Record<string, number>>;
  items: readonly ImportItem[];
}

/** Reads a file from disk through an importer, as the server would. */
export async function outcomeOf(importer: Importer, path: string, context: ImportContext): Promise<ImportOutcome> {
  const items: ImportItem[] = [];
  let refused: string | undefined;
  try {
    for await (const item of importer.read(memorySource(basename(path), readFileSync(path)), context)) items.push(item);
  } catch (error) {
    if (!(error instanceof SourceRefused)) throw error;
    refused = error.rejection.code;
  }
  return {
    refused,
    entries: countsOf(items, (item) => (item.type === 'entry' ? item.entry.kind : undefined)),
    severities: countsOf(items, (item) => (item.type === 'entry' && item.entry.kind === 'findings' ? item.entry.entity.severity : undefined)),
    rejected: countsOf(items, (item) => (item.type === 'rejected' ? item.rejection.code : undefined)),
    repaired: countsOf(items, (item) => (item.type === 'repaired' ? item.rejection.code : undefined)),
    items,
  };
}

function countsOf(items: readonly ImportItem[], keyOf: (item: ImportItem) => string | undefined): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) {
    const key = keyOf(item);
    if (key !== undefined) counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}
