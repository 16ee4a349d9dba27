import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const repository = resolve(import.meta.dirname, '../..');
const oxlint = join(repository, 'node_modules/oxlint/bin/oxlint');
const tsc = join(repository, 'node_modules/typescript/bin/tsc');

/** A file that breaks one rule, planted in a copy of the layout, and the words the linter must answer with. */
const planted: readonly { name: string; path: string; text: string; says: string }[] = [
  { name: 'core imports the server', path: 'src/core/a.ts', text: "import { x } from '#server/app.ts';\nexport const y = x;", says: 'core is pure' },
  { name: 'core imports zod', path: 'src/core/a.ts', text: "import { z } from 'zod';\nexport const y = z;", says: 'pure maths packages only' },
  { name: 'core re-exports from the contract', path: 'src/core/a.ts', text: "export { x } from '#contract/picture.ts';", says: 'core is pure' },
  { name: 'core imports the server dynamically', path: 'src/core/a.ts', text: "export const y = () => import('#server/app.ts');", says: 'core is pure' },
  { name: 'core rolls dice', path: 'src/core/a.ts', text: 'export const y = (): number => Math.random();', says: 'core is deterministic' },
  { name: 'core reads the clock', path: 'src/core/a.ts', text: 'export const y = (): number => Date.now();', says: 'core knows no clock' },
  { name: 'core fetches', path: 'src/core/a.ts', text: "export const y = () => fetch('/x');", says: 'core knows no clock, no randomness and no I/O' },
  { name: 'an importer opens a path', path: 'src/importers/a.ts', text: "import { readFileSync } from 'node:fs';\nexport const y = readFileSync;", says: 'importers turn bytes into entries' },
  { name: 'the neutral server uses node', path: 'src/server/a.ts', text: "import { readFileSync } from 'node:fs';\nexport const y = readFileSync;", says: 'the server is neutral' },
  { name: 'the web app imports the server', path: 'src/web/a.ts', text: "import { x } from '#server/app.ts';\nexport const y = x;", says: 'the web app knows core and the contract' },
  { name: 'the web app imports the mocks', path: 'src/web/a.ts', text: "import { x } from '#mocks/browser.ts';\nexport const y = x;", says: 'the web app knows core and the contract' },
  { name: 'the store imports the contract', path: 'src/store/a.ts', text: "import { x } from '#contract/picture.ts';\nexport const y = x;", says: 'the store keeps entries' },
  { name: 'a d3 module draws', path: 'src/web/a.ts', text: "import { select } from 'd3-selection';\nexport const y = select;", says: 'd3 does the maths' },
  { name: 'the language layer imports core', path: 'src/language/a.ts', text: "import { x } from '#core/time.ts';\nexport const y = x;", says: 'language is the bottom layer' },
  { name: 'core formats messages itself', path: 'src/core/a.ts', text: "import { IntlMessageFormat } from 'intl-messageformat';\nexport const y = IntlMessageFormat;", says: 'pure maths packages only' },
  { name: 'a page formats messages itself', path: 'src/web/a.ts', text: "import { IntlMessageFormat } from 'intl-messageformat';\nexport const y = IntlMessageFormat;", says: 'messages are said by' },
  { name: 'any is written', path: 'src/core/a.ts', text: 'export const y = (x: any): unknown => x;', says: 'no-explicit-any' },
  { name: 'a default export is written', path: 'src/core/a.ts', text: 'export default 1;', says: 'no-default-export' },
];

describe('the linter', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'whose-call-layers-'));
    cpSync(join(repository, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
    cpSync(join(repository, 'package.json'), join(folder, 'package.json'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(planted)('objects when $name', ({ path, text, says }) => {
    write(folder, path, text);
    const { status, stdout } = spawnSync(process.execPath, [oxlint, path], { cwd: folder, encoding: 'utf8' });
    rmSync(join(folder, path));
    expect(stdout).toContain(says);
    expect(status).toBe(1);
  });

  it('sees a cycle through two files', () => {
    write(folder, 'src/core/a.ts', "import { b } from '#core/b.ts';\nexport const a = (): unknown => b;");
    write(folder, 'src/core/b.ts', "import { a } from '#core/a.ts';\nexport const b = (): unknown => a;");
    const { status, stdout } = spawnSync(process.execPath, [oxlint, 'src/core'], { cwd: folder, encoding: 'utf8' });
    rmSync(join(folder, 'src/core'), { recursive: true });
    expect(stdout).toContain('no-cycle');
    expect(status).toBe(1);
  });

  it('is content with a clean file in every layer', () => {
    for (const layer of ['language', 'core', 'contract', 'importers', 'store', 'server', 'cli', 'web']) {
      write(folder, `src/${layer}/clean.ts`, 'export const fine = 1;');
    }
    const { status, stdout } = spawnSync(process.execPath, [oxlint], { cwd: folder, encoding: 'utf8' });
    rmSync(join(folder, 'src'), { recursive: true });
    expect(stdout).toContain('0 errors');
    expect(status).toBe(0);
  });
});

describe('the compiler', () => {
  it.each([
    { name: 'core touches the document', layer: 'core', text: 'export const y = document.title;' },
    { name: 'core touches the process', layer: 'core', text: 'export const y = process.env;' },
    { name: 'the web app names a type of the server', layer: 'web', text: "export type Y = import('#server/x.ts').X;" },
    { name: 'the neutral server touches node', layer: 'server', text: "export const y = Buffer.from('x');" },
  ])('objects when $name', ({ layer, text }) => {
    const folder = mkdtempSync(join(tmpdir(), 'whose-call-types-'));
    try {
      for (const file of ['package.json', 'tsconfig.json']) cpSync(join(repository, file), join(folder, file));
      mkdirSync(join(folder, 'node_modules'));
      for (const name of ['@types', 'vite']) symlinkSync(join(repository, 'node_modules', name), join(folder, 'node_modules', name));
      for (const each of ['language', 'core', 'contract', 'importers', 'store', 'server', 'web']) {
        mkdirSync(join(folder, 'src', each), { recursive: true });
        cpSync(join(repository, 'src', each, 'tsconfig.json'), join(folder, 'src', each, 'tsconfig.json'));
        write(folder, `src/${each}/x.ts`, 'export type X = { fine: true };\nexport const fine = 1;');
      }
      const check = () => spawnSync(process.execPath, [tsc, '-b', '--force', `src/${layer}`, '--pretty', 'false'], { cwd: folder, encoding: 'utf8' });
      expect(check().stdout).toBe('');
      write(folder, `src/${layer}/y.ts`, text);
      const broken = check();
      expect(broken.stdout).toContain(`src/${layer}/y.ts`);
      expect(broken.status).not.toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
