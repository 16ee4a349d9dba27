import { CallRefused, type Command, type ExitCode } from '#cli/command.ts';
import { absolute, readOptions, storeLocation, storeOptions, withStore } from '#cli/options.ts';
import { restoreLedger } from '#server/node/ledger-backup.ts';

export const restoreCommand: Command = {
  name: 'restore',
  usage: 'restore FILE --data DIR',
  summary: 'a backup into an empty data folder; the chain is checked first and the database made from it',

  async run(args, terminal) {
    const { values, positionals: [file, ...more] } = readOptions(args, storeOptions);
    if (file === undefined || more.length > 0) throw new CallRefused('restore takes one backup to read.');
    const location = storeLocation(values, terminal);
    if (!('dataDir' in location)) throw new CallRefused('restore is for a data folder; a PostgreSQL database is restored by its own tools (pg_restore).');
    const { entries, batches } = await restoreLedger(absolute(file, terminal), location.dataDir);
    return withStore<ExitCode>(location, terminal, async ({ store }) => {
      terminal.print(`${location.dataDir} holds the record again: ${entries} entries in ${batches} batches, at version ${await store.version()}.`);
      return 0;
    });
  },
};
