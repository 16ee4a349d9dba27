import { moneyMark } from '#core/exposure/money-words.ts';
import { assessPortfolio, type PortfolioAssessment, type PortfolioOutcome } from '#core/exposure/portfolio.ts';
import { CallRefused, type Command } from '#cli/command.ts';
import { readOptions } from '#cli/options.ts';
import { readExposureFile } from '#importers/exposure-file/read-exposure-file.ts';
import { readText } from '#importers/reading/text.ts';
import { sourcesUnder } from '#server/node/file-sources.ts';

export const exposureCommand: Command = {
  name: 'exposure',
  usage: 'exposure FILE [--json]',
  summary: 'what a year of these risks may cost: mean, quantiles, exceedance, the worst years and who brings them',

  async run(args, terminal) {
    const { values, positionals } = readOptions(args, { json: { type: 'boolean' } });
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) throw new CallRefused('exposure takes one file.');
    const [source, ...more] = await sourcesUnder([file], terminal.folder);
    if (source === undefined || more.length > 0) throw new CallRefused(`${file} is not one file.`);
    const outcome = outcomeOf(await readText(source), source.name);
    if (outcome.kind === 'refused') {
      for (const { place, sentence } of outcome.refusals) terminal.say(`${source.name}, ${place}: ${sentence}`);
      if (values.json === true) terminal.print(JSON.stringify({ refused: outcome.refusals }, undefined, 2));
      return 1;
    }
    terminal.print(values.json === true ? JSON.stringify(outcome.assessment, undefined, 2) : inWords(outcome.assessment));
    return 0;
  },
};

function outcomeOf(text: string, name: string): PortfolioOutcome {
  const reading = readExposureFile(text, name);
  return reading.kind === 'refused' ? reading : assessPortfolio(reading.input);
}

function inWords({ portfolio, risks }: PortfolioAssessment): string {
  const money = (amount: number): string => moneyMark(amount, 'modelled');
  const percent = (p: number): string => `${Number((100 * p).toPrecision(2))}%`;
  const ranked = risks.toSorted((a, b) => b.contribution.es95 - a.contribution.es95);
  const width = Math.max(...risks.map(({ id }) => id.length));
  return [
    `Average over all years: ${money(portfolio.mean)}. No loss at all in ${percent(portfolio.pNoLoss)} of years.`,
    `Average of the worst 1 in 20 years: ${money(portfolio.es95)}; of the worst 1 in 100: ${money(portfolio.es99)}.`,
    ...Object.entries(portfolio.quantiles).map(([p, amount]) => `  ${percent(Number(p))} of years stay at or below ${money(amount)}`),
    ...Object.entries(portfolio.exceedance).map(([amount, p]) => `  ${percent(p)} of years pass ${money(Number(amount))}`),
    'Share of the worst 1 in 20 years, then the average over all years:',
    ...ranked.map(({ id, mean, contribution }) => `  ${id.padEnd(width)}  ${money(contribution.es95)}  ${money(mean)}`),
    'Risks are taken as independent but for the common causes in the file.',
  ].join('\n');
}
