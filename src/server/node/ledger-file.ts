import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { durableFiles, isCode, type DurableFile, type DurableFiles } from '#server/node/durable-file.ts';
import { fileLines } from '#server/node/ledger-file-lines.ts';
import { readPosition, type LedgerPosition } from '#server/node/ledger-position.ts';
import { LedgerRefused } from '#server/node/ledger-refused.ts';
import { settleTail } from '#server/node/ledger-tail.ts';
import { sealBatch, sealSetting, type SealedLine } from '#store/ledger-batch.ts';
import { bodyOf } from '#store/ledger-body.ts';
import { firstLine } from '#store/ledger-line.ts';
import { LedgerUnwritable, StoreStopped, type Ledger } from '#store/ledger-port.ts';
import type { ReplayedLine } from '#store/replay.ts';
import { chainCheck } from '#store/verify-ledger.ts';

export const LEDGER_FILE = 'ledger.jsonl';
export const MARK_FILE = 'ledger.mark';

/** Lines are collected to this many characters before they go to the file. */
const BLOCK = 1 << 20;

export interface LedgerFile extends Ledger {
  /** After the last confirmed change. */
  position(): LedgerPosition;
  /** What was set right on opening, in plain words. */
  notices: readonly string[];
  /** Every line as it stands in the file; for `verify`. */
  lines(): AsyncGenerator<string>;
  /** Checked lines after a position of this ledger, or all. Throws LedgerRefused at a broken one. */
  linesAfter(position: LedgerPosition | undefined): AsyncGenerator<ReplayedLine>;
  /** True when the ledger passed through this position: its file holds that entry at that place. */
  holds(position: LedgerPosition): Promise<boolean>;
}

/**
 * The ledger of a data folder: an append-only file of JSON lines, fsynced before a change counts, and
 * a high-water mark beside it that names the last confirmed entry. What was written after the mark and
 * is not whole was never confirmed; it is set aside. Throws LedgerRefused where confirmed entries are
 * gone or changed.
 */
export async function openLedgerFile(folder: string, files: DurableFiles = durableFiles): Promise<LedgerFile> {
  const path = join(folder, LEDGER_FILE);
  const markPath = join(folder, MARK_FILE);
  const file = await files.open(path);
  const notices: string[] = [];
  let stopped: StoreStopped | undefined;
  let position: LedgerPosition;
  try {
    position = await openAt(file, await readMark(markPath), folder, notices);
    await files.replace(markPath, JSON.stringify(position));
  } catch (error) {
    await file.close();
    throw error;
  }

  /** Writes one change after the last; on return it is on the disk and marked. */
  async function append(sealed: AsyncIterable<SealedLine> | Iterable<SealedLine>, version: number): Promise<string> {
    if (stopped !== undefined) throw stopped;
    let { bytes, ...head } = { ...position };
    let block = '';
    const flush = async (): Promise<void> => {
      const data = new TextEncoder().encode(block);
      block = '';
      await attempt(() => file.write(data, bytes));
      bytes += data.length;
    };
    try {
      for await (const { line, head: next } of sealed) {
        block += `${line}\n`;
        head = { ...head, ...next };
        if (block.length >= BLOCK) await flush();
      }
      await flush();
    } catch (error) {
      await takeBack();
      throw error;
    }
    await syncOrStop();
    const next = { ...head, bytes, version };
    try {
      await attempt(() => files.replace(markPath, JSON.stringify(next)));
    } catch (error) {
      await takeBack();
      await syncOrStop();
      throw error;
    }
    position = next;
    return JSON.stringify(next);
  }

  async function takeBack(): Promise<void> {
    try {
      await file.truncate(position.bytes);
    } catch (error) {
      stopped = new StoreStopped(error);
      throw stopped;
    }
  }

  /** After a failed fsync nobody knows what the disk holds: it is not tried again, the process stops writing. */
  async function syncOrStop(): Promise<void> {
    try {
      await file.sync();
    } catch (error) {
      stopped = new StoreStopped(error);
      throw stopped;
    }
  }

  return {
    kept: 'before-commit',
    notices,
    position: () => position,
    write: (batch) => append(sealBatch(position, batch), batch.version),
    writeSetting: async (setting) => append([await sealSetting(position, setting)], position.version),
    async *lines() {
      // A line without its end is not whole, whatever it says.
      for await (const { text, whole } of fileLines(file, 0)) yield whole ? text : '';
    },
    async *linesAfter(from) {
      const check = chainCheck(from === undefined ? undefined : { head: from, version: from.version });
      let version = from?.version ?? 0;
      for await (const { text, end } of fileLines(file, from?.bytes ?? 0)) {
        const answer = await check.next(text);
        if (!answer.ok) throw new LedgerRefused(`Entry ${answer.broken.entry} of the ledger is not what was written: ${answer.broken.reason}.`);
        const body = bodyOf(answer.line);
        if (body.type === 'commit') ({ version } = body);
        const after: LedgerPosition = { ...check.head(), bytes: end, version };
        yield { body, position: JSON.stringify(after) };
      }
    },
    holds: (other) => holdsPosition(file, other),
    close: () => file.close(),
  };
}

async function attempt(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw new LedgerUnwritable(error);
  }
}

async function readMark(path: string): Promise<LedgerPosition | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
  const mark = readPosition(text);
  if (mark === undefined) throw new LedgerRefused(`The high-water mark ${path} cannot be read. Restore it or remove it; the ledger is then read from its start.`);
  return mark;
}

/** Where an opened file stands: a new one is begun, an old one is checked against its mark and its tail settled. */
async function openAt(
  file: DurableFile,
  mark: LedgerPosition | undefined,
  folder: string,
  notices: string[],
): Promise<LedgerPosition> {
  const size = await file.size();
  if (size === 0 && mark === undefined) {
    const { line, head } = await firstLine(randomUUID());
    const data = new TextEncoder().encode(`${line}\n`);
    await file.write(data, 0);
    await file.sync();
    return { ...head, bytes: data.length, version: 0 };
  }
  if (mark !== undefined && !(await holdsPosition(file, mark))) {
    throw new LedgerRefused(
      `The ledger ${join(folder, LEDGER_FILE)} does not hold entry ${mark.seq}, which was confirmed. ` +
        'Entries are missing or were changed. Restore the data folder from a backup; ' +
        `or, to go on without the missing entries, remove ${MARK_FILE} and the folder database beside it.`,
    );
  }
  return settleTail(file, mark, folder, notices);
}

/** Reads the end of the line before an offset: the seal is there. */
async function holdsPosition(file: DurableFile, { bytes, seq, hash }: LedgerPosition): Promise<boolean> {
  const seal = `"hash":"${hash}",`;
  const tail = new Uint8Array(Math.min(bytes, 400));
  const count = await file.read(tail, bytes - tail.length);
  const text = new TextDecoder().decode(tail.subarray(0, count));
  return count === tail.length && text.endsWith('}\n') && text.includes(seal) && text.includes(`,"seq":${seq},"type":"`);
}
