import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CaseFiles } from '#server/ports.ts';

/** The case files of a folder, in name order; a folder that is not there holds none. */
export function caseFolder(folder: string): CaseFiles {
  return async () => {
    const names = (await readdir(folder).catch(() => [])).filter((name) => /\.(json|ya?ml)$/i.test(name)).sort();
    return Promise.all(names.map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })));
  };
}
