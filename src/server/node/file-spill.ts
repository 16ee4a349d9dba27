import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Spill } from '#core/spill.ts';

const BLOCK = 1 << 20;

/**
 * A spill in a file of a folder. The file has no name any more once it is open, so that a killed process leaves nothing;
 * where a system keeps the name of an open file, the next spill takes it over.
 */
export async function fileSpill(folder: string): Promise<Spill> {
  const path = join(folder, `unfinished-batch-${process.pid}`);
  const file = await open(path, 'w+', 0o600);
  const named = await rm(path).then(() => false, () => true);
  let size = 0;
  return {
    async write(text) {
      const bytes = Buffer.from(text);
      for (let done = 0; done < bytes.length; ) done += (await file.write(bytes, done, bytes.length - done, size + done)).bytesWritten;
      size += bytes.length;
    },
    async *read() {
      const decoder = new TextDecoder();
      const block = new Uint8Array(BLOCK);
      for (let at = 0; at < size; ) {
        const { bytesRead } = await file.read(block, 0, Math.min(BLOCK, size - at), at);
        if (bytesRead === 0) throw new Error('What was kept of an import outside memory cannot be read back.');
        at += bytesRead;
        yield decoder.decode(block.subarray(0, bytesRead), { stream: at < size });
      }
    },
    async close() {
      await file.close();
      if (named) await rm(path, { force: true });
    },
  };
}
