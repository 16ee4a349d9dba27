import { readFileSync } from 'node:fs';

/**
 * What Stryker found, per folder, with and without the mutants that only change text, and every survivor. Ends with 1
 * where a folder is under 85%. Mutants of text are counted apart because most of them blank a sentence or a title.
 */
interface Mutant {
  mutatorName: string;
  status: string;
  replacement?: string;
  location: { start: { line: number; column: number }; end: { line: number; column: number } };
}

const LEAST = 0.85;
const report: { files: Record<string, { source: string; mutants: readonly Mutant[] }> } = JSON.parse(readFileSync('reports/mutation/mutation.json', 'utf8'));
const found = Object.entries(report.files).flatMap(([file, { source, mutants: all }]) => all.map((mutant) => ({ file, source, ...mutant })));
const mutants = found.filter(({ status }) => status !== 'Ignored');
const folders = [...new Set(mutants.map(({ file }) => file.split('/').slice(0, 3).join('/')))].sort();

for (const { file, source, mutatorName, location: { start, end }, replacement = '', status } of mutants) {
  if (status !== 'Survived' && status !== 'NoCoverage') continue;
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const was = lines.map((line, at) => line.slice(at === 0 ? start.column - 1 : 0, at === lines.length - 1 ? end.column - 1 : undefined)).join(' ');
  console.log(`${file}:${start.line} ${mutatorName}${status === 'NoCoverage' ? ' (not run)' : ''}: ${short(was)} -> ${short(replacement)}`);
}
for (const folder of [...folders, 'src/core']) {
  const all = mutants.filter(({ file }) => file.startsWith(`${folder}/`));
  const code = all.filter(({ mutatorName }) => mutatorName !== 'StringLiteral');
  console.log(`${folder}: ${share(code)}; text included ${share(all)}`);
  if (killed(code) / code.length < LEAST) process.exitCode = 1;
}

console.log(`Not counted: ${found.length - mutants.length} in what is made once when a file is loaded, mostly the texts of the rules.`);

function killed(some: readonly Mutant[]): number {
  return some.filter(({ status }) => status === 'Killed' || status === 'Timeout').length;
}

function share(some: readonly Mutant[]): string {
  return `${((100 * killed(some)) / some.length).toFixed(1)}% (${killed(some)} of ${some.length})`;
}

function short(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 120 ? `${line.slice(0, 117)}...` : line;
}
