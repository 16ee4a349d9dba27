import { evaluationReport, type EvaluationReport } from '#core/flags/evaluation-report.ts';
import { viewAsOf, type RecordView } from '#core/record/view.ts';
import { dayInWords, type When } from '#core/time.ts';
import { recordView } from '#server/record-view.ts';
import { CallRefused, type Command, type Terminal } from '#cli/command.ts';
import { dateOption, readOptions, storeLocation, storeOptions, withStore } from '#cli/options.ts';
import { workspaceEntries } from '#cli/workspace-entries.ts';

export const evaluateCommand: Command = {
  name: 'evaluate',
  usage: 'evaluate [FILE] [--as-of DATE] [--json] [--data DIR | --database URL]',
  summary: 'every flag and the readiness of every risk, for a workspace or case file or the stored record',

  async run(args, terminal) {
    const { values, positionals } = readOptions(args, {
      ...storeOptions,
      'as-of': { type: 'string' },
      json: { type: 'boolean' },
    });
    const [file, ...others] = positionals;
    if (others.length > 0) throw new CallRefused('evaluate takes one file or folder.');
    const asOf = dateOption('as-of', values['as-of'], terminal.today());
    const { view, rejected } =
      file === undefined
        ? await withStore(storeLocation(values, terminal), terminal, async ({ store }) => ({
            view: await recordView(store, await store.entries(asOf), asOf),
            rejected: false,
          }))
        : await viewOfFile(file, asOf, terminal);
    const report = evaluationReport(view);
    terminal.print(values.json === true ? JSON.stringify(report, undefined, 2) : reportText(report));
    return rejected ? 1 : 0;
  },
};

/** A file is judged by the findings it holds. */
async function viewOfFile(file: string, asOf: When, terminal: Terminal): Promise<{ view: RecordView; rejected: boolean }> {
  const { entries, rejected } = await workspaceEntries(file, terminal);
  return { view: viewAsOf(entries, asOf), rejected };
}

function reportText({ asOf, flags, readiness }: EvaluationReport): string {
  const states = Object.entries(readiness.counts).map(([state, count]) => `  ${count} ${state.replaceAll('-', ' ')}`);
  const lines = flags.map((flag) => `  ${flag.flag}  ${flag.subject}: ${flag.sentence} ${flag.nextStep}`);
  return [
    `As of ${dayInWords(asOf)}: ${readiness.open} open risks, ${flags.length} flags.`,
    ...states,
    ...(lines.length > 0 ? ['', ...lines] : []),
  ].join('\n');
}
