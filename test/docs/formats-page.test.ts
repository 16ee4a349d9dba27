import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { formatNames } from '#importers/importer.ts';
import { limits } from '#importers/reading/limits.ts';

const page = readFileSync(resolve(import.meta.dirname, '../../docs/formats.md'), 'utf8');
const rows = page.split('\n').filter((line) => line.startsWith('| `'));

it.each(formatNames)('the page of formats names %s with a command', (name) => {
  expect(rows.filter((row) => row.split('|')[1]?.includes(`\`${name}\``) === true && row.includes('npm run whose-call -- import '))).toHaveLength(1);
});

it('the page of formats states the limits that hold', () => {
  const mebibytes = (bytes: number): string => `${bytes / (1024 * 1024)} MiB`;
  for (const words of [
    `${mebibytes(limits.wholeTextBytes)} as text that is read whole and ${mebibytes(limits.streamedBytes)} where it is streamed`, `${limits.depth} levels of nesting`,
    `${mebibytes(limits.stringLength)} in one text`, `${limits.results / 1000},000 rows (a JSON report of findings: ${limits.streamedResults / 1_000_000},000,000)`, `${limits.runs} runs`, `${limits.csvColumns} columns`, `${limits.archiveMembers} members and ${mebibytes(limits.uploadBytes)}`,
    `more than ${mebibytes(limits.expansionFreeBytes)} may become ${limits.expansion} times larger`,
  ]) expect(page).toContain(words);
});
