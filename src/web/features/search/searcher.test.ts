import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSearcher } from '#web/features/search/searcher.ts';

const rows = [
  { kind: 'risks', id: 'R-104', name: 'Refresh tokens do not expire' },
  { kind: 'risks', id: 'R-105', name: 'Refund service accepts old tokens' },
  { kind: 'teams', id: 'payments', name: 'Payments' },
  { kind: 'persons', id: 'garcia', name: 'Inés García' },
  { kind: 'cases', id: 'equifax-2017', name: 'Equifax 2017', words: 'credit bureau breach' },
];
const searcher = await createSearcher(rows);
const found = (text: string): readonly string[] => searcher.find(text, 8).flatMap(({ hits }) => hits.map(({ id }) => id));

describe('a searcher', () => {
  it.each([
    ['token', ['R-104', 'R-105']], ['tokens refund', ['R-105']], ['paymnets', ['payments']], ['PAY', ['payments']], ['garcia', ['garcia']],
    ['Garcìa', ['garcia']], ['r-105', ['R-105']], ['bureau', ['equifax-2017']], ['equifaks', ['equifax-2017']],
  ])('finds by "%s" %j', (text, ids) => {
    expect([...found(text)].sort()).toEqual([...ids].sort());
  });

  it.each(['', '   ', '-', 'zzzz', 'token zzzz', 'R-106', 'pax'])('finds nothing by "%s"', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('puts what bears the very name or id first, and the kind of it before the others', async () => {
    const two = await createSearcher([{ kind: 'risks', id: 'R-1', name: 'Login without login limits' }, { kind: 'services', id: 'x', name: 'Login service' }, { kind: 'services', id: 'login', name: 'Sign-in' }]);
    const [first] = two.find('login', 8);
    expect(first?.kind).toBe('services');
    expect(first?.hits[0]?.id).toBe('login');
  });

  it('lists at most as many of a kind as are asked for, and says that more match', () => {
    expect(searcher.find('tokens', 1)).toMatchObject([{ kind: 'risks', hits: [{}], more: true }]);
    expect(searcher.find('tokens', 2)).toMatchObject([{ kind: 'risks', more: false }]);
  });

  it('finds every row by its whole name and by every beginning of it', async () => {
    const word = fc.stringMatching(/^[a-z]{1,9}$/);
    await fc.assert(fc.asyncProperty(fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 20 }), fc.nat(), async (names, cut) => {
      const made = names.map((words, at) => ({ kind: 'risks', id: `q${at}`, name: words.join(' ') }));
      const one = await createSearcher(made);
      for (const { id, name } of made) {
        const text = name.slice(0, 1 + (cut % name.length));
        expect(one.find(text, made.length).flatMap(({ hits }) => hits.map((hit) => hit.id))).toContain(id);
      }
    }), { numRuns: 40 });
  });
});
