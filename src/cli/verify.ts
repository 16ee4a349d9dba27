import { CallRefused, type Command, type ExitCode } from '#cli/command.ts';
import { readOptions, storeLocation, storeOptions, withStore } from '#cli/options.ts';
import type { VerifyReport } from '#store/verify-record.ts';

export const verifyCommand: Command = {
  name: 'verify',
  usage: 'verify [--json] [--data DIR | --database URL]',
  summary: "checks the ledger's hash chain and that the database agrees with it",

  async run(args, terminal) {
    const { values, positionals } = readOptions(args, { ...storeOptions, json: { type: 'boolean' } });
    if (positionals.length > 0) throw new CallRefused('verify takes no file.');
    return withStore<ExitCode>(storeLocation(values, terminal), terminal, async ({ verify }) => {
      const report = await verify();
      terminal.print(values.json === true ? JSON.stringify(report, undefined, 2) : verifyText(report));
      return report.ok ? 0 : 1;
    });
  },
};

function verifyText({ ok, ledger, database }: VerifyReport): string {
  if (!ledger.ok) return `The ledger's chain is broken at entry ${ledger.broken.entry}: ${ledger.broken.reason}.`;
  const held = `The ledger's chain holds over ${ledger.entries} entries in ${ledger.batches} batches`;
  if (ok) return `${held}, and the database agrees with it in all ${database.versions} versions.`;
  return [`${held}; the database does not agree with it:`, ...database.differences.map((each) => `  ${each}`)].join('\n');
}
