import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';

// Runs every benchmark one after the other, or those whose names are given: `npm run bench -- store`.
const wanted = process.argv.slice(2);
const all = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.bench.ts')).sort();
const chosen = all.filter((name) => wanted.length === 0 || wanted.some((word) => name.startsWith(word)));
if (chosen.length === 0) {
  process.stderr.write(`There is no such benchmark. Benchmarks: ${all.map((name) => name.replace('.bench.ts', '')).join(', ')}.\n`);
  process.exit(2);
}
const [processor] = cpus();
process.stdout.write(`Node ${process.version}, ${cpus().length} x ${processor?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB\n`);
for (const name of chosen) {
  process.stdout.write(`\n${name}\n`);
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, name)], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
