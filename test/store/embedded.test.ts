import { appendFile, readdir, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openStore, type OpenedStore } from '#server/node/open-store.ts';
import { openPGlite } from '#store/pglite-database.ts';
import { emptyDatabase } from '#test/support/empty-database.ts';
import { temporaryFolders, edit, fingerprint, type Folders } from '#test/store/suite/folders.ts';
import { finding, save, team } from '#test/store/suite/store-under-test.ts';

vi.setConfig({ testTimeout: 300_000 });

let folders: Folders;
let empty: Blob;
const open = (dataDir: string): Promise<OpenedStore> => openStore({ dataDir }, { emptyDatabase: empty });
/** A closed data folder with a few batches; tests work on copies of it. */
let template: string;
/** The same, one batch earlier. */
let earlier: string;
let record: string;

beforeAll(async () => {
  folders = await temporaryFolders();
  empty = await emptyDatabase();
  template = await folders.make();
  const first = await open(template);
  await save(first.store, [team('a', 'Alpha'), ...Array.from({ length: 40 }, (_, n) => finding(`f${n}`, { serviceId: `s${n % 3}` }))]);
  await first.store.saveSetting('mapping', '{"Risk":"label"}');
  await save(first.store, [finding('f1', { severity: 'low' }), finding('f2', { fixedAt: '2026-06-02' })], { recordedAt: '2026-06-03' });
  await first.store.close();
  earlier = await folders.make(template);
  const second = await open(template);
  await save(second.store, [team('a', 'Beta')], { recordedAt: '2026-06-04', kind: 'act', source: 'rename' });
  await save(second.store, [finding('f3', { serviceId: 's9' })], { recordedAt: '2026-05-30' });
  await second.store.saveSetting('mapping', '{"Risk":"label","Owner":"ownerId"}');
  record = await fingerprint(second.store);
  await second.store.close();
}, 300_000);
afterAll(() => folders.remove());

async function withStore<T>(dataDir: string, work: (opened: OpenedStore) => Promise<T>): Promise<T> {
  const opened = await open(dataDir);
  try {
    return await work(opened);
  } finally {
    await opened.store.close();
  }
}

/** Opens, compares the whole record with the template's, verifies; the notices. */
const openedSame = (dataDir: string): Promise<readonly string[]> =>
  withStore(dataDir, async ({ store, notices, verify }) => {
    expect(await fingerprint(store)).toBe(record);
    expect(await verify()).toMatchObject({ ok: true });
    return notices;
  });

describe('a data folder', () => {
  test('is closed to others and opens again with the same record and nothing to say', async () => {
    const folder = await folders.make(template);
    expect(await openedSame(folder)).toEqual([]);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, 'ledger.jsonl'))).mode & 0o777).toBe(0o600);
    expect((await readdir(folder)).sort()).toEqual(['database', 'ledger.jsonl', 'ledger.mark']);
  });

  test('is held by one process; the second is refused and told which holds it', async () => {
    const folder = await folders.make(template);
    await withStore(folder, async () => {
      await expect(open(folder)).rejects.toThrow(`in use by process ${process.pid}`);
    });
    await openedSame(folder);
  });

  test('with the lock of a process that is gone opens', async () => {
    const folder = await folders.make(template);
    const boot = (await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '')).trim();
    await writeFile(join(folder, 'lock'), JSON.stringify({ pid: 2 ** 22 + 1, host: hostname(), since: '2026-01-01T00:00:00Z', boot, started: '1' }));
    if (boot !== '') expect(await openedSame(folder)).toEqual([]);
    else await openedSame(folder);
  });

  test('that was open when the machine stopped gets its database rebuilt', async () => {
    const folder = await folders.make(template);
    await writeFile(join(folder, 'lock'), JSON.stringify({ pid: process.pid, host: hostname(), since: '2026-01-01T00:00:00Z', boot: 'before', started: '1' }));
    expect((await openedSame(folder)).join(' ')).toContain('The machine stopped');
    expect(await readdir(folder)).toContain('database.set-aside-1');
  });
});

