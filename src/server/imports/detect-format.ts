import { formatNames, type FormatName, type Importer, type Source } from '#importers/importer.ts';
import { limits } from '#importers/reading/limits.ts';

/** The importer a source is for, or `undefined`: asked by content first, in the order a batch is loaded. */
export async function importerFor(
  source: Source,
  importers: readonly Importer[],
  format: FormatName | undefined,
): Promise<Importer | undefined> {
  if (format !== undefined) return importers.find((importer) => importer.format === format);
  const start = await startOf(source);
  return inLoadingOrder(importers).find((importer) => importer.detects(start, source.name));
}

function inLoadingOrder(importers: readonly Importer[]): readonly Importer[] {
  return [...importers].sort((a, b) => loadingRank(a.format) - loadingRank(b.format));
}

/** Who exists is loaded before what they own. */
export function loadingRank(format: FormatName): number {
  return formatNames.indexOf(format);
}

/** The first 64 KiB as text; bytes that are no text stand as the replacement character, which no format begins with. */
async function startOf(source: Source): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of source.bytes()) {
    parts.push(part);
    size += part.length;
    if (size >= limits.startBytes) break;
  }
  const bytes = new Uint8Array(Math.min(size, limits.startBytes));
  let at = 0;
  for (const part of parts) {
    const taken = part.subarray(0, bytes.length - at);
    bytes.set(taken, at);
    at += taken.length;
  }
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}
