import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { once } from 'node:events';
import type { Entry } from '#core/record/entry.ts';
import { CallRefused, type Command, type ExitCode } from '#cli/command.ts';
import { absolute, readOptions, storeLocation, storeOptions, withStore } from '#cli/options.ts';
import { workspaceLines } from '#importers/workspace/write-workspace.ts';

export const exportCommand: Command = {
  name: 'export',
  usage: 'export [--format whose-call] [--out FILE] [--data DIR | --database URL]',
  summary: 'the whole record, every version of everything, as one whose-call/1 file',

  async run(args, terminal) {
    const { values, positionals } = readOptions(args, {
      ...storeOptions,
      format: { type: 'string' },
      out: { type: 'string' },
    });
    if (positionals.length > 0) throw new CallRefused('export takes no file; name the target with --out FILE.');
    if (values.format !== undefined && values.format !== 'whose-call') {
      throw new CallRefused(`The record can be exported as whose-call; "${values.format}" is not available.`);
    }
    return withStore<ExitCode>(storeLocation(values, terminal), terminal, async ({ store }) => {
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
