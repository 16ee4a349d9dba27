import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseAst, Visitor } from 'vite';

/**
 * Turns every number in the rules one up and one down, one at a time, and prints those that no test notices. Stryker
 * has no such operator. Arguments: files or globs; none = the three folders. Sources stay as they are: the change is
 * made while the tests load the file (`vitest.config.ts`).
 */
const repository = resolve(import.meta.dirname, '../..');
const asked = process.argv.slice(2);
const files = globSync(asked.length > 0 ? asked : ['src/core/{authority,information,flags}/**/*.ts'], { cwd: repository })
  .filter((file) => !file.endsWith('.test.ts'))
  .sort();

let killed = 0;
const survivors: string[] = [];
for (const file of files) {
  const text = readFileSync(join(repository, file), 'utf8');
  const beside = file.replace(/\.ts$/, '.test.ts');
  for (const { start, end, value } of numbersIn(text)) {
    for (const changed of [value + 1, value - 1]) {
      const mutant = JSON.stringify({ file: join(repository, file), start, end, text: `(${changed})` });
      const first = existsSync(join(repository, beside)) && isNoticed(mutant, [beside]);
      if (first || isNoticed(mutant, [])) killed += 1;
      else survivors.push(`${relative(repository, join(repository, file))}:${text.slice(0, start).split('\n').length} ${value} -> ${changed}`);
    }
  }
  console.log(`${file}: ${killed} noticed so far, ${survivors.length} not`);
}
for (const survivor of survivors) console.log(survivor);
console.log(`${killed} of ${killed + survivors.length} noticed`);

function numbersIn(text: string): readonly { start: number; end: number; value: number }[] {
  const found: { start: number; end: number; value: number }[] = [];
  new Visitor({
    Literal: ({ start, end, value }) => {
      if (typeof value === 'number') found.push({ start, end, value });
    },
  }).visit(parseAst(text, { lang: 'ts' }));
  return found;
}

function isNoticed(mutant: string, tests: readonly string[]): boolean {
  const vitest = join(repository, 'node_modules/vitest/vitest.mjs');
  const { status } = spawnSync(process.execPath, [vitest, 'run', '--bail', '1', '--config', 'test/mutation/vitest.config.ts', ...tests], {
    cwd: repository, env: { ...process.env, NUMBER_MUTANT: mutant }, stdio: 'ignore', timeout: 120_000,
  });
  return status !== 0;
}
