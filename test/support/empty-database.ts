import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';

const cache = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'whose-call');

/**
 * A dump of a new embedded database, made once and kept between runs: making one takes seconds, and
 * nearly every test needs one. How one is made is tried by the first-start tests of the store.
 */
export async function emptyDatabase(): Promise<Blob> {
  const path = join(cache, `empty-database-${await engineVersion()}.tar`);
  const kept = await readFile(path).catch(() => undefined);
  if (kept !== undefined) return new Blob([kept]);
  const engine = await PGlite.create();
  const dump = await engine.dumpDataDir('none');
  await engine.close();
  await mkdir(cache, { recursive: true });
  const unfinished = `${path}.${process.pid}-${performance.now()}`;
  await writeFile(unfinished, new Uint8Array(await dump.arrayBuffer()));
  await rename(unfinished, path);
  return dump;
}

async function engineVersion(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const { version }: { version: string } = JSON.parse(await readFile(join(dirname(entry), '..', 'package.json'), 'utf8'));
  return version;
}
