import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalJson } from '#store/canonical-json.ts';
import type { Store } from '#store/store.ts';
import { everything } from '#test/store/suite/store-under-test.ts';

export interface Folders {
  /** A new, empty folder, or a copy of another. */
  make(copyOf?: string): Promise<string>;
  remove(): Promise<void>;
}

/** Temporary data folders of one test file, removed together. */
export async function temporaryFolders(): Promise<Folders> {
  const root = await mkdtemp(join(tmpdir(), 'whose-call-store-'));
  let made = 0;
  return {
    async make(copyOf) {
      made += 1;
      const folder = join(root, String(made));
      if (copyOf !== undefined) await cp(copyOf, folder, { recursive: true });
      return folder;
    },
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

/** Rewrites a text file through a function. */
export async function edit(path: string, change: (text: string) => string): Promise<void> {
  await writeFile(path, change(await readFile(path, 'utf8')));
}

/** Everything a store answers with, as text: two records are the same when these are. */
export async function fingerprint(store: Store): Promise<string> {
  return canonicalJson({
    version: await store.version(),
    entries: await everything(store.allEntries()),
    imports: await store.imports(1_000),
    cells: await Promise.all(['2026-05-31', '2026-06-01', '2026-06-03', '2026-12-31'].map((asOf) => store.findingCells(asOf))),
    mapping: await store.setting('mapping'),
  });
}
