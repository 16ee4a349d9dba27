import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** One number changed in one file, where `numbers.ts` asks for it. */
function changedNumber(): Plugin {
  const asked = process.env['NUMBER_MUTANT'];
  const mutant: { file: string; start: number; end: number; text: string } | undefined = asked && JSON.parse(asked);
  return {
    name: 'changed-number',
    enforce: 'pre',
    transform: (code, id) => (id === mutant?.file ? code.slice(0, mutant.start) + mutant.text + code.slice(mutant.end) : undefined),
  };
}

/** The tests beside the rules, for the mutation tester: what the repository holds itself, none of the shared data. */
export default defineConfig({
  plugins: [changedNumber()],
  test: {
    root: resolve(import.meta.dirname, '../..'),
    env: { TZ: 'UTC' },
    include: ['src/core/{authority,information,flags}/**/*.test.ts'],
    exclude: ['**/*.shared.test.ts'],
    isolate: false,
    fileParallelism: false,
    testTimeout: 60_000,
  },
});
