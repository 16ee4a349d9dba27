import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import type { Source } from '#importers/importer.ts';

/** Hidden folders in which forges keep CODEOWNERS. */
const OWNERSHIP_FOLDERS = new Set(['.github', '.gitlab']);

/** A path the user named that is not there or cannot be read. */
export class PathRefused extends Error {
  override readonly name = 'PathRefused';
}

/**
 * The files under the paths a user named, as sources. A folder gives every file in it, however deep,
 * in name order; hidden files, `node_modules` and symbolic links are left out. Nothing is opened until it is read.
 */
export async function sourcesUnder(paths: readonly string[], folder: string): Promise<Source[]> {
  const sources: Source[] = [];
  for (const path of paths) {
    const absolute = resolve(folder, path);
    const found = await stat(absolute).catch(() => undefined);
    if (found === undefined) throw new PathRefused(`${path}: there is no such file or folder. Check the path.`);
    if (found.isFile()) sources.push(fileSource(absolute, path.split(sep).join('/'), found.size));
    else if (found.isDirectory()) sources.push(...(await sourcesInFolder(absolute, path)));
    else throw new PathRefused(`${path}: neither a file nor a folder. Name one of those.`);
  }
  return sources;
}

async function sourcesInFolder(absolute: string, shown: string): Promise<Source[]> {
  const sources: Source[] = [];
  const entries = await readdir(absolute, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if ((entry.name.startsWith('.') && !OWNERSHIP_FOLDERS.has(entry.name)) || entry.name === 'node_modules') continue;
    const path = join(absolute, entry.name);
    if (entry.isDirectory()) sources.push(...(await sourcesInFolder(path, join(shown, entry.name))));
    else if (entry.isFile()) {
      const { size } = await stat(path);
      sources.push(fileSource(path, join(shown, entry.name).split(sep).join('/'), size));
    }
  }
  return sources;
}

/** One file as a source; `name` is what messages call it. */
function fileSource(path: string, name: string, size: number): Source {
  return { name, size, bytes: () => createReadStream(path, { highWaterMark: 256 * 1024 }) };
}
