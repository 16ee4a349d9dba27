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

  it('asks for that JavaScript as one file, and for the two faces of the first screen with it', () => {
    expect(production.firstLoadNames).toHaveLength(1);
    expect(production.preloads.map((name) => name.replace(/-[^-]+\.woff2$/, ''))).toEqual(['inter-latin-wght-normal', 'source-serif-4-latin-wght-normal']);
  });
});

interface Build {
  names: readonly string[];
  text: string;
  firstLoadNames: readonly string[];
  firstLoadBytes: number;
  /** Fonts that the page itself names. */
  preloads: readonly string[];
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
    const page = read('index.html');
    const firstLoadNames = named(page, /(?:src|href)="\/(assets\/[^"]+\.js)"/g);
    const firstLoadBytes = firstLoadNames.reduce((sum, name) => sum + brotliCompressSync(read(name)).byteLength, 0);
    return { names, text, firstLoadNames, firstLoadBytes, preloads: named(page, /rel="preload" href="\/assets\/([^"]+\.woff2)"/g) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What the page itself names. */
function named(page: string, pattern: RegExp): readonly string[] {
  return [...page.matchAll(pattern)].flatMap(([, name]) => (name === undefined ? [] : [name]));
}
