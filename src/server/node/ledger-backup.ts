import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { syncFolder } from '#server/node/durable-file.ts';
import { lockFolder } from '#server/node/folder-lock.ts';
import { LEDGER_FILE, MARK_FILE } from '#server/node/ledger-file.ts';
import { readPosition } from '#server/node/ledger-position.ts';
import { DATABASE_FOLDER } from '#server/node/open-embedded.ts';
import { verifyLedger, type LedgerReport } from '#store/verify-ledger.ts';

/** A ledger whose chain holds. */
export type WholeLedger = Extract<LedgerReport, { ok: true }>;

/**
 * Writes what is confirmed of a data folder's ledger into one gzip file and reads it back to check the chain: the ledger
 * is the record, and the database is made from it. Works beside a running server, which only ever adds after the
 * high-water mark. Throws where the folder holds no ledger or the chain is broken.
 */
export async function backupLedger(dataDir: string, target: string): Promise<WholeLedger> {
  const ledger = join(dataDir, LEDGER_FILE);
  if (!existsSync(ledger)) throw new Error(`${dataDir} holds no ${LEDGER_FILE}: there is no record to back up.`);
  const mark = readPosition(await readFile(join(dataDir, MARK_FILE), 'utf8'));
  if (mark === undefined || mark.bytes === 0) throw new Error(`${join(dataDir, MARK_FILE)} cannot be read. Run whose-call verify once, then back up.`);
  const partial = `${target}.partial`;
  try {
    await pipeline(createReadStream(ledger, { start: 0, end: mark.bytes - 1 }), createGzip(), createWriteStream(partial, { mode: 0o600 }));
    const report = await checkBackup(partial, mark);
    await settle(partial, target);
    return report;
  } finally {
    await rm(partial, { force: true });
  }
}

/** Puts a backup into a data folder that holds no record. The chain is checked before anything there has its name. */
export async function restoreLedger(source: string, dataDir: string): Promise<WholeLedger> {
  const held = [LEDGER_FILE, MARK_FILE, DATABASE_FOLDER].find((name) => existsSync(join(dataDir, name)));
  if (held !== undefined) throw new Error(`${dataDir} holds a ${held} already. Restore into an empty data folder: --data DIR.`);
  const report = await checkBackup(source);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await chmod(dataDir, 0o700);
  const lock = await lockFolder(dataDir);
  const partial = join(dataDir, `${LEDGER_FILE}.partial`);
  try {
    await pipeline(createReadStream(source), createGunzip(), createWriteStream(partial, { mode: 0o600 }));
    await settle(partial, join(dataDir, LEDGER_FILE));
    return report;
  } finally {
    await rm(partial, { force: true });
    await lock.release();
  }
}

/** A file that was cut off does not unpack (RFC 1952 ends with length and checksum); one that was changed breaks the chain. */
async function checkBackup(path: string, mark?: { seq: number; hash: string }): Promise<WholeLedger> {
  const unpacked = new PassThrough();
  let trouble: unknown;
  const reading = pipeline(createReadStream(path), createGunzip(), unpacked).catch((error: unknown) => {
    trouble = error;
    unpacked.end();
  });
  const report = await verifyLedger(createInterface({ input: unpacked, crlfDelay: Infinity }), mark);
  unpacked.destroy();
  await reading;
  if (!report.ok) throw new Error(`${path} is not a whole backup: at entry ${report.broken.entry}, ${report.broken.reason}.`);
  if (trouble !== undefined) throw new Error(`${path} cannot be unpacked to its end: ${trouble instanceof Error ? trouble.message : String(trouble)}.`);
  if (report.entries === 0) throw new Error(`${path} holds no ledger.`);
  return report;
}

/** On the disk first, then under its name. */
async function settle(partial: string, target: string): Promise<void> {
  const handle = await open(partial, 'r+');
  await handle.sync();
  await handle.close();
  await rename(partial, target);
  await syncFolder(dirname(target));
}
