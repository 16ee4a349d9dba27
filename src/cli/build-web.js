// Builds the web app for `npm start` when it has not been built since its sources last changed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildPackPage } from './build-pack-page.js';

const root = resolve(import.meta.dirname, '../..');
const inputs = ['src/web', 'src/language', 'src/core', 'src/contract', 'public', 'src/cli/build-pack-page.js', 'vite.config.ts', 'package-lock.json'];
const marker = join(root, 'dist', '.built-from');

const hash = createHash('sha256');
for (const input of inputs) addToHash(join(root, input));
const current = hash.digest('hex');

if (!existsSync(marker) || readFileSync(marker, 'utf8') !== current) {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const built = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'error'], { cwd: root, stdio: 'inherit' });
  if (built.status !== 0) process.exit(built.status ?? 1);
  await buildPackPage(join(root, 'dist'));
  writeFileSync(marker, current);
}

/** @param {string} path */
function addToHash(path) {
  if (!existsSync(path)) return;
  try {
    for (const name of readdirSync(path).sort()) addToHash(join(path, name));
  } catch {
    hash.update(path.slice(root.length)).update(readFileSync(path));
  }
}
