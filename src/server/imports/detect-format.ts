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
  if (format !== undefined) {
    const named = importers.find((importer) => importer.format === format);
    if (named !== undefined) return named;
  }
  const told = await importerOf(source, 'read');
  return importers.find((importer) => importer.format === told.format) ?? told;
}

/** Who exists is loaded before what they own. */
export function loadingRank(format: FormatName): number {
  return formatNames.indexOf(format);
}
