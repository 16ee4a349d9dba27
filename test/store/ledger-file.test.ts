import { mkdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { durableFiles, type DurableFile, type DurableFiles } from '#server/node/durable-file.ts';
import { openLedgerFile, type LedgerFile } from '#server/node/ledger-file.ts';
import { LedgerRefused } from '#server/node/ledger-refused.ts';
import { createStore } from '#store/create-store.ts';
import type { Database } from '#store/database.ts';
import { LedgerUnwritable, StoreStopped } from '#store/ledger-port.ts';
import { openPGliteSession } from '#store/pglite-database.ts';
import { replay } from '#store/replay.ts';
import { singleSessionDatabase } from '#store/single-session.ts';
import type { Store } from '#store/store.ts';
import { emptyDatabase } from '#test/support/empty-database.ts';
import { fingerprint, temporaryFolders, type Folders } from '#test/store/suite/folders.ts';
import { finding, freshStore, save, team } from '#test/store/suite/store-under-test.ts';

vi.setConfig({ testTimeout: 300_000 });

let folders: Folders;
let database: Database;
/** What happened, in order: file operations and what the database was told. */
let events: string[] = [];
let commitFails = false;
const opened: LedgerFile[] = [];

beforeAll(async () => {
  folders = await temporaryFolders();
  const session = await openPGliteSession(undefined, await emptyDatabase());
  database = singleSessionDatabase({
    ...session,
    async exec(sql) {
      if (sql === 'commit') {
        events.push('commit');
        if (commitFails) {
          commitFails = false;
          await session.exec('rollback');
          throw new Error('the database went away');
        }
      }
      await session.exec(sql);
    },
  });
}, 300_000);
afterAll(async () => {
  await Promise.all(opened.map((ledger) => ledger.close()));
  await database.close();
  await folders.remove();
});
beforeEach(() => {
  events = [];
});

type Operation = 'write' | 'sync' | 'mark' | 'truncate';

/** The real files, with each operation noted and, when told, failing. */
function watchedFiles(fault: (operation: Operation, count: number) => boolean = () => false): DurableFiles {
  let count = 0;
  const act = async (operation: Operation, work: () => Promise<void>, half = work): Promise<void> => {
    events.push(operation);
    count += 1;
    if (!fault(operation, count)) return work();
    if (operation === 'write') await half();
    throw Object.assign(new Error(`ENOSPC in ${operation}`), { code: 'ENOSPC' });
  };
  return {
    async open(path) {
      const file: DurableFile = await durableFiles.open(path);
      return {
        ...file,
        write: (bytes, position) =>
          act('write', () => file.write(bytes, position), () => file.write(bytes.subarray(0, bytes.length - 20), position)),
        sync: () => act('sync', () => file.sync()),
        truncate: (size) => act('truncate', () => file.truncate(size)),
      };
    },
    replace: (path, text) => act('mark', () => durableFiles.replace(path, text)),
  };
}

async function newStore(folder: string, files: DurableFiles = durableFiles): Promise<Store> {
  await freshStore({ database: () => database, newLedger: () => neverLedger });
  const ledger = await openLedgerFile(folder, files);
  opened.push(ledger);
  await replay(database, ledger.linesAfter(undefined));
  return createStore({ database, ledger });
}

const neverLedger = {
  kept: 'before-commit' as const,
  write: () => Promise.reject(new Error('not used')),
  writeSetting: () => Promise.reject(new Error('not used')),
  close: () => Promise.resolve(),
};

const newFolder = async (): Promise<string> => {
  const folder = await folders.make();
  await mkdir(folder);
  return folder;
};

describe('an acknowledged batch', () => {
  test('is in the file, fsynced and marked before COMMIT is sent, acts, imports and settings alike', async () => {
    const folder = await newFolder();
    let lastLine = '';
    const files = watchedFiles();
    const store = await newStore(folder, {
      ...files,
      async open(path) {
        const file = await files.open(path);
        return {
          ...file,
          async sync() {
            lastLine = (await readFile(path, 'utf8')).trimEnd().split('\n').at(-1) ?? '';
            await file.sync();
          },
        };
      },
    });
    events = [];
    await save(store, [team('a', 'Alpha')], { kind: 'act' });
    expect(events.slice(-4)).toEqual(['write', 'sync', 'mark', 'commit']);
    expect(lastLine).toContain('"type":"commit"');
    await save(store, Array.from({ length: 5_000 }, (_, n) => finding(`f${n}`, { title: 'x'.repeat(400) })));
    expect(events.filter((event) => event === 'write').length).toBeGreaterThan(2);
    expect(events.slice(-4)).toEqual(['write', 'sync', 'mark', 'commit']);
    expect(lastLine).toContain('"version":2');
    await store.saveSetting('mapping', 'x');
    expect(events.slice(-4)).toEqual(['write', 'sync', 'mark', 'commit']);
    expect(lastLine).toContain('"type":"setting"');
  });
});

describe('a disk that fails', () => {
  test('at any one operation loses nothing acknowledged and keeps nothing half', async () => {
    for (let failing = 1; failing <= 12; failing += 1) {
      const folder = await newFolder();
      let failed: Operation | undefined;
      let armed = false;
      let operations = 0;
      const store = await newStore(folder, watchedFiles((operation) => {
        if (!armed) return false;
        operations += 1;
        if (operations === failing) failed = operation;
        return operations === failing;
      }));
      armed = true;
      const acknowledged: string[] = [];
      const refused: unknown[] = [];
      for (let n = 1; n <= 4; n += 1) {
        await save(store, [team(`t${n}`, 'long '.repeat(50 - 10 * n)), finding(`f${n}`)]).then(() => acknowledged.push(`t${n}`), (error: unknown) => refused.push(error));
      }
      expect(refused[0]).toBeInstanceOf(failed === 'sync' ? StoreStopped : LedgerUnwritable);
      // After a failed fsync nothing more is written; after a full disk the next batch goes through.
      expect(acknowledged.length).toBe(failed === 'sync' ? Math.floor((failing - 1) / 3) : 3);
      const reopened = await newStore(folder);
      const teams = (await reopened.entries()).filter(({ kind }) => kind === 'teams').map(({ entity }) => entity.id);
      // What was refused is not there; of a failed fsync nobody can tell.
      if (failed === 'sync') expect(teams).toEqual(expect.arrayContaining(acknowledged));
      else expect(teams).toEqual(acknowledged);
      expect(opened.at(-1)?.notices).toEqual([]);
      const cells = await reopened.findingCells('2026-12-31');
      expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(teams.length);
      await save(reopened, [team('after', 'T')]);
    }
  });

  test('a COMMIT the database refuses after the ledger took the batch stops writing; a restart applies it', async () => {
    const folder = await newFolder();
    const store = await newStore(folder);
    await save(store, [team('a', 'Alpha')]);
    const batch = await store.begin({ kind: 'act', recordedAt: '2026-06-01', recordedBy: 'x', source: 'y' });
    await batch.append([team('b', 'Beta')]);
    commitFails = true;
    await expect(batch.commit({})).rejects.toThrow(StoreStopped);
    await expect(save(store, [team('c', 'Gamma')])).rejects.toThrow('Restart Whose Call');
    expect(await store.entries()).toHaveLength(1);
    const reopened = await newStore(folder);
    expect((await reopened.entries()).map(({ entity }) => entity.id)).toEqual(['a', 'b']);
  });
});

describe('a power cut', () => {
  test('at any byte of the file leaves every change that was marked, or is refused by name', async () => {
    const folder = await newFolder();
    const store = await newStore(folder);
    for (let n = 1; n <= 6; n += 1) await save(store, [team(`t${n}`, 'T'.repeat(n))]);
    const ledger = await readFile(join(folder, 'ledger.jsonl'));
    const finalMark = await readFile(join(folder, 'ledger.mark'), 'utf8');
    const marks = await markAfterEach(ledger);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: ledger.length }),
        fc.integer({ min: 0, max: marks.length - 1 }),
        fc.constantFrom('cut', 'zeros', 'flip'),
        async (at, marked, damage) => {
          const mark = marks[marked] ?? finalMark;
          const kept = await newFolder();
          const bytes = new Uint8Array(ledger);
          if (damage === 'zeros') bytes.fill(0, at);
          if (damage === 'flip' && at < bytes.length) bytes[at] = (bytes[at] ?? 0) ^ 1;
          await writeFile(join(kept, 'ledger.jsonl'), damage === 'cut' ? bytes.subarray(0, at) : bytes);
          await writeFile(join(kept, 'ledger.mark'), mark);
          const { bytes: confirmed }: { bytes: number } = JSON.parse(mark);
          const file = await openLedgerFile(kept).catch((error: unknown) => {
            if (error instanceof LedgerRefused) return error;
            throw error;
          });
          if (file instanceof LedgerRefused) {
            // Only damage to what was confirmed, or in front of whole changes, is a reason to refuse.
            expect(at < confirmed || damage === 'flip').toBe(true);
            return;
          }
          expect(file.position().bytes).toBeGreaterThanOrEqual(confirmed);
          expect(ledger.subarray(0, file.position().bytes).equals(await readFile(join(kept, 'ledger.jsonl')))
            || at < confirmed).toBe(true);
          await file.close();
        },
      ),
      { seed: 20_261_121, numRuns: 300 },
    );
  });

  test('that empties the file is refused, not begun anew', async () => {
    const folder = await newFolder();
    const store = await newStore(folder);
    await save(store, [team('a', 'Alpha')]);
    await truncate(join(folder, 'ledger.jsonl'), 0);
    await expect(openLedgerFile(folder)).rejects.toThrow('does not hold entry');
  });
});

