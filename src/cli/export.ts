import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { csvOf } from '#core/csv-text.ts';
import type { Entry } from '#core/record/entry.ts';
import { indexRecord, type RecordIndex } from '#core/record/record-index.ts';
import { viewAsOf } from '#core/record/view.ts';
import { nistRegister } from '#core/picture/nist-register.ts';
import { oscalPoam } from '#core/picture/oscal-poam.ts';
import { registerTable } from '#core/picture/register-table.ts';
import { topTeam } from '#core/picture/team-index.ts';
import { teamRows } from '#core/picture/team-rows.ts';
import { CallRefused, type Command, type ExitCode, type Terminal } from '#cli/command.ts';
import { absolute, dateOption, readOptions, storeLocation, storeOptions, withStore } from '#cli/options.ts';
import { workspaceLines } from '#importers/workspace/write-workspace.ts';

export const exportCommand: Command = {
  name: 'export',
  usage: 'export [--format whose-call|csv|nist-8286|oscal-poam] [--as-of DATE] [--out FILE] [--data DIR | --database URL]',
  summary: 'the whole record as one whose-call/1 file, or the register of a day as CSV or in the fields of NIST IR 8286r1',

  async run(args, terminal) {
    const { values, positionals } = readOptions(args, {
      ...storeOptions,
      format: { type: 'string' },
      out: { type: 'string' },
      'as-of': { type: 'string' },
    });
    if (positionals.length > 0) throw new CallRefused('export takes no file; name the target with --out FILE.');
    const { format = 'whose-call' } = values;
    if (!isFormat(format)) {
      throw new CallRefused(`The record can be exported as ${formats.join(', ')}; "${format}" is not available.`);
    }
    if (format === 'whose-call' && values['as-of'] !== undefined) {
      throw new CallRefused('whose-call holds every version of everything, so it takes no --as-of.');
    }
    const asOf = dateOption('as-of', values['as-of'], terminal.today());
    return withStore<ExitCode>(storeLocation(values, terminal), terminal, async ({ store }) => {
      if (format !== 'whose-call') {
        const text = registerText(format, indexRecord(viewAsOf(await store.entries(asOf), asOf)), terminal);
        if (values.out === undefined) terminal.print(text.trimEnd());
        else await writeWhole(absolute(values.out, terminal), [text]);
        return 0;
      }
      const entries: Entry[] = [];
      for await (const entry of store.allEntries()) entries.push(entry);
      if (values.out === undefined) terminal.print([...workspaceLines(entries)].join('').trimEnd());
      else {
        await writeWhole(absolute(values.out, terminal), workspaceLines(entries));
        terminal.say(`${entries.length} entries written to ${values.out}.`);
      }
      return 0;
    });
  },
};

const formats = ['whose-call', 'csv', 'nist-8286', 'oscal-poam'] as const;
type Format = (typeof formats)[number];

function isFormat(text: string): text is Format {
  return formats.some((format) => format === text);
}

/** The register of a day as text. What a format has no place for is said, not dropped in silence. */
function registerText(format: Exclude<Format, 'whose-call'>, index: RecordIndex, terminal: Terminal): string {
  if (format === 'csv') return csvOf(registerTable(index));
  if (format === 'oscal-poam') {
    const plan = oscalPoam(index, topTeam({ teams: teamRows(index.view) })?.name ?? 'Organisation', uuidOf);
    if (plan === undefined) throw new CallRefused(`No risk is open on ${index.asOf}, and a plan of action has at least one item.`);
    return `${JSON.stringify(plan, undefined, 2)}\n`;
  }
  const { records, leftOut } = nistRegister(index);
  if (leftOut.length > 0) {
    terminal.say(`Covers ${records.length} of ${records.length + leftOut.length} open risks. The schema asks for numbers; none are on the record for these, so they have no record:`);
    for (const { riskId, label, why } of leftOut) terminal.say(`  ${riskId} ${label}: ${why}`);
  }
  return `${JSON.stringify(records, undefined, 2)}\n`;
}

/** A UUID of version 8 (RFC 9562): made of the digest of a text, so that two exports of a day are the same. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The file gets its name only when it is whole. */
async function writeWhole(path: string, pieces: Iterable<string>): Promise<void> {
  const partial = `${path}.partial`;
  const stream = createWriteStream(partial);
  try {
    for (const piece of pieces) if (!stream.write(piece)) await once(stream, 'drain');
    stream.end();
    await once(stream, 'finish');
    await rename(partial, path);
  } catch (error) {
    stream.destroy();
    await rm(partial, { force: true });
    throw error;
  }
}
