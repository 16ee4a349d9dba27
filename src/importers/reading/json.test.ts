import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SourceRefused } from '#importers/importer.ts';
import { flawsUnder } from '#importers/reading/flaw.ts';
import { JsonGuard } from '#importers/reading/json-guard.ts';
import { parseJson } from '#importers/reading/json.ts';
import { limits } from '#importers/reading/limits.ts';
import { refusalOf } from '#test/support/refusal.ts';

const code = (text: string): string => refusalOf(() => parseJson(text, 'a.json')).code;
const keysOf = (count: number): string => `{${Array.from({ length: count }, (_, index) => `"k${index}":0`).join(',')}}`;

/** Feeds the guard in pieces; `undefined` when the text goes through. */
function guardVerdict(text: string, pieceLength: number): string | undefined {
  const guard = new JsonGuard('a.json');
  try {
    for (let at = 0; at < text.length; at += pieceLength) guard.push(text.slice(at, at + pieceLength));
    guard.end();
    return undefined;
  } catch (error) {
    if (error instanceof SourceRefused) return `${error.rejection.code} ${error.rejection.place}`;
    throw error;
  }
}

describe('JSON text', () => {
  it('gives its value', () => {
    expect(parseJson(' {"a": [1, -2.5e3, "x\\u0041", true, null, {}]} ', 'a.json')).toEqual({
      value: { a: [1, -2500, 'xA', true, null, {}] },
      flaws: [],
    });
  });

  it.each([
    ['[NaN]', 'line 1, column 2'],
    ['{\n "a": 1,\n}', 'line 3, column 1'],
    ['{/*c*/"a":1}', 'line 1, column 2'],
    ['{"a":1}\n{"a":2}', 'line 2, column 1'],
    ['["a\nb"]', 'line 1, column 4'],
    ['[01]', 'line 1, column 2'],
    ['["\\x"]', 'line 1, column 4'],
    ['{"a"', 'line 1, column 5'],
    ['[1,]', 'line 1, column 4'],
    [']', 'line 1, column 1'],
  ])('is refused with its place where the grammar ends: %j', (text, place) => {
    const rejection = refusalOf(() => parseJson(text === ']' ? '[]]' : text, 'a.json'));
    expect(rejection.code).toBe('json-syntax');
    if (text !== ']') expect(rejection.place).toBe(place);
  });

  it.each([['<!doctype html>'], ['version https://git-lfs.github.com/spec/v1'], ['a: 1']])('is not %j', (text) => {
    expect(code(text)).toBe('not-json');
  });

  it('is nested to the limit and no deeper', () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
    expect(parseJson(nested(limits.depth), 'a').flaws).toEqual([]);
    expect(code(nested(limits.depth + 1))).toBe('too-deep');
    expect(code('['.repeat(1_000_000))).toBe('too-deep');
  });

  it('has at most 10,000 keys in an object, of 256 bytes each', () => {
    expect(parseJson(keysOf(limits.keysPerObject), 'a').flaws).toEqual([]);
    expect(code(keysOf(limits.keysPerObject + 1))).toBe('too-many-keys');
    expect(parseJson(`{"${'k'.repeat(limits.keyBytes)}":0}`, 'a').flaws).toEqual([]);
    expect(code(`{"${'k'.repeat(limits.keyBytes + 1)}":0}`)).toBe('key-too-long');
    expect(code(`{"${'é'.repeat(limits.keyBytes / 2 + 1)}":0}`)).toBe('key-too-long');
  });

  it('has strings of at most 1 Mi characters', () => {
    expect(parseJson(`["${'s'.repeat(limits.stringLength)}"]`, 'a').flaws).toEqual([]);
    expect(code(`["${'s'.repeat(limits.stringLength + 1)}"]`)).toBe('string-too-long');
  });

  it('is refused for a key that stands twice, however it is spelt', () => {
    expect(refusalOf(() => parseJson('{"r":[{"level":1,"\\u006cevel":2}]}', 'a'))).toMatchObject({
      code: 'duplicate-key',
      place: '/r/0/level',
    });
    expect(parseJson('[{"a":1},{"a":2}]', 'a').flaws).toEqual([]);
  });

  it('names forbidden keys and numbers out of range by pointer, and leaves the keys out', () => {
    const { value, flaws } = parseJson('{"r":[{"__proto__":{"x":1},"a/b":1e999},{"n":9007199254740993}]}', 'a');
    expect(flaws.map((flaw) => `${flaw.code} ${flaw.pointer}`)).toEqual([
      'forbidden-key /r/0/__proto__', 'number-range /r/0/a~1b', 'number-range /r/1/n',
    ]);
    expect(flawsUnder(flaws, '/r/1')).toHaveLength(1);
    expect(JSON.stringify(value)).not.toContain('__proto__');
  });
});

describe('a JSON text full of flaws', () => {
  it('is refused whole at one more than the limit', () => {
    const numbers = (count: number): string => `[${Array.from({ length: count }, () => '1e999').join(',')}]`;
    expect(parseJson(numbers(limits.flaws), 'a').flaws).toHaveLength(limits.flaws);
    expect(refusalOf(() => parseJson(numbers(limits.flaws + 1), 'a'))).toMatchObject({ code: 'number-range', place: '/1000' });
  });
});

describe('the JSON guard', () => {
  const nearlyJson = fc
    .tuple(fc.json(), fc.nat(), fc.constantFrom('', '}', ']', ',', ':', '"', '\\', '\n', '0', '-', 'e', 'x', ' ', '\u0001'))
    .map(([text, at, extra]) => {
      const position = at % (text.length + 1);
      return text.slice(0, position) + extra + text.slice(position + (at % 3 === 0 ? 1 : 0));
    });

  it('takes and refuses the same texts as JSON.parse, in pieces of any length', () => {
    fc.assert(
      fc.property(nearlyJson, fc.integer({ min: 1, max: 7 }), (text, pieceLength) => {
        const whole = guardVerdict(text, text.length + 1);
        expect(guardVerdict(text, pieceLength)).toBe(whole);
        if (whole !== undefined && !whole.startsWith('json-syntax')) return;
        let parsed = true;
        try {
          JSON.parse(text);
        } catch {
          parsed = false;
        }
        expect(whole === undefined).toBe(parsed);
      }),
      { seed: 20_261_121, numRuns: 3_000 },
    );
  });
});
