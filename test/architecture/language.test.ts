import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { german } from '#language/german/german.ts';
import { germanAreas } from '#test/support/german-areas.ts';
import { ruleMessages, sourceFiles, wordsOf, wordsOfFile, type SaidMessage } from '#test/support/said-messages.ts';

/** Everything that makes words for a reader. What importers write about a file is kept on the record as it was said then. */
const SOURCES = ['src/language/*.ts', 'src/web/**/*.{ts,tsx}', 'src/core/**/*.ts', 'src/server/**/*.ts', 'src/cli/**/*.ts', 'src/contract/problem.ts'];

/** Words that stay as they are in every language, and why; without `texts` all of the file or folder. */
const asTheyAre: readonly { file: string; texts?: readonly string[]; why: string }[] = [
  { file: 'src/language/dates.ts', why: 'the months, in each language' },
  { file: 'src/web/ui/LanguageSwitch.tsx', texts: ['English', 'Deutsch'], why: 'each language is named in its own words' },
  { file: 'src/web/pack/PackSeal.tsx', texts: ['SHA-256'], why: 'the name of an algorithm' },
  { file: 'src/web/pages/present/PresentPage.tsx', texts: ['Escape'], why: 'the name of a key for the program' },
  { file: 'src/web/ui/use-disclosures.ts', why: 'selectors' },
  { file: 'src/web/pages/sources/fixes.ts', why: 'files that the import reads' },
  { file: 'src/web/pages/sources/SourceTable.tsx', texts: ['npm run whose-call -- import FILE'], why: 'a command' },
  { file: 'src/web/pages/sources/TokensCard.tsx', texts: ['token create', 'token revoke ID', 'npm run whose-call -- token create --source NAME --scope service=ID --until DATE'], why: 'commands' },
  { file: 'src/web/pages/sources/UnownedCard.tsx', texts: ['npm run whose-call -- import'], why: 'a command' },
  { file: 'src/web/pages/replay/OwnFile.tsx', texts: ['npm run whose-call -- replay public/cases/{}', 'npm run whose-call -- replay our-case.json', 'public/cases/', 'docs/replay.md'], why: 'commands and paths' },
  { file: 'src/core/replay/case-words.ts', why: 'what is told of a documented case is told in the language of its file' },
  { file: 'src/core/replay/check-rows.ts', why: 'what is told of a documented case is told in the language of its file' },
  { file: 'src/core/replay/draw-case.ts', why: 'what is told of a documented case is told in the language of its file' },
  { file: 'src/core/replay/entry-words.ts', why: 'what is told of a documented case is told in the language of its file' },
  { file: 'src/core/replay/fact-rows.ts', why: 'what is told of a documented case is told in the language of its file' },
  { file: 'src/core/replay/flag-recorder.ts', why: 'what is told of a documented case is told in the language of its file' },
  { file: 'src/core/replay/left-out.ts', why: 'what is told of a documented case is told in the language of its file' },
  { file: 'src/core/replay/partial-date.ts', why: 'what is told of a documented case is told in the language of its file' },
  { file: 'src/core/replay/shown-entries.ts', why: 'what is told of a documented case is told in the language of its file' },
  { file: 'src/web/charts/ChartRows.tsx', texts: ['{}px minmax(0, 1fr) {}px'], why: 'widths of columns' },
  { file: 'src/web/pages/print/Sheet.tsx', why: 'rules of a printed page' },
  { file: 'src/web/exposure/portfolios.ts', why: 'keys under which answers are kept' },
  { file: 'src/core/exposure/money-words.ts', why: 'the units of amounts, in each language' },
  { file: 'src/core/exposure/input-hash.ts', why: 'the name of the method, part of what is hashed' },
  { file: 'src/core/exposure/yearly-loss.ts', why: 'keys under which answers are kept' },
  { file: 'src/core/picture/nist-register.ts', why: 'a format that other programs read' },
  { file: 'src/core/picture/oscal-poam.ts', why: 'a format that other programs read' },
  { file: 'src/core/picture/register-table.ts', why: 'a format that other programs read' },
  { file: 'src/core/information/known-elsewhere.ts', why: 'classes of defects as the record writes them' },
  { file: 'src/core/picture/draw-picture.ts', texts: ['Organisation'], why: 'a name where the record holds none' },
  { file: 'src/core/flags/policy-defaults.ts', texts: ['{} with changes'], why: 'the name of a version on the record, said by version-words.ts' },
  { file: 'src/core/flags/replay.ts', texts: ['by {}'], why: 'what the replay command writes for other programs' },
  { file: 'src/core/release/finding-life.ts', texts: ['seen again'], why: 'names what a scan says of a finding in reports of imports, which are kept as they were said' },
  { file: 'src/contract/problem.ts', texts: ['One plain sentence: what was found.', 'One plain sentence: what to do about it.', 'Names this occurrence in the server log.', 'Both ways on, where authority is missing: brief up, grant down.'], why: 'the description of the API' },
  { file: 'src/server/access/language-of.ts', texts: ['Vary'], why: 'the name of a header' },
  { file: 'src/server/routes/import-send.ts', texts: ['token {}', 'Bearer'], why: 'who an entry is recorded by, and the name of a way to sign in' },
  { file: 'src/server/case-keeper.ts', why: 'what is told of a documented case is told in the language of its file' },
  { file: 'src/server/imports', why: 'what an import says of a file is kept on the record as it was said then' },
  { file: 'src/server/node/archive', why: 'what an import says of a file is kept on the record as it was said then' },
  { file: 'src/server/tokens/token-scope.ts', texts: ['The token does not take the format {}.', 'The file writes to a service or team that the token does not cover.'], why: 'what an import says of a file is kept on the record as it was said then' },
  ...['--scope takes format=, service= or team=; "{}" is none of them.', '--scope format= takes {} or *; "{}" is none of them.', 'A token is bound to what it may write to: --scope service=ID or --scope team=ID, or service=* for all.']
    .map((text) => ({ file: 'src/server/tokens/token-scope.ts', texts: [text], why: 'names the options of a command, in a terminal' })),
  ...['control-socket', 'folder-lock', 'http-server', 'ledger-tail', 'open-embedded', 'pglite-worker', 'postgres-copy', 'postgres', 'sample', 'static-files']
    .map((name) => ({ file: `src/server/node/${name}.ts`, why: 'what the program tells whoever runs it, in a terminal, and statements for the database' })),
  { file: 'src/cli', why: 'what a terminal reads is one language for people and scripts; what a command shows of the record is said in the language asked for' },
  ...['brief', 'card', 'page'].map((name) => ({ file: `src/core/picture/sentences/${name}-words.ts`, texts: ['open risk'], why: 'names a kind for the program' })),
];
const standsIn = (place: string, file: string): boolean => file === place || file.startsWith(`${place}/`);
const isAsItIs = (file: string, text: string): boolean => asTheyAre.some((one) => standsIn(one.file, file) && (one.texts === undefined || one.texts.includes(text)));

