import { importerOf } from '#importers/detect.ts';
import { formatNames, type FormatName, type Importer, type Source } from '#importers/importer.ts';

/**
 * The importer a source is for: the one of the format that was named, else the one its content tells. Throws
 * `SourceRefused`, by the name of the foreign format where that is known.
 */
export async function importerFor(
  source: Source,
  importers: readonly Importer[],
  format: FormatName | undefined,
): Promise<Importer> {
  const named = format === undefined ? undefined : importers.find((importer) => importer.format === format);
  return named ?? (await importerOf(source));
}

/** Who exists is loaded before what they own. */
export function loadingRank(format: FormatName): number {
  return formatNames.indexOf(format);
}
