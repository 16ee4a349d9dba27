import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Source } from '#importers/importer.ts';
import { memorySource } from '#importers/reading/memory-source.ts';

/** Where the checked-in files of the sample lie. */
export const sampleFolder = join(import.meta.dirname, '..', 'halden');

/** The checked-in files as sources, by their path under the folder of the sample. */
export function sampleSources(): readonly Source[] {
  return readdirSync(sampleFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => memorySource(path.slice(sampleFolder.length + 1), readFileSync(path)));
}
