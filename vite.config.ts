import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const repository = import.meta.dirname;

/** The service worker of the mock API, straight from its package and only in mock mode: production never holds it. */
function mockServiceWorker(): Plugin {
  const fileName = 'mockServiceWorker.js';
  const source = (): string => readFileSync(join(repository, 'node_modules/msw/lib', fileName), 'utf8');
  return {
    name: 'mock-service-worker',
    apply: (_, { mode }) => mode === 'mock',
    configureServer: (server) => {
      server.middlewares.use(`/${fileName}`, (_, response) => void response.setHeader('Content-Type', 'text/javascript').end(source()));
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName, source: source() });
    },
  };
}

/** The database of the sample company for the mock API, made once by reading its files; only in mock mode. */
function mockSample(): Plugin {
  const fileName = 'mock-sample.tar.gz';
  const run = promisify(execFile);
  let made: Promise<Buffer> | undefined;
  const dump = (): Promise<Buffer> =>
    (made ??= run(process.execPath, [join(repository, 'mocks/halden-maker/make-dump.ts')]).then(({ stdout }) => readFile(stdout)));
  return {
    name: 'mock-sample',
    apply: (_, { mode }) => mode === 'mock',
    configureServer: (server) => {
      server.middlewares.use(`/${fileName}`, (_, response) => {
        dump().then(
          (bytes) => response.setHeader('Content-Type', 'application/octet-stream').end(bytes),
          (error: unknown) => response.writeHead(500).end(String(error)),
        );
      });
      void dump().catch(() => undefined);
    },
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName, source: new Uint8Array(await dump()) });
    },
  };
}

/** The documented cases for the mock API, from the folder the server reads; only in mock mode. */
function mockCases(): Plugin {
  const fileName = 'mock-cases.json';
  const folder = join(repository, 'public/cases');
  const source = (): string => JSON.stringify(readdirSync(folder).sort().map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') })));
  return {
    name: 'mock-cases',
    apply: (_, { mode }) => mode === 'mock',
    configureServer: (server) => {
      server.middlewares.use(`/${fileName}`, (_, response) => void response.setHeader('Content-Type', 'application/json').end(source()));
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName, source: source() });
    },
  };
}

/** The worker that opens the app while the server is away, with the list of its files; in production builds only. */
function offlineWorker(): Plugin {
  const fileName = 'offline-worker.js';
  return {
    name: 'offline-worker',
    apply: (_, { command, mode }) => command === 'build' && mode !== 'mock',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const names = Object.keys(bundle).filter((name) => /\.(js|css|woff2|html)$/.test(name)).sort();
        const page = bundle['index.html'];
        const version = createHash('sha256').update(names.join('\n')).update(page?.type === 'asset' ? page.source : '').digest('hex').slice(0, 12);
        const template = readFileSync(join(repository, 'src/web/offline', fileName), 'utf8');
        const source = template.replace('__VERSION__', version).replace('__FILES__', JSON.stringify(names.map((name) => `/${name}`)));
        this.emitFile({ type: 'asset', fileName, source });
      },
    },
  };
}

/**
 * The formatter of messages without its patterns of dates and numbers (`{at, date, ::yMMMd}`): no message holds one, days
 * and amounts being written by `src/language`, and they are a third of what the page would load for it.
 */
function plainMessages(): Plugin {
  const stub = '\0no-message-skeletons';
  return {
    name: 'plain-messages',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id) => (id === '@formatjs/icu-skeleton-parser' ? stub : undefined),
    load: (id) => {
      if (id !== stub) return undefined;
      const refuse = '() => { throw new Error("Messages hold no skeletons."); }';
      return `export const parseDateTimeSkeleton = ${refuse}, parseNumberSkeleton = ${refuse}, parseNumberSkeletonFromString = ${refuse};`;
    },
    transform(code, id) {
      if (!/icu-messageformat-parser[\\/]index\.js$/.test(id)) return undefined;
      const without = code.replace(/const timeData = \{[\s\S]*?\n\};/, 'const timeData = {};');
      if (without === code) throw new Error('The parser of messages no longer holds its hours by region as it did.');
      return { code: without, map: null };
    },
  };
}

/** The two faces the first screen is set in are asked for with the page, not when its first words are laid out. */
function fontsWithThePage(): Plugin {
  const faces = /(inter|source-serif-4)-latin-wght-normal-[^/]*\.woff2$/;
  return {
    name: 'fonts-with-the-page',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle = {} }) => Object.keys(bundle).filter((name) => faces.test(name))
        .map((name) => ({ tag: 'link', attrs: { rel: 'preload', href: `/${name}`, as: 'font', type: 'font/woff2', crossorigin: true }, injectTo: 'head' as const })),
    },
  };
}

export default defineConfig({
  root: 'src/web',
  publicDir: '../../public',
  build: {
    outDir: '../../dist', emptyOutDir: true, sourcemap: false,
    // What every page needs is one file: thirty small ones cost a slow machine more time than their bytes, and compress worse.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } } },
  },
  plugins: [react(), plainMessages(), mockServiceWorker(), mockSample(), mockCases(), fontsWithThePage(), offlineWorker()],
  server: { port: 4601, strictPort: false },
  optimizeDeps: {
    // Reached only through the dynamic import of the mocks; found late they would reload the page once.
    include: ['msw/browser', 'hono', 'zod', 'yaml', '@streamparser/json', 'react-dom/client', 'react-router', '@tanstack/react-query'],
    exclude: ['@electric-sql/pglite'],
  },
  test: {
    root: repository,
    env: { TZ: 'UTC' },
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 180_000,
    reporters: ['default', './test/support/count-reporter.ts'],
    projects: [
      {
        extends: true,
        root: repository,
        test: {
          name: 'node',
          root: repository,
          environment: 'node',
          include: ['src/**/*.test.ts', 'mocks/**/*.test.ts', 'test/{architecture,commands,contract,store,replay,docs}/**/*.test.ts'],
          exclude: ['src/web/**/*.test.tsx', '**/node_modules/**'],
        },
      },
      {
        extends: true,
        root: repository,
        test: { name: 'dom', root: repository, environment: 'jsdom', include: ['src/web/**/*.test.tsx'] },
      },
      {
        extends: true,
        root: repository,
        test: {
          name: 'browser',
          root: repository,
          environment: 'node',
          include: ['test/{journeys,visual,acceptance}/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 600_000,
          fileParallelism: false,
          globalSetup: ['./test/support/served-company.ts'],
        },
      },
    ],
  },
});
