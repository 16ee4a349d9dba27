import type { Entry } from '#core/record/entry.ts';
import { viewAsOf } from '#core/record/view.ts';
import type { ImportContext, ImportItem, Source } from '#importers/importer.ts';
import { memorySource } from '#importers/reading/memory-source.ts';

/** A context for reading one file in a test; `held` is what the record holds already, `siblings` are files beside it. */
export function importContext(
  options: Partial<Omit<ImportContext, 'view' | 'sibling'>> & { held?: readonly Entry[]; siblings?: Readonly<Record<string, string>> } = {},
): ImportContext {
  const { held = [], siblings = {}, at = '2026-11-21', ...rest } = options;
  const files = new Map<string, Source>(Object.entries(siblings).map(([name, text]) => [name, memorySource(name, text)]));
  return {
    at,
    recordedBy: 'importer',
    view: viewAsOf(held, at),
    defaults: {},
    sibling: (name) => files.get(name),
    ...rest,
  };
}

/** Everything a reader yields. */
export async function itemsOf(items: AsyncIterable<ImportItem>): Promise<ImportItem[]> {
  const list: ImportItem[] = [];
  for await (const item of items) list.push(item);
  return list;
}

/** The entries a reader yields. */
export function entriesIn(items: readonly ImportItem[]): Entry[] {
  return items.flatMap((item) => (item.type === 'entry' ? [item.entry] : []));
}
