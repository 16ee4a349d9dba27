import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { importers } from '#importers/detect.ts';
import { loadSample } from '#server/imports/load-steps.ts';
import { sourcesUnder } from '#server/node/file-sources.ts';
import { createStore } from '#store/create-store.ts';
import { memoryLedger } from '#store/memory-ledger.ts';
import { databaseOver } from '#store/pglite-database.ts';

const repository = resolve(import.meta.dirname, '../..');

/** What the dump depends on: the sample's files and everything that reads and keeps them. */
const inputs = ['mocks/halden', 'src/core', 'src/importers', 'src/store', 'src/server'];

/**
 * Reads the sample company through the importers into a database and prints the path of its dump, which the mock API
 * opens in the browser. Kept until something it was made from changes.
 */
const target = join(repository, 'node_modules/.cache/whose-call', `sample-${inputsHash()}.tar.gz`);
if (!existsSync(target)) await writeDump(target);
process.stdout.write(target);

async function writeDump(path: string): Promise<void> {
  const engine = await PGlite.create();
  const store = await createStore({ database: databaseOver(engine), ledger: memoryLedger() });
  await loadSample({ store, files: await sourcesUnder(['.'], join(repository, 'mocks/halden')), importers });
  const dump = await engine.dumpDataDir('gzip');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.partial`, new Uint8Array(await dump.arrayBuffer()));
  renameSync(`${path}.partial`, path);
  await store.close();
}

function inputsHash(): string {
  const hash = createHash('sha256');
  for (const input of inputs) addToHash(hash, join(repository, input));
  return hash.digest('hex').slice(0, 16);
}

function addToHash(hash: ReturnType<typeof createHash>, folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) addToHash(hash, path);
    else if (!entry.name.includes('.test.')) hash.update(path.slice(repository.length)).update(readFileSync(path));
  }
}
