import { link, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname, uptime } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isCode } from '#server/node/durable-file.ts';

export const LOCK_FILE = 'lock';

/** A holder touches its lock this often; one on another machine that has not for `SILENT` is gone. */
const TOUCH = 20_000;
const SILENT = 120_000;

/** Removing a stale lock takes no time; a turn older than this belongs to a process that was killed in it. */
const TURN = 10_000;

/** Another process holds the data folder. */
export class FolderHeld extends Error {
  constructor(folder: string, holder: Holder) {
    super(
      `The data folder ${folder} is in use by process ${holder.pid} on ${holder.host} since ${holder.since}. ` +
        'Stop that process, or use another data folder.',
    );
    this.name = 'FolderHeld';
  }
}

interface Holder {
  pid: number;
  host: string;
  since: string;
  /** When the machine started: a holder from before a restart is gone, and its disk cache with it. */
  boot: string;
  /** When the process started, where the system says: another process may have taken over its number. */
  started: string;
}

export interface FolderLock {
  /** The folder was not let go before the machine stopped: what was written without fsync may be lost. */
  machineStopped: boolean;
  release(): Promise<void>;
}

/** Takes a folder for this process. Throws FolderHeld, naming the holder, while another live process has it. */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const path = join(folder, LOCK_FILE);
  const own = join(folder, `.lock-${process.pid}-${Math.trunc(performance.now() * 1_000)}`);
  const mine: Holder = {
    pid: process.pid, host: hostname(), since: new Date().toISOString(), boot: await bootOf(), started: await startOf(process.pid),
  };
  const text = JSON.stringify(mine);
  await writeFile(own, text, { mode: 0o600 });
  let machineStopped = false;
  try {
    for (;;) {
      try {
        // A link either makes the name or finds it taken: nobody sees a half-written lock.
        await link(own, path);
        break;
      } catch (error) {
        if (!isCode(error, 'EEXIST')) throw error;
      }
      const found = await readFile(path, 'utf8').catch(() => undefined);
      if (found === undefined) continue;
      const holder = holderOf(found);
      if (holder !== undefined && (await isAlive(holder, mine, path))) throw new FolderHeld(folder, holder);
      if (holder === undefined || holder.boot !== mine.boot) machineStopped = true;
      await removeStale(path, found, own);
    }
  } finally {
    await rm(own, { force: true });
  }
  const touching = setInterval(() => {
    const now = new Date();
    // A lock that cannot be touched is still held; whoever looks sees the older time.
    utimes(path, now, now).catch(() => undefined);
  }, TOUCH);
  touching.unref();
  return {
    machineStopped,
    async release() {
      clearInterval(touching);
      if ((await readFile(path, 'utf8').catch(() => undefined)) === text) await rm(path, { force: true });
    },
  };
}

/**
 * Several processes may find the same stale lock. They take turns in removing it, and each looks
 * again first: by then it may be another's fresh one.
 */
async function removeStale(path: string, expected: string, own: string): Promise<void> {
  const turn = `${path}.turn`;
  try {
    await link(own, turn);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
    const since = await stat(turn).then(({ mtimeMs }) => mtimeMs, () => Date.now());
    if (Date.now() - since > TURN) await rm(turn, { force: true });
    await setTimeout(10);
    return;
  }
  try {
    if ((await readFile(path, 'utf8').catch(() => undefined)) === expected) await rm(path, { force: true });
  } finally {
    await rm(turn, { force: true });
  }
}

async function isAlive(holder: Holder, mine: Holder, path: string): Promise<boolean> {
  if (holder.host !== mine.host) {
    const touched = await stat(path).then(({ mtimeMs }) => mtimeMs, () => 0);
    return Date.now() - touched < SILENT;
  }
  if (holder.boot !== mine.boot) return false;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if (isCode(error, 'ESRCH')) return false;
  }
  return (await startOf(holder.pid)) === holder.started;
}

async function bootOf(): Promise<string> {
  try {
    return (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim();
  } catch {
    return new Date(Math.round((Date.now() - uptime() * 1_000) / 60_000) * 60_000).toISOString();
  }
}

/** Field 22 of `/proc/PID/stat`: start time in clock ticks since boot; empty where there is no such file. */
async function startOf(pid: number): Promise<string> {
  try {
    const line = await readFile(`/proc/${pid}/stat`, 'utf8');
    return line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function holderOf(text: string): Holder | undefined {
  try {
    const { pid, host, since, boot, started } = { pid: 0, host: '', since: '', boot: '', started: '', ...JSON.parse(text) };
    return [host, since, boot, started].every((field) => typeof field === 'string') && Number.isInteger(pid)
      ? { pid, host, since, boot, started }
      : undefined;
  } catch {
    return undefined;
  }
}
