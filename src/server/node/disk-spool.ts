import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chunksOf, tooLarge, type Spool } from '#server/uploads/spool.ts';

/** Keeps a body in a file only this account can read, in a folder of its own, until it is discarded. */
export const diskSpool: Spool = async (name, body, most) => {
  const folder = await mkdtemp(join(tmpdir(), 'whose-call-upload-'));
  const discard = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const path = join(folder, 'body');
  let size = 0;
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      for await (const chunk of chunksOf(body)) {
        size += chunk.length;
        if (size > most) throw tooLarge(most);
        await file.writeFile(chunk);
      }
    } finally {
      await file.close();
    }
  } catch (error) {
    await discard();
    throw error;
  }
  return { source: { name, size, bytes: () => createReadStream(path, { highWaterMark: 256 * 1024 }) }, discard };
};
