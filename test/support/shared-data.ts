import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Real files beside the checkout, for tests only; a bare clone has none and those tests do not register. */
const root = process.env['WHOSE_CALL_SHARED'] ?? resolve(import.meta.dirname, '../../../shared');

/** Absolute path of a file of the shared data, or undefined where it is not there. */
export function sharedFile(relative: string): string | undefined {
  const path = join(root, relative);
  return existsSync(path) ? path : undefined;
}

/** Absolute paths of the files of one shared folder, sorted; empty where the folder is not there. */
export function sharedFiles(folder: string): readonly string[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(path, entry.name))
    .sort();
}
