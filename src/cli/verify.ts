import type { Command, ExitCode } from '#cli/command.ts';
import { absolute, readOptions, storeLocation, storeOptions, withStore } from '#cli/options.ts';
import { checkPackFile, sealsOf, type PackCheck } from '#cli/verify-pack.ts';
import type { VerifyReport } from '#store/verify-record.ts';

export const verifyCommand: Command = {
  name: 'verify',
  usage: 'verify [PACK.html ...] [--json] [--data DIR | --database URL]',
  summary: "checks the ledger's hash chain, that the database agrees with it, and packs against their seals",

  async run(args, terminal) {
    const { values, positionals } = readOptions(args, { ...storeOptions, json: { type: 'boolean' } });
    return withStore<ExitCode>(storeLocation(values, terminal), terminal, async ({ store, verify }) => {
      const report = await verify();
      const seals = sealsOf(await store.entries());
      const packs: PackCheck[] = [];
      for (const file of positionals) packs.push(await checkPackFile(absolute(file, terminal), file, seals));
      const ok = report.ok && packs.every((pack) => pack.ok);
      terminal.print(values.json === true
        ? JSON.stringify({ ...report, ok, sealedPacks: seals.size, packs }, undefined, 2)
        : [verifyText(report), sealsText(seals.size), ...packs.map((pack) => pack.finding)].join('\n'));
      return ok ? 0 : 1;
    });
  },
};

function sealsText(count: number): string {
  if (count === 0) return 'No sealed pack is on the record.';
  return `${count === 1 ? 'One sealed pack is' : `${count} sealed packs are`} on the record; name a file to check it against its seal.`;
}

function verifyText({ ok, ledger, database }: VerifyReport): string {
  if (!ledger.ok) return `The ledger's chain is broken at entry ${ledger.broken.entry}: ${ledger.broken.reason}.`;
  const held = `The ledger's chain holds over ${ledger.entries} entries in ${ledger.batches} batches`;
  if (ok) return `${held}, and the database agrees with it in all ${database.versions} versions.`;
  return [`${held}; the database does not agree with it:`, ...database.differences.map((each) => `  ${each}`)].join('\n');
}
