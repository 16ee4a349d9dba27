import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { allFiles } from '#mocks/halden-maker/files/all-files.ts';

const target = join(import.meta.dirname, '..', 'halden');
const files = allFiles();
if (existsSync(target)) {
  for (const name of readdirSync(target)) if (name !== 'README.md') rmSync(join(target, name), { recursive: true });
}
for (const [path, text] of files) {
  mkdirSync(dirname(join(target, path)), { recursive: true });
  writeFileSync(join(target, path), text);
}
const bytes = [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
process.stdout.write(`${files.size} files, ${(bytes / 1e6).toFixed(1)} MB in ${target}\n`);
