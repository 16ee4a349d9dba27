import { CallRefused, type Command, type ExitCode } from '#cli/command.ts';
import { absolute, readOptions, storeLocation, storeOptions } from '#cli/options.ts';
import { backupLedger } from '#server/node/ledger-backup.ts';

export const backupCommand: Command = {
  name: 'backup',
  usage: 'backup FILE [--data DIR]',
  summary: 'the confirmed ledger as one packed file, read back and checked; beside a running server too',

  async run(args, terminal): Promise<ExitCode> {
    const { values, positionals: [file, ...more] } = readOptions(args, storeOptions);
    if (file === undefined || more.length > 0) throw new CallRefused('backup takes one file to write.');
    const location = storeLocation(values, terminal);
    if (!('dataDir' in location)) throw new CallRefused('backup is for a data folder; a PostgreSQL database is backed up by its own tools (pg_dump).');
    const { entries, batches } = await backupLedger(location.dataDir, absolute(file, terminal));
    terminal.print(`${file} holds the ledger: ${entries} entries in ${batches} batches, and its chain holds.`);
    return 0;
  },
};
