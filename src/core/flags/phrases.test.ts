import { describe, expect, test } from 'vitest';
import { giverOf, grantEnd, moneyBeside, name, reading, scopeWords, services } from '#core/flags/phrases.ts';
import { indexOn, TODAY } from '#test/support/world.ts';

const index = indexOn(TODAY, 'person nora name=Nora', 'team orders name=Orders', 'service shop name=Shop');

test('a name is that of a person, a team or the governing body', () => {
  expect(['nora', 'orders', 'ROOT', 'ghost'].map((id) => name(index, id))).toEqual(['Nora', 'Orders', 'the governing body', 'ghost']);
  expect(name(indexOn(TODAY, 'team board kind=governing name=Board'), 'board')).toBe('Board');
});

test('no services are the whole company', () => {
  expect(services(index, [])).toBe('the whole company');
  expect(services(index, ['shop', 'index'])).toBe('Shop and index');
});

test.each([
  [undefined, 'all services'],
  [{ services: ['*'] }, 'all services'],
  [{ teams: ['*'] }, 'all services'],
  [{ services: ['shop'] }, 'Shop'],
  [{ services: ['*'], teams: ['orders'] }, 'the services of Orders'],
  [{ teams: ['orders', 'search'] }, 'the services of Orders and search'],
])('the scope %o is %s', (scope, words) => {
  expect(scopeWords(index, scope)).toBe(words);
});

describe(giverOf, () => {
  test.each([
    ['g-nora', '', 'omar'],
    ['g-rita', '', 'the governing body'],
    ['g-nora', 'person omar to=2026-06-29', 'rita'],
    ['g-nora', 'person omar to=2026-06-29 managerId=-', 'omar'],
    ['g-nora', 'grant g-nora grantorId=chair', 'nora'],
    ['g-nora', 'grant g-nora grantorId=ghost', 'ghost'],
    ['g-nora', 'team board kind=governing name=Board leadId=rita\ngrant g-nora grantorId=board', 'Board'],
  ])('of %s with %s: %s', (id, change, giver) => {
    const changed = indexOn(TODAY, change);
    const grant = changed.view.grants.get(id);
    expect(grant === undefined ? 'no grant' : giverOf(changed, grant)).toBe(giver);
  });
});

test('reading is counted in pieces and minutes', () => {
  expect(reading(index, 1)).toBe('1 piece, about 5 minutes');
  expect(reading(index, 3)).toBe('3 pieces, about 15 minutes');
});

test('a grant for one decision ends 90 days from today', () => {
  expect(grantEnd(index)).toBe('28 Sep 2026');
});

test('an amount beside a limit is exact where rounding would hide which is larger', () => {
  expect(moneyBeside(index, 1_449_000, 1_400_000)).toBe('$1,449,000');
  expect(moneyBeside(index, 1_460_000, 1_400_000)).toBe('$1.5 million');
});
