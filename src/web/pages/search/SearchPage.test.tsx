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

const hit = (id: string, name: string): SearchAnswer['groups'][number]['hits'][number] => ({ id, name, detail: null });

function answer(groups: SearchAnswer['groups']): void {
  vi.stubGlobal('fetch', async () => Response.json({ asOf: '2026-11-21', query: 'x', groups }));
}

test('results stand by kind and lead to their place', async () => {
  answer([
    { kind: 'risks', hits: [hit('R-1', 'Token replay')], more: false },
    { kind: 'persons', hits: [hit('abara', 'T. Abara')], more: false },
    { kind: 'services', hits: [hit('login', 'Login'), hit('quiet', 'Quiet service')], more: true },
    { kind: 'findings', hits: [], more: false },
  ]);
  renderAt(<SearchPage />, '/search?q=to', smallPicture());
  await waitFor(() => { expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('The first 4 results for “to”'); });
  const address = (name: string): string | null => screen.getByRole('link', { name }).getAttribute('href');
  expect(address('Token replay')).toBe('/risks/R-1');
  expect(address('T. Abara')).toBe('/people/abara');
  expect(address('Login')).toBe('/ownership?service=login');
  expect(address('Quiet service')).toBe('/findings?service=quiet');
  expect(screen.queryByRole('heading', { name: 'Findings' })).toBeNull();
});

test('arrow keys move through the results', async () => {
  answer([{ kind: 'teams', hits: [hit('signin', 'Sign-in'), hit('tokens', 'Tokens')], more: false }]);
  renderAt(<SearchPage />, '/search?q=i', smallPicture());
  const first = await screen.findByRole('link', { name: 'Sign-in' });
  first.focus();
  fireEvent.keyDown(first, { key: 'ArrowDown' });
  expect(document.activeElement?.textContent).toBe('Tokens');
  fireEvent.keyDown(document.activeElement ?? first, { key: 'ArrowUp' });
  expect(document.activeElement?.textContent).toBe('Sign-in');
});

test('nothing asked and nothing found are different texts', async () => {
  answer([]);
  renderAt(<SearchPage />, '/search', smallPicture());
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Search the record');
  cleanup();
  renderAt(<SearchPage />, '/search?q=zzz', smallPicture());
  await waitFor(() => { expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Nothing on the record matches “zzz”'); });
});
