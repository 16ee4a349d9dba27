import { constants } from 'node:fs';
import { open, readdir, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The few operations the ledger needs of a file; a test puts faults in their place. */
export interface DurableFile {
  size(): Promise<number>;
  /** All of `bytes` at `position`. */
  write(bytes: Uint8Array, position: number): Promise<void>;
  /** Up to `bytes.length` bytes from `position`; 0 at the end. */
  read(bytes: Uint8Array, position: number): Promise<number>;
  truncate(size: number): Promise<void>;
  /** Resolves when everything written is on the disk (fsync). */
  sync(): Promise<void>;
  close(): Promise<void>;
}

export interface DurableFiles {
  /** Opens for reading and writing, creating the file (mode 0600, folder fsynced) where there is none. */
  open(path: string): Promise<DurableFile>;
  /** Replaces a small file whole: after a crash it holds the old text or the new, never a part. */
  replace(path: string, text: string): Promise<void>;
}

/** The real files of this machine. */
export const durableFiles: DurableFiles = {
  async open(path) {
    let handle: FileHandle;
    try {
      handle = await open(path, constants.O_RDWR | constants.O_CREAT | constants.O_EXCL, 0o600);
      await handle.sync();
      await syncFolder(dirname(path));
    } catch (error) {
      if (!isCode(error, 'EEXIST')) throw error;
      handle = await open(path, constants.O_RDWR);
    }
    return durable(handle);
  },
  async replace(path, text) {
    const next = join(dirname(path), `.${Date.now().toString(36)}-${process.pid}.next`);
    const handle = await open(next, 'w', 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } catch (error) {
      await rm(next, { force: true });
      throw error;
    } finally {
      await handle.close();
    }
    await rename(next, path);
  },
};

/** Makes the names in a folder durable. Windows has no such call and needs none. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes everything in a folder durable, files and names. */
export async function syncTree(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await syncTree(path);
    else if (entry.isFile()) await syncFile(path);
  }
  await syncFolder(folder);
}

async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

export function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

function durable(handle: FileHandle): DurableFile {
  return {
    size: async () => (await handle.stat()).size,
    async write(bytes, position) {
      for (let done = 0; done < bytes.length; ) {
        const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
        done += bytesWritten;
      }
    },
    read: async (bytes, position) => (await handle.read(bytes, 0, bytes.length, position)).bytesRead,
    truncate: (size) => handle.truncate(size),
    sync: () => handle.datasync(),
    close: () => handle.close(),
  };
}
