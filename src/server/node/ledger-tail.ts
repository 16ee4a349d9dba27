import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DurableFile } from '#server/node/durable-file.ts';
import { fileLines } from '#server/node/ledger-file-lines.ts';
import type { LedgerPosition } from '#server/node/ledger-position.ts';
import { LedgerRefused } from '#server/node/ledger-refused.ts';
import { bodyOf } from '#store/ledger-body.ts';
import { readLine } from '#store/ledger-line.ts';
import { chainCheck } from '#store/verify-ledger.ts';

/**
 * Follows a ledger from its mark (or its start) to its last whole change. What comes after is a
 * change that was being written when the process or the machine stopped: it is copied to a file of
 * its own and cut off. Throws LedgerRefused where whole changes stand behind a broken entry: that is
 * damage, not a torn end.
 */
export async function settleTail(
  file: DurableFile,
  mark: LedgerPosition | undefined,
  folder: string,
  notices: string[],
): Promise<LedgerPosition> {
  const check = chainCheck(mark === undefined ? undefined : { head: mark, version: mark.version });
  let settled: LedgerPosition = mark ?? { ledgerId: '', seq: 0, hash: '', bytes: 0, version: 0 };
  let broken: string | undefined;
  for await (const { text, end, whole } of fileLines(file, settled.bytes)) {
    if (broken !== undefined) {
      if (readLine(text)?.type === 'commit') throw new LedgerRefused(`${broken} Whole changes stand behind it. Restore the data folder from a backup.`);
      continue;
    }
    const answer = whole ? await check.next(text) : undefined;
    if (answer?.ok !== true) {
      broken = `Entry ${check.head().seq + 1} of the ledger is not what was written${answer === undefined ? '' : `: ${answer.broken.reason}`}.`;
    } else if (!check.inBatch()) {
      const body = bodyOf(answer.line);
      settled = { ...check.head(), bytes: end, version: body.type === 'commit' ? body.version : settled.version };
    }
  }
  const size = await file.size();
  if (settled.seq === 0) throw new LedgerRefused(`${broken ?? 'The ledger is empty.'} Restore the data folder from a backup.`);
  if (size > settled.bytes) {
    const kept = await keepTail(file, settled, size, folder);
    await file.truncate(settled.bytes);
    await file.sync();
    notices.push(
      `The last change was not finished when the program stopped and was never confirmed: ${size - settled.bytes} bytes ` +
        `after entry ${settled.seq} of the ledger were set aside in ${kept}.`,
    );
  }
  return settled;
}

async function keepTail(file: DurableFile, settled: LedgerPosition, size: number, folder: string): Promise<string> {
  const tail = new Uint8Array(size - settled.bytes);
  let done = 0;
  for (let count = 1; count > 0 && done < tail.length; done += count) {
    count = await file.read(tail.subarray(done), settled.bytes + done);
  }
  const name = `ledger.unconfirmed-after-${settled.seq}.jsonl`;
  await writeFile(join(folder, `${name}.next`), tail, { mode: 0o600 });
  await rename(join(folder, `${name}.next`), join(folder, name));
  return name;
}
