import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openApiDocument } from '#contract/openapi.ts';
import { allFiles } from '#mocks/halden-maker/files/all-files.ts';
import { german } from '#language/german/german.ts';
import { forbiddenIn, forbiddenInGermanText, personLacking } from '#test/support/forbidden-words.ts';
import { sourceTexts, textsOf } from '#test/support/source-texts.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Words that stand in a file for a reason: they are read, not said, or they name what the product does not do. */
const allowed: readonly { file: string; words: readonly string[]; why: string }[] = [
  { file: 'src/core/replay/left-out.ts', words: ['neglect', 'ignor', 'missed', 'blame'], why: 'looks for such sentences in what others wrote, to leave them out' },
  { file: 'src/importers/register/register-fields.ts', words: ['accountable'], why: 'headings of registers that others wrote' },
  { file: 'src/importers/findings-csv/finding-columns.ts', words: ['suppressed'], why: 'headings of tables that others wrote' },
  { file: 'src/importers/sarif/sarif-findings.ts', words: ['suppressed'], why: 'a mark of the program' },
  { file: 'README.md', words: ['red', 'blames'], why: 'says what the product replaces, and what it does not do' },
  { file: 'docs/ARCHITECTURE.md', words: ['violations'], why: 'rules of the code' },
];

describe('no text judges anybody or stands for a number', () => {
  test.each([
    ['the interface', 'src/web/**/*.{ts,tsx}'], ['the domain', 'src/core/**/*.ts'], ['the contract', 'src/contract/**/*.ts'], ['the server', 'src/server/**/*.ts'],
    ['the importers', 'src/importers/**/*.ts'], ['the commands', 'src/cli/**/*.{ts,js}'], ['the store', 'src/store/**/*.ts'],
  ])('%s', (_, pattern) => {
    const texts = sourceTexts(pattern);
    expect(texts.length).toBeGreaterThan(20);
    expect(said(texts.map(({ file, text }) => [file, text]))).toEqual([]);
  });

  test('the German catalogue', () => {
    const texts = Object.values(german.messages);
    expect(texts.length).toBeGreaterThan(1_000);
    expect(texts.flatMap((text) => forbiddenInGermanText(text).map((word) => `"${word}" in "${text}"`))).toEqual([]);
  });

  test('the description of the API', () => {
    expect(said(stringsOf(openApiDocument('1.0.0')).map((text) => ['openapi', text]))).toEqual([]);
  });

  test('the guides, but for what they quote', () => {
    const pages = globSync(['README.md', 'docs/**/*.md', 'src/**/README.md', 'mocks/**/README.md'], { cwd: ROOT });
    const lines = pages.flatMap((page) => readFileSync(join(ROOT, page), 'utf8').split('\n').map((line) => [page, withoutQuotes(line)] as const));
    expect(said(lines)).toEqual([]);
  });

  test('the sample company', () => {
    expect(said([...allFiles()].flatMap(([path, text]) => text.split('\n').map((line) => [path, line] as const)))).toEqual([]);
  });
});

describe('the search for such words', () => {
  test.each([
    ["export const a = 'The owner ignored it.';", ['ignored']],
    ['export const a = `${name} should have known`;', ['should have']],
    ['export const A = () => <p>This risk is <b>overdue</b>.</p>;', ['overdue']],
    ['export const A = () => <p title="Held accountable">x</p>;', ['accountable']],
    ["export const a = { title: 'Red' };", ['red']],
    ["export const a = 'Who is to blame';", ['blame']],
  ])('finds a planted one: %s', (source, words) => {
    expect(textsOf(source, 'planted.tsx').flatMap(forbiddenIn)).toEqual(words);
  });

  test.each([
    ['Die Leitung hat es versäumt', ['versäumt']], ['Wer ist schuld', ['schuld']], ['Ein hohes Risiko', ['hohes risiko']], ['Die Ampel steht auf Rot', ['rot', 'ampel']],
    ['Das hätte gemeldet werden müssen', ['hätte gemeldet werden müssen']], ['Die Entscheidung ist überfällig', ['überfällig']], ['Bis zum Datum annehmen', []],
  ])('finds one in German: %s', (text, words) => {
    expect(forbiddenInGermanText(text).toSorted()).toEqual([...words].toSorted());
  });

  test('leaves ids, keys, imports and patterns to the program', () => {
    const source = "import x from './red.ts'; export const a = { key: 'overdue-not-raised', colour: 'red', test: /missed one/, k: x };";
    expect(textsOf(source, 'plain.ts').flatMap(forbiddenIn)).toEqual([]);
  });
});

describe('the search for a person as the subject of a lack', () => {
  const names = ['Ana Roy', 'ana'];

  test.each([
    'Ana Roy did not read it.', 'Ana Roy has not decided.', 'ana lacks the authority.', 'It was due on 3 May. Ana Roy never answered it.',
    'Ana Roy cannot decide this.', 'Ana Roy has no authority here.', 'Due: Ana Roy failed to act',
  ])('finds: %s', (sentence) => {
    expect(personLacking(sentence, names)).toHaveLength(1);
  });

  test.each([
    'Ana Roy has not been shown the token risk.', 'The grant of Ana Roy does not cover Checkout.', 'Ana Roy may accept up to $1 million.',
    'It has not reached Ana Roy.', 'Brief Ana Roy, who can decide.', 'Anabel did not read it.',
  ])('leaves: %s', (sentence) => {
    expect(personLacking(sentence, names)).toEqual([]);
  });
});

function said(texts: readonly (readonly [string, string])[]): readonly string[] {
  const isAllowed = (file: string, word: string) => allowed.some((one) => one.file === file && one.words.includes(word));
  return texts.flatMap(([file, text]) => forbiddenIn(text).filter((word) => !isAllowed(file, word)).map((word) => `${file}: "${word}" in "${text.slice(0, 120)}"`));
}

function stringsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(stringsOf);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}

function withoutQuotes(line: string): string {
  return line.replaceAll(/`[^`]*`|"[^"]*"|“[^”]*”/g, '');
}