describe('the database of a data folder', () => {
  test('that is missing is rebuilt from the ledger to the same record', async () => {
    const folder = await folders.make(template);
    await rm(join(folder, 'database'), { recursive: true });
    expect(await openedSame(folder)).toEqual(['There was no database; it was rebuilt from the ledger.']);
    expect(await openedSame(folder)).toEqual([]);
  });

  test('that cannot be opened is set aside and rebuilt', async () => {
    const folder = await folders.make(template);
    await truncate(join(folder, 'database', 'global', 'pg_control'), 100);
    const notices = await openedSame(folder);
    expect(notices.join(' ')).toContain('could not be opened');
    expect(await readdir(folder)).toContain('database.set-aside-1');
    expect(await openedSame(folder)).toEqual([]);
  });

  test('that is behind the ledger is brought up to date', async () => {
    const folder = await folders.make(template);
    await rm(join(folder, 'database'), { recursive: true });
    await rename(join(await folders.make(earlier), 'database'), join(folder, 'database'));
    expect(await openedSame(folder)).toEqual(['3 changes of the ledger had not reached the database; applied now.']);
  });

  test('that is ahead of the ledger is refused by name, and nothing is changed', async () => {
    const folder = await folders.make(template);
    const old = await folders.make(earlier);
    for (const name of ['ledger.jsonl', 'ledger.mark']) await rename(join(old, name), join(folder, name));
    await expect(open(folder)).rejects.toThrow('The database is ahead of the ledger');
    await expect(open(folder)).rejects.toThrow('remove the folder database');
  });

  test('of another ledger is refused by name', async () => {
    const folder = await folders.make(template);
    const database = await openPGlite(join(folder, 'database'));
    const { id }: { id: string } = JSON.parse((await readFile(join(folder, 'ledger.jsonl'), 'utf8')).split('\n', 1)[0] ?? '').body;
    await database.query('update record_state set ledger_position = replace(ledger_position, $1, $2)', [id, crypto.randomUUID()]);
    await database.close();
    await expect(open(folder)).rejects.toThrow('another ledger');
  });
});

describe('the ledger of a data folder', () => {
  test('that is missing is not begun anew', async () => {
    const folder = await folders.make(template);
    await rm(join(folder, 'ledger.jsonl'));
    await expect(open(folder)).rejects.toThrow('no ledger.jsonl');
    await rm(join(folder, 'ledger.mark'));
    await expect(open(folder)).rejects.toThrow('no ledger.jsonl');
    expect(await readdir(folder)).toEqual(['database']);
  });

  test('with a torn end is cut there, the rest set aside, with a notice', async () => {
    const folder = await folders.make(template);
    const lines = (await readFile(join(folder, 'ledger.jsonl'), 'utf8')).split('\n');
    const torn = `${lines.at(-3) ?? ''}\n{"body":{"ent`;
    await appendFile(join(folder, 'ledger.jsonl'), torn);
    const [notice] = await openedSame(folder);
    expect(notice).toContain('never confirmed');
    const aside = (await readdir(folder)).filter((name) => name.startsWith('ledger.unconfirmed'));
    expect(aside).toHaveLength(1);
    expect(await readFile(join(folder, aside[0] ?? ''), 'utf8')).toBe(torn);
    expect(await openedSame(folder)).toEqual([]);
  });

  test('without its mark is read from the start', async () => {
    const folder = await folders.make(template);
    await rm(join(folder, 'ledger.mark'));
    expect(await openedSame(folder)).toEqual([]);
  });

  test('that lost confirmed entries is refused, whatever its database holds', async () => {
    const folder = await folders.make(template);
    await edit(join(folder, 'ledger.jsonl'), (text) => `${text.split('\n').slice(0, -2).join('\n')}\n`);
    await expect(open(folder)).rejects.toThrow('does not hold entry');
    await rm(join(folder, 'database'), { recursive: true });
    await expect(open(folder)).rejects.toThrow('does not hold entry');
  });

  test('with damage in its middle and no mark is refused and not cut', async () => {
    const folder = await folders.make(template);
    await rm(join(folder, 'ledger.mark'));
    const path = join(folder, 'ledger.jsonl');
    await edit(path, (text) => text.replace('Alpha', 'Omega'));
    const { size } = await stat(path);
    await expect(open(folder)).rejects.toThrow('Whole changes stand behind it');
    expect((await stat(path)).size).toBe(size);
  });

  test('edited while the record is open is named by verify', async () => {
    const folder = await folders.make(template);
    await withStore(folder, async ({ verify }) => {
      await edit(join(folder, 'ledger.jsonl'), (text) => text.replace('Alpha', 'Omega'));
      expect(await verify()).toMatchObject({ ok: false, ledger: { broken: { entry: 3 } } });
    });
  });
});

describe('verify', () => {
  test('names what was changed in the database behind the ledger', async () => {
    const folder = await folders.make(template);
    const database = await openPGlite(join(folder, 'database'));
    await database.exec(`
      update entry set body = jsonb_set(body, '{name}', '"Gamma"') where id = 'a' and seq = 1;
      update finding set severity = 'info' where id = 'f7';
      delete from finding where id = 'f9';
      update finding_open set open = open + 1 where service_id = 's1';
      update batch set report = '{"counts":{}}' where version = 2;
      update setting set value = '{}'`);
    await database.close();
    await withStore(folder, async ({ verify }) => {
      const report = await verify();
      expect(report).toMatchObject({ ok: false, ledger: { ok: true } });
      expect(report.database.differences.join('\n')).toMatch(
        /Version 1 \(teams a\) is not what(.|\n)*Version 9 \(findings f7\) is not what(.|\n)*Version 11 \(findings f9\) is not in(.|\n)*batch 2(.|\n)*setting mapping(.|\n)*holds 44 versions, the ledger 45(.|\n)*differ from a recount/,
      );
    });
  });
});
