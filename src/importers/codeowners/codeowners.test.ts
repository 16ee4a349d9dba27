import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '#core/record/entry.ts';
import { ownersOfPath, ownersOfRoot, parseCodeOwners } from '#importers/codeowners/code-owners.ts';
import { codeOwnersImporter } from '#importers/codeowners/codeowners-importer.ts';
import { pathPattern } from '#importers/codeowners/pattern.ts';
import { limits } from '#importers/reading/limits.ts';
import { memorySource } from '#importers/reading/memory-source.ts';
import { entriesIn, importContext, itemsOf } from '#test/support/import-context.ts';

describe('a code owners pattern', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['*', ['a', 'a/b', '.github/x'], []],
    ['docs', ['docs', 'docs/a', 'x/docs/a'], ['docs.md', 'mydocs']],
    ['docs/', ['docs/a', 'x/docs/a/b'], ['docs', 'x/docs']],
    ['/docs/', ['docs/a/b'], ['docs', 'x/docs/a']],
    ['/*', ['README'], ['a/b', 'a/b/c']],
    ['/*/', ['a/b', 'a/b/c'], ['a']],
    ['docs/*', ['docs/a.md'], ['docs', 'docs/a/b.md', 'x/docs/a.md']],
    ['*.js', ['a.js', 'x/y.js', 'a.js/b'], ['a.jsx']],
    ['/src/*.js', ['src/a.js'], ['src/x/a.js']],
    ['a/**/b', ['a/b', 'a/x/b', 'a/x/y/b/c'], ['x/a/b', 'a/bc']],
    ['a/**', ['a/b', 'a/b/c'], ['a', 'x/a/b']],
    ['a/**/', ['a/b', 'a/b/c'], ['a']],
    ['**/logs', ['logs', 'a/logs/b'], ['a/log']],
    ['/apps/[id]/page.ts', ['apps/[id]/page.ts'], ['apps/i/page.ts']],
    ['f?o', ['foo', 'x/fxo'], ['fo', 'f/o']],
    ['a*b*c', ['abc', 'axxbxxc'], ['axxc', 'abcd']],
    [String.raw`f\*o`, ['f*o'], ['foo']],
    [String.raw`f\?o`, ['f?o'], ['foo']],
    ['a.b+c', ['a.b+c'], ['axb+c', 'a.bbc']],
    ['/', ['a', 'a/b'], []],
  ])('%s covers what it says', (pattern, covered, others) => {
    const covers = pathPattern(pattern);
    expect(covered.filter((path) => covers?.(path) !== true)).toEqual([]);
    expect(others.filter((path) => covers?.(path) !== false)).toEqual([]);
  });

  it('is not read where code owners do not support it', () => {
    expect([pathPattern('!a'), pathPattern(String.raw`\#a`), pathPattern(''), pathPattern('a'.repeat(limits.patternLength + 1))]).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('takes no longer for a hostile pattern', () => {
    const started = performance.now();
    expect(pathPattern(`${'*a'.repeat(400)}b`)?.('a'.repeat(4_000))).toBe(false);
    expect(pathPattern(`${'**/'.repeat(300)}b`)?.('a/'.repeat(2_000))).toBe(false);
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  it('covers every path below one it covers, unless it ends in a star alone', () => {
    const name = fc.constantFrom('a', 'b', 'ab', 'x.js');
    const pattern = fc.array(fc.constantFrom('a', 'b', '*', '**', 'a*', '*.js', '?'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
    fc.assert(
      fc.property(pattern, fc.constantFrom('', '/'), fc.array(name, { minLength: 1, maxLength: 4 }), name, (text, slash, path, below) => {
        const covers = pathPattern(slash + text);
        if ((text.endsWith('/*') || slash + text === '/*')) return;
        if (covers?.(path.join('/')) === true) expect(covers([...path, below].join('/'))).toBe(true);
      }),
      { seed: 20_261_121, numRuns: 500 },
    );
  });
});

describe('a CODEOWNERS file', () => {
  const text = '# owners\n* @org/core @ana # everybody\n/docs/ @org/docs\n/docs/private/\n*.sql mail@example.com\nsrc\\ old/ @ben\n!x @org/a\n/y nobody\n';

  it('gives a path the owners of the last rule that covers it; a rule without owners takes them away', () => {
    const file = parseCodeOwners(text);
    expect(ownersOfPath(file, 'a.ts')).toEqual(['@org/core', '@ana']);
    expect(ownersOfPath(file, 'docs/a.md')).toEqual(['@org/docs']);
    expect(ownersOfPath(file, 'docs/private/a.md')).toEqual([]);
    expect(ownersOfPath(file, 'docs/a.sql')).toEqual(['mail@example.com']);
    expect(ownersOfPath(file, 'src old/a')).toEqual(['@ben']);
    expect(ownersOfRoot(file)).toEqual(['@org/core', '@ana']);
  });

  it('skips lines it cannot read, by line', () => {
    expect(parseCodeOwners(text).rejected.map(({ place, code }) => `${place} ${code}`)).toEqual(['line 7 pattern', 'line 8 owner']);
  });

  it('has GitLab sections with owners of their own, each of which counts', () => {
    const file = parseCodeOwners('* @org/core\n[Data][2] @org/data\n*.sql\n^[Docs]\n*.md @org/docs\n[x].md @org/y\n');
    expect(file.sections).toEqual(['Data', 'Docs']);
    expect(ownersOfPath(file, 'a.sql')).toEqual(['@org/core', '@org/data']);
    expect(ownersOfPath(file, 'a.md')).toEqual(['@org/core', '@org/docs']);
    expect(ownersOfPath(file, '[x].md')).toEqual(['@org/core', '@org/y']);
  });
});

describe('the CODEOWNERS importer', () => {
  const held: Entry[] = [
    { kind: 'teams', entity: { id: 'core', kind: 'engineering', name: 'Core' }, stamp: {} },
    { kind: 'teams', entity: { id: 't-docs', kind: 'engineering', name: 'Docs Team' }, stamp: {} },
    { kind: 'services', entity: { id: 'shop', exposure: 'internet', repository: 'github.com/org/shop-web' }, stamp: {} },
    { kind: 'services', entity: { id: 'till', exposure: 'internal', teamId: 't-docs' }, stamp: {} },
  ];
  const run = (name: string, text: string, serviceId?: string) =>
    itemsOf(codeOwnersImporter.read(memorySource(name, text), importContext({ held, defaults: { serviceId } })));

  it.each([['shop-web/.github/CODEOWNERS'], ['shop-web.CODEOWNERS'], ['org/shop-web/CODEOWNERS']])('gives the service of %s its owning team', async (name) => {
    const items = await run(name, '* @org/Core @ana\n');
    expect(entriesIn(items)).toMatchObject([{ kind: 'services', entity: { id: 'shop', exposure: 'internet', repository: 'github.com/org/shop-web', teamId: 'core' } }]);
  });

  it('finds a team by its name, and gives no grant and no person', async () => {
    expect(entriesIn(await run('CODEOWNERS', '* @org/docs-team\n', 'shop')).map((entry) => entry.entity)).toMatchObject([{ id: 'shop', teamId: 't-docs' }]);
  });

  it('leaves an owning team that is on the record, and says that the file differs', async () => {
    const items = await run('CODEOWNERS', '* @org/core\n', 'till');
    expect(entriesIn(items)).toEqual([]);
    expect(items).toContainEqual({ type: 'note', text: 'It names "core" as owner; the record holds "t-docs", which stays.', claim: { serviceId: 'till', teamId: 'core' } });
  });

  it('says so where nobody on the record owns the whole', async () => {
    expect(await run('CODEOWNERS', '* @someone\n', 'shop')).toContainEqual({ type: 'note', text: 'Its owners "@someone" are no team on the record.' });
    expect(await run('CODEOWNERS', '/a @org/core\n', 'shop')).toContainEqual({ type: 'note', text: 'No rule covers the whole repository, so it says no owning team of the service.' });
  });

  it.each([['* @a/b\n', 'x/CODEOWNERS', true], ['* @a/b\n', 'x.CODEOWNERS', true], ['* @a/b\n', 'OWNERS', false], ['<!doctype html>', 'CODEOWNERS', false], ['approvers: []', 'x.OWNERS', false]])(
    'recognises %j as %s: %s',
    (start, name, expected) => {
      expect(codeOwnersImporter.detects(start, name)).toBe(expected);
    },
  );
});
