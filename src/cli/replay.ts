import { replayCase, type ReplayResult } from '#core/flags/replay.ts';
import { CallRefused, type Command } from '#cli/command.ts';
import { readOptions } from '#cli/options.ts';
import { lineOfRejection } from '#importers/reading/rejection.ts';
import { readText } from '#importers/reading/text.ts';
import { readCase } from '#importers/workspace/case-file.ts';
import { sourcesUnder } from '#server/node/file-sources.ts';

export const replayCommand: Command = {
  name: 'replay',
  usage: 'replay CASE.json [--json]',
  summary: 'runs a documented case day by day against what it expects',

  async run(args, terminal) {
    const { values, positionals } = readOptions(args, { json: { type: 'boolean' } });
    const [path, ...others] = positionals;
    if (path === undefined || others.length > 0) throw new CallRefused('replay takes one case file.');
    const [source] = await sourcesUnder([path], terminal.folder);
    if (source === undefined) throw new CallRefused(`${path} holds no file.`);
    const file = readCase(await readText(source), source.name);
    for (const rejection of file.reading.rejected) terminal.say(lineOfRejection(rejection));
    const result = replayCase(file);
    terminal.print(values.json === true ? JSON.stringify(result, undefined, 2) : resultText(result));
    return result.failed > 0 || file.reading.rejected.length > 0 ? 1 : 0;
  },
};

function resultText({ case: id, checks, failed }: ReplayResult): string {
  if (checks.length === 0) return `${id}: told in words only; there is nothing to replay.`;
  const lines = checks.map(({ flag, subject, person, expected, got, ok }) => {
    const about = [flag, subject, person].filter((part) => part !== null).join(' ');
    return `  ${ok ? 'as expected' : 'NOT as expected'}: ${about}, ${expected}; ${got === null ? 'not up' : `up on ${got}`}`;
  });
  return [`${id}: ${checks.length} checks, ${failed} not as expected`, ...lines].join('\n');
}
