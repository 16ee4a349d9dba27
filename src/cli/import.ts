import { CallRefused, type Command, type ExitCode } from '#cli/command.ts';
import { fileOptions, filesUnder, refuseNothingLeft, withoutBystanders } from '#cli/files-of-call.ts';
import { anyRejected, importReportText } from '#cli/import-report-text.ts';
import { dateOption, readOptions, storeLocation, storeOptions, withStore } from '#cli/options.ts';
import { progressBar } from '#cli/progress-bar.ts';
import { importers } from '#importers/detect.ts';
import { formatNames, type FormatName } from '#importers/importer.ts';
import { settingNames } from '#server/context.ts';
import { importSources } from '#server/imports/import-sources.ts';
import { unpackedZip } from '#server/node/archive/unpacked-zip.ts';

export const importCommand: Command = {
  name: 'import',
  usage:
    'import PATH... [--format F] [--service ID] [--release V] [--stage ID] [--team ID] [--at DATE] [--columns "Header=field,..."] [--complete] [--dry-run] [--json] [--data DIR | --database URL]',
  summary: 'detects the format of each file, reads it in, says what was added, updated, unchanged and rejected',

  async run(args, terminal) {
    const { values, positionals } = readOptions(args, {
      ...storeOptions,
      ...fileOptions,
      columns: { type: 'string' },
    });
    const found = await filesUnder(positionals, 'import', terminal);
    const format = formatOption(values.format);
    const at = dateOption('at', values.at, terminal.today());
    const columnMapping = columnsOption(values.columns);
    const sources = format === undefined ? (await withoutBystanders(found, positionals)).map(({ source }) => source) : found;
    const left = found.length - sources.length;
    if (left > 0) terminal.say(`${left} ${left === 1 ? 'file' : 'files'} in the folders given ${left === 1 ? 'is' : 'are'} of no format this product reads and left alone.`);
    if (sources.length === 0) refuseNothingLeft(positionals);

    return withStore<ExitCode>(storeLocation(values, terminal), terminal, async ({ store }) => {
      if ((await store.setting(settingNames.sample)) !== undefined) {
        terminal.say('This record holds the sample company. For a record of your own name another folder with --data DIR.');
      }
      const bar = progressBar(terminal.interactive && values.json !== true, sources);
      const reports = await importSources({
        store,
        sources,
        importers,
        options: {
          at,
          recordedBy: 'local',
          format,
          defaults: { serviceId: values.service, releaseId: values.release, stageId: values.stage, teamId: values.team },
          columnMapping,
          completeScan: values.complete,
          dryRun: values['dry-run'],
          keepArrivals: true,
        },
        unpack: unpackedZip,
        onProgress: bar.show,
      }).finally(bar.end);
      terminal.print(values.json === true ? JSON.stringify(reports, undefined, 2) : importReportText(reports));
      return anyRejected(reports) ? 1 : 0;
    });
  },
};

function formatOption(given: string | undefined): FormatName | undefined {
  if (given === undefined) return undefined;
  const known = formatNames.find((name) => name === given);
  if (known !== undefined) return known;
  throw new CallRefused(`--format takes one of ${formatNames.join(', ')}; "${given}" is none of them.`);
}

/** `Risk owner=owner,Low (USD)=low` */
function columnsOption(given: string | undefined): Readonly<Record<string, string>> | undefined {
  if (given === undefined) return undefined;
  const pairs = given.split(',').map((pair): [string, string] => {
    const cut = pair.lastIndexOf('=');
    if (cut < 1) throw new CallRefused(`--columns takes pairs such as "Risk owner=owner"; "${pair}" is not one.`);
    return [pair.slice(0, cut).trim(), pair.slice(cut + 1).trim()];
  });
  return Object.fromEntries(pairs);
}
