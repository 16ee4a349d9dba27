import { CallRefused, type Terminal } from '#cli/command.ts';
import { importerOf } from '#importers/detect.ts';
import { SourceRefused, type Source } from '#importers/importer.ts';
import { loadingRank } from '#server/imports/detect-format.ts';
import { PathRefused, sourcesUnder } from '#server/node/file-sources.ts';

/** Options of every command that takes files in: what a file does not say of itself, and how the report is given. */
export const fileOptions = {
  format: { type: 'string' },
  service: { type: 'string' },
  release: { type: 'string' },
  stage: { type: 'string' },
  team: { type: 'string' },
  at: { type: 'string' },
  complete: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

/** The files under the paths of a call. Refuses a call that names none, and a path that is not there. */
export async function filesUnder(paths: readonly string[], command: string, terminal: Terminal): Promise<readonly Source[]> {
  if (paths.length === 0) throw new CallRefused(`${command} takes at least one file or folder.`);
  return sourcesUnder(paths, terminal.folder).catch((error: unknown) => {
    throw error instanceof PathRefused ? new CallRefused(error.message) : error;
  });
}

/** A file with its place in the order of loading: who exists before what they own, what cannot be told last. */
export interface RankedFile {
  source: Source;
  rank: number;
}

/**
 * A folder holds more than input: what no format recognises and nobody named is left alone. A file that was named, or
 * that is known to be of another tool, stays and is answered for.
 */
export async function withoutBystanders(found: readonly Source[], named: readonly string[]): Promise<readonly RankedFile[]> {
  const kept: RankedFile[] = [];
  for (const source of found) {
    const rank = await rankOf(source);
    if (rank !== undefined || named.includes(source.name)) kept.push({ source, rank: rank ?? Number.MAX_SAFE_INTEGER });
  }
  return kept;
}

/** Refuses a call under whose paths no file is left. */
export function refuseNothingLeft(paths: readonly string[]): never {
  throw new CallRefused(`${paths.join(', ')}: no file there that can be imported.`);
}

/** `undefined` where no format recognises the file. */
async function rankOf(source: Source): Promise<number | undefined> {
  try {
    return loadingRank((await importerOf(source)).format);
  } catch (error) {
    if (error instanceof SourceRefused) return error.rejection.code === 'unknown-format' ? undefined : Number.MAX_SAFE_INTEGER;
    throw error;
  }
}
