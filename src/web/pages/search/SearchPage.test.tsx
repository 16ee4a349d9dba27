// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { SearchAnswer } from '#contract/search.ts';
import { SearchPage } from '#web/pages/search/SearchPage.tsx';
import { renderAt } from '#web/testing/render-at.tsx';
import { smallPicture } from '#web/testing/small-picture.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const equifax = {
  id: 'equifax-2017', title: 'Equifax 2017', sector: 'Credit bureau', legalStatus: null, kind: 'breach', from: '2017-03-07', to: '2017-09-07',
  breaches: [], sentence: 'One sentence.', basisMix: [], firstDaysBefore: null, upAtBreach: null, checks: { count: 0, asExpected: 0 }, besideIds: [],
};

/** The server finds these findings, and comes with these cases. */
function answer(groups: SearchAnswer['groups'], cases: readonly object[] = []): void {
  vi.stubGlobal('fetch', async (address: string) => Response.json(address.includes('/cases') ? { cases, troubles: [] } : { asOf: '2026-11-21', query: 'x', groups }));
}

const heading = (): string | null => screen.getByRole('heading', { level: 1 }).textContent;
const address = (name: string): string | null => screen.getByRole('link', { name }).getAttribute('href');
/** Waits for the index, which is read in turns. */
const titled = (title: string) => screen.findByRole('heading', { level: 1, name: title });

test('results stand by kind, with the path to each, and lead to their place', async () => {
  answer([{ kind: 'findings', hits: [{ id: 'F-1', name: 'Token in a log', detail: 'Login' }], more: true }, { kind: 'teams', hits: [{ id: 'signin', name: 'Sign-in', detail: null }], more: false }]);
  renderAt(<SearchPage />, '/search?q=token', smallPicture());
  await titled('The first 4 results for “token”');
  expect(address('Token replay in sign-in')).toBe('/risks/R-1');
  expect(address('Tokens')).toBe('/teams/tokens');
  expect(address('Token issuer')).toBe('/ownership?service=issuer');
  expect(address('Token in a log')).toBe('/findings/F-1');
  expect(screen.getByRole('link', { name: 'Tokens' }).closest('li')?.textContent).toContain('Acme › Identity');
  expect(screen.queryByRole('heading', { name: 'People' })).toBeNull();
});

test.each([['abara', 'T. Abara', '/people/abara'], ['weekly trian', 'Weekly train', '/release/train'], ['above the limit', 'Above the limit', '/conditions?flag=A3'], ['A3', 'Above the limit', '/conditions?flag=A3'], ['R-5', 'Nobody runs the orphan', '/risks/R-5']])('“%s” finds %s', async (asked, name, expected) => {
  answer([]);
  renderAt(<SearchPage />, `/search?q=${encodeURIComponent(asked)}`, smallPicture());
  await titled(`1 result for “${asked}”`);
  expect(address(name)).toBe(expected);
});

test('a service without an open risk leads to its findings', async () => {
  answer([]);
  renderAt(<SearchPage />, '/search?q=orphan', smallPicture({ risks: [] }));
  await titled('1 result for “orphan”');
  expect(address('Orphan')).toBe('/findings?service=orphan');
});

test('a documented breach alone is a result', async () => {
  answer([], [equifax]);
  renderAt(<SearchPage />, '/search?q=equifaks', smallPicture());
  await titled('1 result for “equifaks”');
  expect(address('Equifax 2017')).toBe('/replay/equifax-2017');
  expect(screen.queryByText(/Nothing/)).toBeNull();
});

test('arrow keys move through the results', async () => {
  answer([]);
  renderAt(<SearchPage />, '/search?q=token', smallPicture());
  await titled('3 results for “token”');
  const [first, second] = screen.getAllByRole('link');
  first?.focus();
  fireEvent.keyDown(first ?? document.body, { key: 'ArrowDown' });
  expect(document.activeElement).toBe(second);
  fireEvent.keyDown(second ?? document.body, { key: 'ArrowUp' });
  expect(document.activeElement).toBe(first);
});

test('nothing asked and nothing found are different texts, and what was searched is said', async () => {
  answer([]);
  renderAt(<SearchPage />, '/search', smallPicture());
  expect(heading()).toBe('Search the record');
  cleanup();
  renderAt(<SearchPage />, '/search?q=zzz', smallPicture());
  await titled('Nothing found for “zzz”');
  expect(document.body.textContent).toContain('6 risks, 4 teams, 5 people, 4 services and 2 release processes');
  expect(document.body.textContent).toContain('And the titles, ids and CVE ids of findings');
});

test('without a server the picture is searched all the same, and what was not searched is said', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
  renderAt(<SearchPage />, '/search?q=abara', smallPicture());
  await titled('1 result for “abara”');
  await waitFor(() => { expect(document.body.textContent).toContain('were not searched: the server could not be reached'); });
  answer([{ kind: 'findings', hits: [{ id: 'F-9', name: 'Found by Abara', detail: null }], more: false }]);
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await titled('2 results for “abara”');
});
