import { isAbsolute, join } from 'node:path';
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { isWhen, type When } from '#core/time.ts';
import { CallRefused, type Terminal } from '#cli/command.ts';
import { openStore, type OpenedStore, type StoreLocation } from '#server/node/open-store.ts';

/** Where the record is kept when `--data` does not say. */
export const DATA_DIRECTORY = '.whose-call';

/** Options every command on the stored record takes. */
export const storeOptions = { data: { type: 'string' }, database: { type: 'string' } } as const;

/** Reads a command's options; an unknown one is refused by name. */
export function readOptions<T extends ParseArgsOptionsConfig>(args: readonly string[], options: T) {
  return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
}

/** A PostgreSQL URL, or a data folder as an absolute path. */
export function storeLocation(
  values: { data?: string | undefined; database?: string | undefined },
  terminal: Terminal,
): StoreLocation {
  const { data, database } = values;
  if (database !== undefined && data !== undefined) {
    throw new CallRefused('Give either --data or --database, not both: the record is in one place.');
  }
  if (database === undefined) return { dataDir: absolute(data ?? DATA_DIRECTORY, terminal) };
  if (!/^postgres(ql)?:\/\//.test(database)) {
    throw new CallRefused('--database takes a URL that begins with postgres://.');
  }
  return { url: database };
}

export function absolute(path: string, terminal: Terminal): string {
  return isAbsolute(path) ? path : join(terminal.folder, path);
}

/** A date option, checked; `fallback` where it is not given. */
export function dateOption(name: string, given: string | undefined, fallback: When): When {
  if (given === undefined) return fallback;
  if (isWhen(given)) return given;
  throw new CallRefused(`--${name} takes a date such as 2026-06-30; "${given}" is not one.`);
}

/** Opens the record, says what was set right on the way, runs, and closes it whatever happens. */
export async function withStore<T>(
  location: StoreLocation,
  terminal: Terminal,
  run: (opened: OpenedStore) => Promise<T>,
): Promise<T> {
  const opened = await openStore(location);
  for (const notice of opened.notices) terminal.say(notice);
  try {
    return await run(opened);
  } finally {
    await opened.store.close();
  }
}
