import { existsSync } from 'node:fs';
import { chmod, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolder, syncTree } from '#server/node/durable-file.ts';
import { fileSpill } from '#server/node/file-spill.ts';
import { lockFolder, type FolderLock } from '#server/node/folder-lock.ts';
import { LEDGER_FILE, MARK_FILE, openLedgerFile, type LedgerFile } from '#server/node/ledger-file.ts';
import { readPosition, type LedgerPosition } from '#server/node/ledger-position.ts';
import { LedgerRefused } from '#server/node/ledger-refused.ts';
import type { OpenedStore } from '#server/node/open-store.ts';
import { openPGliteInWorker } from '#server/node/pglite-worker.ts';
import { createStore } from '#store/create-store.ts';
import { onlyRow, textOrNullOf, type Database } from '#store/database.ts';
import { migrate, SchemaTooNew } from '#store/migrate.ts';
import { replay } from '#store/replay.ts';
import { verifyRecord } from '#store/verify-record.ts';

export const DATABASE_FOLDER = 'database';

/**
 * The record of a data folder. The ledger file is what is kept; the database is an index of it that
 * is brought up to date on opening, and rebuilt where it is missing or cannot be trusted.
 */
export async function openEmbedded(dataDir: string, emptyDatabase?: Blob): Promise<OpenedStore> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await chmod(dataDir, 0o700);
  const lock = await lockFolder(dataDir);
  let ledger: LedgerFile | undefined;
  let database: Database | undefined;
  try {
    refuseLostLedger(dataDir);
    ledger = await openLedgerFile(dataDir);
    const notices = [...ledger.notices];
    database = await openIndex(dataDir, ledger, lock, notices, emptyDatabase);
    return opened(dataDir, database, ledger, lock, notices, await createStore({ database, ledger, spill: () => fileSpill(dataDir) }));
  } catch (error) {
    await database?.close();
    await ledger?.close();
    await lock.release();
    throw error;
  }
}

function opened(
  dataDir: string,
  database: Database,
  ledger: LedgerFile,
  lock: FolderLock,
  notices: readonly string[],
  store: OpenedStore['store'],
): OpenedStore {
  return {
    store: {
      ...store,
      async close() {
        await store.close();
        // The database engine never calls fsync; without the lock the next start trusts what is there.
        await syncTree(join(dataDir, DATABASE_FOLDER));
        await lock.release();
      },
    },
    notices,
    async verify() {
      const writer = await database.lockWriter();
      try {
        return await verifyRecord(database, () => ledger.lines(), ledger.position());
      } finally {
        await writer.release();
      }
    },
  };
}

/** A new ledger is begun only in a folder that never had one. */
function refuseLostLedger(dataDir: string): void {
  if (existsSync(join(dataDir, LEDGER_FILE))) return;
  const left = [MARK_FILE, DATABASE_FOLDER].find((name) => existsSync(join(dataDir, name)));
  if (left === undefined) return;
  throw new LedgerRefused(
    `The data folder ${dataDir} has a ${left} and no ${LEDGER_FILE}. The ledger is the record: restore it from a backup, ` +
      'or use an empty data folder.',
  );
}

/** The database, holding exactly what the ledger holds. */
async function openIndex(
  dataDir: string,
  ledger: LedgerFile,
  lock: FolderLock,
  notices: string[],
  emptyDatabase: Blob | undefined,
): Promise<Database> {
  const folder = join(dataDir, DATABASE_FOLDER);
  const existed = existsSync(folder);
  if (existed && !lock.machineStopped) {
    const held = await openHeld(folder);
    if (!(held instanceof Error)) return bringUpToDate(held, ledger, notices);
    notices.push(`The database could not be opened (${held.message}) and was rebuilt from the ledger.`);
  } else if (existed) {
    notices.push('The machine stopped while the record was open; the database was rebuilt from the ledger.');
  } else if (ledger.position().version > 0) {
    notices.push('There was no database; it was rebuilt from the ledger.');
  }
  return build(folder, ledger, notices, emptyDatabase);
}

/** Built beside its place and moved there when it is whole: a killed build leaves nothing that looks finished. */
async function build(folder: string, ledger: LedgerFile, notices: string[], emptyDatabase: Blob | undefined): Promise<Database> {
  const unfinished = `${folder}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  const database = await openPGliteInWorker(unfinished, emptyDatabase);
  try {
    await migrate(database);
    await replay(database, ledger.linesAfter(undefined));
  } finally {
    await database.close();
  }
  if (existsSync(folder)) notices.push(`The former database is in ${await setAside(folder)} and may be removed.`);
  await rename(unfinished, folder);
  await syncFolder(dirname(folder));
  return openPGliteInWorker(folder);
}

/** An open database and where it stands, or why it cannot be used. A newer schema is not damage. */
async function openHeld(folder: string): Promise<{ database: Database; position: string | null } | Error> {
  let database: Database | undefined;
  try {
    database = await openPGliteInWorker(folder);
    await migrate(database);
    const state = onlyRow(await database.query('select ledger_position from record_state'));
    return { database, position: textOrNullOf(state, 'ledger_position') };
  } catch (error) {
    await database?.close().catch(() => undefined);
    if (error instanceof SchemaTooNew) throw error;
    return error instanceof Error ? error : new Error(String(error));
  }
}

async function bringUpToDate(
  { database, position }: { database: Database; position: string | null },
  ledger: LedgerFile,
  notices: string[],
): Promise<Database> {
  try {
    const from = position === null ? undefined : readPosition(position);
    if (from !== undefined) await refuseForeign(from, ledger);
    const changes = await replay(database, ledger.linesAfter(from));
    if (changes > 0) {
      notices.push(`${changes === 1 ? '1 change' : `${changes} changes`} of the ledger had not reached the database; applied now.`);
    }
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function refuseForeign(at: LedgerPosition, ledger: LedgerFile): Promise<void> {
  const remedy = `Restore the ledger from a backup; or, to go on with what the ledger holds, remove the folder ${DATABASE_FOLDER}.`;
  const { ledgerId, seq } = ledger.position();
  if (at.ledgerId !== ledgerId) {
    throw new LedgerRefused(`The database was written with another ledger (${at.ledgerId}) than the one in the data folder (${ledgerId}). ${remedy}`);
  }
  if (at.seq > seq) {
    throw new LedgerRefused(`The database is ahead of the ledger: it holds entries up to ${at.seq}, the ledger ends at ${seq}. ${remedy}`);
  }
  if (!(await ledger.holds(at))) {
    throw new LedgerRefused(`The database stands at entry ${at.seq}, and the ledger has another entry there. ${remedy}`);
  }
}

async function setAside(folder: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const name = `${folder}.set-aside-${number}`;
    if (existsSync(name)) continue;
    await rename(folder, name);
    return name;
  }
}
