import { quoted } from '#importers/reading/place.ts';
import type { Fault } from '#importers/reading/rejection.ts';

/**
 * What is said of a document that states another version of its format than those that are read: it is read as one of
 * them, and whoever reads the report knows that something may be left out. A document that states none is not odd.
 */
export function oddVersion(place: string, stated: unknown, read: RegExp, inWords: string): Fault | undefined {
  if (stated === undefined || stated === null) return undefined;
  const version = typeof stated === 'string' || typeof stated === 'number' ? String(stated) : JSON.stringify(stated);
  if (read.test(version)) return undefined;
  return {
    place, code: 'version', reason: `The file states the version ${quoted(version)}; it was read as ${inWords}.`,
    remedy: 'Check that all of it was taken, or have it written in that version.',
  };
}
