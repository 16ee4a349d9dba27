import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const repository = import.meta.dirname;

export default defineConfig({
  root: 'src/web',
  publicDir: '../../public',
  build: { outDir: '../../dist', emptyOutDir: true, sourcemap: false },
  plugins: [react()],
  server: { port: 4601, strictPort: false },
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
          include: ['test/{journeys,visual}/**/*.test.ts'],
          testTimeout: 180_000,
          fileParallelism: false,
          globalSetup: ['./test/support/served-company.ts'],
        },
      },
    ],
  },
});