const sources = sourceFiles(...SOURCES).map((file) => ({ file, words: wordsOfFile(file) }));
const ruleTexts = new Set(ruleMessages().map(({ text }) => text));
const said: readonly SaidMessage[] = [...sources.flatMap(({ words }) => words.messages), ...ruleMessages()];

describe('every text of the interface is said', () => {
  test('in whole messages', () => {
    const left = sources.flatMap(({ file, words }) =>
      words.unsaid.filter((text) => !isAsItIs(file, text) && !(file.startsWith('src/core/flags/') && ruleTexts.has(text))).map((text) => `${file}: ${text}`));
    expect(left).toEqual([]);
  });

  test('and never before a language is set, nor from parts', () => {
    expect(sources.flatMap(({ file, words }) => words.faults.map((fault) => `${file}: ${fault}`))).toEqual([]);
  });

  test('and every exception has something to except', () => {
    const unsaid = sources.flatMap(({ file, words }) => words.unsaid.map((text) => ({ file, text })));
    const idle = asTheyAre.flatMap(({ file: place, texts = [undefined] }) =>
      texts.filter((text) => !unsaid.some((one) => standsIn(place, one.file) && (text === undefined || text === one.text))).map((text) => `${place}: ${text ?? 'all of it'}`));
    expect(idle).toEqual([]);
  });
});

