import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { currentLanguage } from '#language/current.ts';
import { languageField } from '#contract/language.ts';
import { dayInWords, quarterName } from '#core/time.ts';
import { composePackFile, isPackPage } from '#core/pack/pack-file.ts';
import { packNames, readPackRecord, type PackNames, type PackRecord } from '#core/pack/pack-record.ts';
import { CallRefused, type Command, type ExitCode, type Terminal } from '#cli/command.ts';
import { findChrome, printPdf } from '#cli/chrome.ts';
import { absolute, dateOption, readOptions, storeLocation, storeOptions, withStore } from '#cli/options.ts';
import { createApp } from '#server/app.ts';
import { localIdentity } from '#server/ports.ts';
import { packResponse } from '#contract/pack.ts';
import { problemSchema } from '#contract/problem.ts';

const TEMPLATE = resolve(import.meta.dirname, '../../dist/pack/template.html');
const HOST = 'whose-call.local';

export const packCommand: Command = {
  name: 'pack',
  usage: 'pack [--as-of DATE] [--against DATE] (--out FILE.html | --pdf FILE.pdf | --json) [--names roles] [--presenter ID] [--address URL] [--data DIR | --database URL]',
  summary: 'the board pack of a day as one file that opens without a network, sealed with its hash',

  async run(args, terminal) {
    const { values, positionals } = readOptions(args, {
      ...storeOptions, 'as-of': { type: 'string' }, against: { type: 'string' }, out: { type: 'string' }, pdf: { type: 'string' },
      json: { type: 'boolean' }, names: { type: 'string' }, presenter: { type: 'string' }, address: { type: 'string' },
    });
    if (positionals.length > 0) throw new CallRefused(`pack takes no file; name the target with --out FILE.html. "${positionals[0]}" is one too many.`);
    if (values.out === undefined && values.pdf === undefined && values.json !== true) throw new CallRefused('Name what to make: --out FILE.html, --pdf FILE.pdf or --json.');
    const names = namesOption(values.names);
    const asOf = values['as-of'] === undefined ? undefined : dateOption('as-of', values['as-of'], '').slice(0, 10);
    const against = values.against === undefined ? undefined : dateOption('against', values.against, '').slice(0, 10);
    // Everything that can be wanting is looked for before the record is added to.
    const template = values.json === true && values.out === undefined && values.pdf === undefined ? undefined : await packPage();
    const chrome = values.pdf === undefined ? undefined : findChrome();
    return withStore<ExitCode>(storeLocation(values, terminal), terminal, async ({ store }) => {
      const app = createApp({
        store, clock: { now: () => new Date().toISOString() }, identity: localIdentity, log: () => undefined, allowedHosts: [HOST], checkResponses: false,
      });
      const answer = await app(new Request(`http://${HOST}/api/v1/packs?${languageField}=${currentLanguage().tag}`, {
        method: 'POST',
        headers: { host: HOST, 'content-type': 'application/json', 'x-whose-call': '1' },
        body: JSON.stringify({ asOf, against, names, presenterId: values.presenter, address: values.address }),
      }));
      if (!answer.ok) return refused(problemSchema.parse(await answer.json()), terminal);
      const { pack, sentence } = packResponse.parse(await answer.json());
      const record = readPackRecord(pack.record);
      const page = template === undefined ? '' : composePackFile(template, { payload: gzipSync(pack.record, { level: 9 }).toString('base64'), sha256: pack.sha256, title: titleOf(record) });
      if (values.out !== undefined) await writeWhole(absolute(values.out, terminal), page);
      if (values.pdf !== undefined && chrome !== undefined) await writePdf(chrome, page, record, absolute(values.pdf, terminal));
      if (values.json === true) terminal.print(JSON.stringify({ id: pack.id, sha256: pack.sha256, record }));
      terminal.say(sentence);
      for (const [made, file] of [['The pack', values.out], ['Its printed form', values.pdf]]) if (file !== undefined) terminal.say(`${made} is in ${file}.`);
      return 0;
    });
  },
};

function namesOption(given: string | undefined): PackNames {
  const found = packNames.find((one) => one === (given ?? 'names'));
  if (found === undefined) throw new CallRefused(`--names takes names or roles; "${given}" is neither.`);
  return found;
}

async function packPage(): Promise<string> {
  if (!existsSync(TEMPLATE)) throw new Error('The page packs are made from is not built. Run: npm run build');
  const page = await readFile(TEMPLATE, 'utf8');
  if (!isPackPage(page)) throw new Error('The page packs are made from is not the one of this version. Run: npm run build');
  return page;
}

function refused({ title, detail, remedy }: { title: string; detail: string; remedy: string }, terminal: Terminal): ExitCode {
  terminal.say(`${title}. ${detail} ${remedy}`);
  return 1;
}

function titleOf({ picture }: PackRecord): string {
  return `${picture.organisation} - board pack ${quarterName(picture.asOf)}, as of ${dayInWords(picture.asOf)} - Whose Call`;
}

/** The sheets of the pack itself, printed by a browser that is given nothing but the file. */
async function writePdf(chrome: string, page: string, record: PackRecord, target: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'whose-call-pack-'));
  try {
    const file = join(folder, 'pack.html');
    await writeFile(file, page);
    const [quarter = '', year = ''] = quarterName(record.picture.asOf).split(' ');
    await writeWhole(target, await printPdf(chrome, `${pathToFileURL(file).href}#/print/${year}${quarter}`));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The file gets its name only when it is whole. */
async function writeWhole(path: string, content: string | Buffer): Promise<void> {
  await writeFile(`${path}.partial`, content);
  await rename(`${path}.partial`, path);
}
