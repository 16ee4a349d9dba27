import type { Basis, Stamp } from '#core/record/entry.ts';
import type { ImportContext } from '#importers/importer.ts';

/** The stamp of what a file brings: recorded on the day of the batch, by whoever imports, from that file. */
export function stampOf(context: ImportContext, file: string, basis: Basis): Stamp {
  return { recordedAt: context.at, recordedBy: context.recordedBy, source: file, basis };
}

/** The entity without fields that hold `undefined`, so that absent is written in one way only. */
export function definedOnly<T extends object>(entity: T): T {
  const copy = { ...entity };
  for (const [name, value] of Object.entries(copy)) if (value === undefined) Reflect.deleteProperty(copy, name);
  return copy;
}
