import type { Basis, Stamp } from '#core/record/entry.ts';
import type { ImportContext } from '#importers/importer.ts';

/** The stamp of what a file brings: recorded on the day of the batch, by whoever imports, from that file. */
export function stampOf(context: ImportContext, file: string, basis: Basis): Stamp {
  return { recordedAt: context.at, recordedBy: context.recordedBy, source: file, basis };
}

/** The entity without fields that hold `undefined`, so that absent is written in one way only. */
export function definedOnly<T extends object>(entity: T): T {
  const members = Object.entries(entity).filter(([, value]) => value !== undefined);
  // The members of a T but for those that hold nothing. Deleting them from a copy would make every such object slow to read.
  return Object.fromEntries(members) as T;
}
