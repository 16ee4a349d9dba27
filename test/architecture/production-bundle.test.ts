import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const repository = resolve(import.meta.dirname, '../..');

/** Words that are in the mock build and nowhere else: the interceptor, the embedded engine, the sample, the server. */
const MOCK_WORDS = ['mockServiceWorker', 'setupWorker', 'pglite', 'mock-sample', 'record_state'];

describe('the production build', () => {
  const production = build('production');
  const mock = build('mock');

  it.each(MOCK_WORDS)('holds nothing of "%s", which the mock build does hold', (word) => {
    expect(production.text).not.toContain(word);
    expect(mock.text).toContain(word);
  });

  it('leaves the service worker and the sample out', () => {
    const isMock = (name: string): boolean => /mockServiceWorker|mock-sample/.test(name);
    expect(production.names.filter(isMock)).toEqual([]);
    expect(mock.names.filter(isMock)).toHaveLength(2);
  });

  it('asks the browser for at most 140 kB of compressed JavaScript before the brief is drawn', () => {
    expect(production.firstLoadBytes).toBeGreaterThan(10_000);
    expect(production.firstLoadBytes).toBeLessThanOrEqual(140_000);
  });
});

interface Build {
  names: readonly string[];
  text: string;
  firstLoadBytes: number;
}

function build(mode: string): Build {
  const folder = mkdtempSync(join(tmpdir(), `whose-call-build-${mode}-`));
  try {
    const vite = join(repository, 'node_modules/vite/bin/vite.js');
    const args = [vite, 'build', '--mode', mode, '--outDir', folder, '--emptyOutDir', '--logLevel', 'error'];
    // The test runner's own NODE_ENV would build the development edition of React.
    const env = { ...process.env, NODE_ENV: 'production' };
    const result = spawnSync(process.execPath, args, { cwd: repository, encoding: 'utf8', env });
    if (result.status !== 0) throw new Error(`vite build --mode ${mode} ended with ${result.status}:\n${result.stderr}`);
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
    const text = names.filter((name) => /\.(js|html|css)$/.test(name)).map(read).join('\n');
    return { names, text, firstLoadBytes: firstLoad(read('index.html'), read) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Scripts and preloads that the page itself names. */
function firstLoad(page: string, read: (name: string) => string): number {
  const named = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].flatMap(([, name]) => (name === undefined ? [] : [name]));
  return named.reduce((sum, name) => sum + brotliCompressSync(read(name)).byteLength, 0);
}
