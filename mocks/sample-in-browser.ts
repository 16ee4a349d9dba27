import type { Source } from '#importers/importer.ts';
import { memorySource } from '#importers/reading/memory-source.ts';

/** The files of the sample company as the bundler serves them. */
export async function sampleFiles(): Promise<readonly Source[]> {
  const files = import.meta.glob<string>('./halden/**/*', { query: '?raw', import: 'default' });
  return Promise.all(
    Object.entries(files).map(async ([path, load]) => memorySource(path.replace(/^\.\/halden\//, ''), await load())),
  );
}
