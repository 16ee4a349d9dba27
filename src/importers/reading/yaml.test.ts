import { describe, expect, it } from 'vitest';
import { limits } from '#importers/reading/limits.ts';
import { parseOneYaml, parseYaml } from '#importers/reading/yaml.ts';
import { refusalOf } from '#test/support/refusal.ts';

const refusal = (text: string) => refusalOf(() => parseYaml(text, 'a.yaml'));
const keysOf = (count: number): string => Array.from({ length: count }, (_, index) => `k${index}: 0\n`).join('');

describe('YAML text', () => {
  it('keeps what YAML 1.2 calls text as text', () => {
    expect(parseOneYaml('country: NO\ndate: 2025-30-01\ntime: 12:30:45\noct: 010\nv: 1.10\nempty:\nt: !!str 7\n', 'a').value).toEqual({
      country: 'NO', date: '2025-30-01', time: '12:30:45', oct: 10, v: 1.1, empty: null, t: '7',
    });
  });

  it('gives every document that holds something, by its number in the file', () => {
    const documents = parseYaml('# first\n---\na: 1\n---\n---\nb: 2\n', 'a.yaml');
    expect(documents.map((document) => document.value)).toEqual([{ a: 1 }, { b: 2 }]);
    expect(documents.map((document) => document.number)).toEqual([1, 3]);
    expect(refusalOf(() => parseOneYaml('a: 1\n---\nb: 2\n', 'a.yaml'))).toMatchObject({
      code: 'multiple-documents', place: 'document 2',
    });
  });

  it('knows the line and the comment of each value', () => {
    const document = parseOneYaml('# top\nleads:\n  - ana # 2024-12-15\n  - ben\n  - {name: cy,\n     at: here}\n', 'a');
    expect(document.line(['leads', 1])).toBe(4);
    expect(document.line(['leads', 2, 'at'])).toBe(6);
    expect(document.line(['leads', 9])).toBe(3);
    expect(document.comment(['leads', 0])).toBe('2024-12-15');
    expect(document.comment(['leads', 1])).toBeUndefined();
  });

  it('shares what an alias points at', () => {
    expect(parseOneYaml('a: &x [1, 2]\nb: *x\n', 'a').value).toEqual({ a: [1, 2], b: [1, 2] });
  });

  it.each([
    ['a ten-level alias bomb', aliasBomb(10), 'too-many-nodes'],
    ['an alias inside its own anchor', '&a [*a]', 'alias-cycle'],
    ['an alias of nothing', 'a: *b', 'yaml-syntax'],
    ['a merge key', 'a: &a {x: 1}\nb: {<<: *a}', 'merge-not-supported'],
    ['a key that stands twice', 'severity: critical\nseverity: none\n', 'duplicate-key'],
    ['one number key twice in two spellings of text', '"1": a\n1: b\n', 'duplicate-key'],
    ['a constructed object', 'a: !!python/object/apply:os.system ["id"]', 'unknown-tag'],
    ['an include', 'a: !include /etc/passwd', 'unknown-tag'],
    ['tab indentation', 'a:\n\tb: 1\n', 'yaml-syntax'],
    ['a NUL', 'a: \u0000\n', 'yaml-syntax'],
    ['a long anchor', `a: &${'x'.repeat(limits.keyBytes + 1)} 1`, 'string-too-long'],
    ['a long text', `a: ${'x'.repeat(limits.stringLength + 1)}`, 'string-too-long'],
    ['a key that is a list', '? [a]\n: 1\n', 'yaml-syntax'],
    ['tags in a row', '! '.repeat(100_000), 'yaml-syntax'],
    ['anchors in a row', `a: ${'&a\n'.repeat(100_000)}`, 'yaml-syntax'],
    ['nothing but comments', '# a\n---\n', 'empty'],
  ])('is refused with %s', (_name, text, code) => {
    expect(refusal(text).code).toBe(code);
  });

  it('takes a word that looks like a tag, an anchor or a merge key where it is plain text', () => {
    expect(parseOneYaml('a: "!include x"\nb: say *this*\n"<<": 1\nc: |\n  !include x\n', 'a').value).toEqual({
      a: '!include x', b: 'say *this*', '<<': 1, c: '!include x\n',
    });
  });

  it('is nested to the limit and no deeper, in brackets and in dashes', () => {
    expect(parseYaml('['.repeat(limits.depth) + ']'.repeat(limits.depth), 'a')).toHaveLength(1);
    expect(refusal('['.repeat(limits.depth + 1)).code).toBe('too-deep');
    expect(parseYaml(`${'- '.repeat(limits.depth)}a`, 'a')).toHaveLength(1);
    expect(refusal(`${'- '.repeat(limits.depth + 1)}a`).code).toBe('too-deep');
    expect(refusal(`${'- '.repeat(100_000)}a`).code).toBe('too-deep');
    expect(refusal(`${'? '.repeat(20_000)}a`).code).toBe('too-deep');
  });

  it('takes a tag and an anchor for a mapping and for its first key', () => {
    expect(parseOneYaml('x: !!map &m\n  !!str &k a: !!str &v b\ny: *v\nz: [!!str a, !!str b, &n c, *n, !!null , !!null , !!null ]\n', 'a').value).toEqual({
      x: { a: 'b' }, y: 'b', z: ['a', 'b', 'c', 'c', null, null, null],
    });
  });

  it('is refused for a million dashes before it is parsed', () => {
    const started = performance.now();
    expect(refusal('- '.repeat(1_000_000)).code).toBe('too-deep');
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('has at most 10,000 keys in a mapping and says so within a few seconds for 40,000', () => {
    expect(parseYaml(keysOf(limits.keysPerObject), 'a')).toHaveLength(1);
    expect(refusal(keysOf(limits.keysPerObject + 1)).code).toBe('too-many-keys');
    const started = performance.now();
    expect(refusal(keysOf(40_000)).code).toBe('too-many-keys');
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('leaves forbidden keys out and names numbers beyond range', () => {
    const document = parseOneYaml('a:\n  __proto__: {x: 1}\n  n: 9007199254740993\n  b: 1\n', 'a');
    expect(document.value).toEqual({ a: { n: 9007199254740992, b: 1 } });
    expect(document.flaws.map((flaw) => `${flaw.code} ${flaw.pointer}`)).toEqual(['forbidden-key /a/__proto__', 'number-range /a/n']);
  });
});

function aliasBomb(levels: number): string {
  const lines = ['l0: &l0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level < levels; level += 1) {
    const uses = Array.from({ length: 10 }, () => `*l${level - 1}`).join(', ');
    lines.push(`l${level}: &l${level} [${uses}]`);
  }
  return lines.join('\n');
}
