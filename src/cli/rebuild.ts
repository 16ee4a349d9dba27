import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CallRefused, type Command, type ExitCode } from '#cli/command.ts';
import { readOptions, storeLocation, withStore } from '#cli/options.ts';
import { lockFolder } from '#server/node/folder-lock.ts';
import { LEDGER_FILE } from '#server/node/ledger-file.ts';
import { DATABASE_FOLDER } from '#server/node/open-embedded.ts';

export const rebuildCommand: Command = {
  name: 'rebuild',
  usage: 'rebuild [--data DIR]',
  summary: 'makes the embedded database anew from the ledger',

  async run(args, terminal) {
    const { values, positionals } = readOptions(args, { data: { type: 'string' } });
    if (positionals.length > 0) throw new CallRefused('rebuild takes no file.');
    const location = storeLocation(values, terminal);
    if (!('dataDir' in location)) throw new CallRefused('rebuild is for a data folder.');
    if (!existsSync(join(location.dataDir, LEDGER_FILE))) {
      throw new CallRefused(`${location.dataDir} holds no ledger to rebuild from.`);
    }
    const lock = await lockFolder(location.dataDir);
    await rm(join(location.dataDir, DATABASE_FOLDER), { recursive: true, force: true });
    await lock.release();
    return withStore<ExitCode>(location, terminal, async ({ store }) => {
      terminal.say(`The database stands at version ${await store.version()} of the record.`);
      return 0;
    });
  },
};
