import { expect, test } from 'vitest';
import { memorySource } from '#importers/reading/memory-source.ts';
import { siblingOf } from '#server/imports/siblings.ts';

const names = (...all: readonly string[]) => all.map((name) => memorySource(name, ''));

test.each([
  ['a/OWNERS', ['a/OWNERS', 'b/OWNERS_ALIASES', 'a/OWNERS_ALIASES'], 'a/OWNERS_ALIASES'],
  ['OWNERS', ['OWNERS', 'a/OWNERS_ALIASES'], undefined],
  ['raw/kubectl.OWNERS', ['raw/kubectl.OWNERS', 'raw/community.OWNERS_ALIASES', 'raw/kubectl.OWNERS_ALIASES'], 'raw/kubectl.OWNERS_ALIASES'],
  ['raw/kubectl.OWNERS', ['raw/kubectl.OWNERS', 'raw/community.OWNERS_ALIASES'], undefined],
  ['raw/a.b.OWNERS', ['raw/a.b.OWNERS', 'raw/a.OWNERS_ALIASES', 'raw/a.b.OWNERS_ALIASES'], 'raw/a.b.OWNERS_ALIASES'],
])('%s finds its aliases beside it', (own, all, expected) => {
  const sources = names(...all);
  const source = sources.find((one) => one.name === own);
  if (source === undefined) throw new Error('the source is one of them');
  expect(siblingOf(source, sources, 'OWNERS_ALIASES')?.name).toBe(expected);
});

test('a file is not its own sibling', () => {
  const sources = names('a/OWNERS');
  for (const source of sources) expect(siblingOf(source, sources, 'OWNERS')).toBeUndefined();
});