describe('a replayed ledger', () => {
  test('gives the same record as the one that was written', async () => {
    const folder = await newFolder();
    const store = await newStore(folder);
    for (let n = 0; n < 12; n += 1) {
      await save(store, Array.from({ length: 9 }, (_, k) => finding(`f${(n * 5 + k) % 20}`, { severity: n % 2 === 0 ? 'low' : 'high', serviceId: `s${k % 3}` })), {
        recordedAt: `2026-06-${String(((n * 7) % 27) + 1).padStart(2, '0')}`,
      });
    }
    await store.saveSetting('mapping', 'z');
    const written = await fingerprint(store);
    expect(await fingerprint(await newStore(folder))).toBe(written);
  });
});

/** The mark as it stood after each whole change. */
async function markAfterEach(ledger: Buffer): Promise<string[]> {
  const marks: string[] = [];
  const text = ledger.toString();
  const { id: ledgerId }: { id: string } = JSON.parse(text.slice(0, text.indexOf('\n'))).body;
  let bytes = 0;
  let version = 0;
  for (const line of text.trimEnd().split('\n')) {
    bytes += Buffer.byteLength(line) + 1;
    const { seq, hash, type }: { seq: number; hash: string; type: string } = JSON.parse(line);
    if (type === 'commit') version += 1;
    if (type === 'commit' || type === 'ledger') marks.push(JSON.stringify({ ledgerId, seq, hash, bytes, version }));
  }
  return marks;
}