describe('the German catalogue', () => {
  test('holds every message', () => {
    expect([...new Set(said.filter(({ text }) => /\p{L}/u.test(text) && !Object.hasOwn(german.messages, text)).map(({ file, text }) => `${file}: ${text}`))]).toEqual([]);
  });

  test('holds no message that nothing says', () => {
    const texts = new Set(said.map(({ text }) => text));
    expect(Object.keys(german.messages).filter((message) => !texts.has(message))).toEqual([]);
  });

  test('holds each message once', async () => {
    const areas = await germanAreas();
    const places = new Map<string, string[]>();
    for (const [area, messages] of areas) for (const message of Object.keys(messages)) places.set(message, [...(places.get(message) ?? []), area]);
    expect([...places].filter(([, held]) => held.length > 1)).toEqual([]);
    expect(places.size).toBe(Object.keys(german.messages).length);
  });

  test('fills the same places of every message, with text of valid form', () => {
    const rich = new Set(said.filter((one) => one.rich).map(({ text }) => text));
    const faults = Object.entries(german.messages).flatMap(([english, text]) => {
      try {
        const [ours, theirs] = [english, text].map((one, at) => placesOf(one, at === 0 ? 'en' : 'de', rich.has(english)));
        return ours !== undefined && theirs !== undefined && fillsThem(ours, theirs) ? [] : [`${english}: ${ours ?? ''} in English, ${theirs ?? ''} in German`];
      } catch (error) {
        return [`${english}: ${error instanceof Error ? error.message : String(error)}`];
      }
    });
    expect(faults).toEqual([]);
  });

  test('uses plurals, choices, numbers and names, and none of the patterns that the build leaves out', () => {
    const left = [...said.map(({ text }) => text), ...Object.values(german.messages)].filter((text) => /\{\s*\w+\s*,\s*(date|time)|::/.test(text));
    expect(left).toEqual([]);
  });

  test('translates: no message of three words or more is the same in both', () => {
    expect(Object.entries(german.messages).filter(([english, text]) => english === text && (english.match(/\p{L}{3,}/gu) ?? []).length > 2 && !english.includes('{'))).toEqual([]);
  });
});

describe('the search for texts', () => {
  const of = (source: string) => wordsOf(source, 'planted.tsx');

  test.each([
    ['export const A = () => <p>Nobody is named</p>;', ['Nobody is named']],
    ['export const A = () => <p>{n} risks</p>;', ['risks']],
    ['export const A = () => <Card headline="Nobody is named" />;', ['Nobody is named']],
    ["export const A = () => <Card headline={n === 0 ? 'None here' : say('{n} here', { n })} />;", ['None here']],
    ['export const a = (n) => `${n} open risks`;', ['{} open risks']],
    ["export const a = () => say('Waits on {who}', { who: 'the board' });", ['the board']],
    ["export const A = () => <Said message='Ask {who}' values={{ who: <b>the board</b> }} />;", ['the board']],
    ["export const a = () => say('{size} a year, {way}', { size, way: more ? 'up' : 'down' });", ['up', 'down']],
  ])('finds what is not said: %s', (source, unsaid) => {
    expect(of(source).unsaid).toEqual(unsaid);
  });

  test.each([
    ["export const a = () => say('Nobody is named');", ['Nobody is named']],
    ["export const a = () => say(n === 0 ? 'None' : 'Some of them');", ['None', 'Some of them']],
    ["export const a = () => say('{way, select, up {Up} other {Down}} {size}', { size, way: more ? 'up' : 'down' });", ['{way, select, up {Up} other {Down}} {size}']],
    ["const names = messages({ a: 'Open', b: { c: 'Shut' } });", ['Open', 'Shut']],
    ["export const A = () => <Said message='Ask {who}' values={{ who }} />;", ['Ask {who}']],
  ])('finds what is said: %s', (source, texts) => {
    expect(of(source)).toMatchObject({ unsaid: [], faults: [], messages: texts.map((text) => ({ text })) });
  });

  test.each([
    ["const a = say('Nobody is named');", /top of the file/],
    ['export const a = () => say(`Nobody in ${place}`);', /put together/],
    ["export const a = () => say('Nobody' + place);", /put together/],
  ])('objects to: %s', (source, fault) => {
    expect(of(source).faults).toEqual([expect.stringMatching(fault)]);
  });

  test('leaves classes, ids, comparisons and refusals to the program', () => {
    const source = "export const A = () => <a className='a b c' id='x y'>{s === 'No such thing' ? fail() : null}</a>; function fail() { throw new Error('Not to be seen.'); }";
    expect(of(source).unsaid).toEqual([]);
  });
});

/** A count that is given in words and as a number, as `{rows}` and `{rows2}`, is said once in either form; a noun may stand in the words. */
function fillsThem(ours: string, theirs: string): boolean {
  const [names, used] = [ours.split(' '), theirs.split(' ')];
  const both = (name: string): boolean => names.includes(`${name}2`) || (/\d$/.test(name) && names.includes(name.replace(/\d$/, '')));
  return used.every((name) => names.includes(name)) && names.every((name) => used.includes(name) || both(name) || name === 'number' || name === 'noun');
}

/** Names and kinds of the placeholders and tags of a message, in order of name. Throws where it is no ICU message. */
function placesOf(text: string, tag: string, rich: boolean): string {
  const places = new Set<string>();
  collect(new IntlMessageFormat(text, tag, undefined, rich ? {} : { ignoreTag: true }).getAst(), places);
  return [...places].sort().join(' ');
}

function collect(value: unknown, places: Set<string>): void {
  if (Array.isArray(value)) for (const one of value) collect(one, places);
  else if (typeof value === 'object' && value !== null) {
    // 0 and 7 are literals and `#`; 8 is a tag; the others are placeholders of some kind.
    if ('type' in value && typeof value.type === 'number' && 'value' in value && typeof value.value === 'string' && value.type !== 0 && value.type !== 7) {
      places.add(value.type === 8 ? `<${value.value}>` : value.value);
    }
    for (const one of Object.values(value)) collect(one, places);
  }
}
