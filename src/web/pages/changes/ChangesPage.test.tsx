// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { ChangesPage } from '#web/pages/changes/ChangesPage.tsx';
import { renderAt } from '#web/testing/render-at.tsx';
import { smallPicture } from '#web/testing/small-picture.ts';

afterEach(cleanup);

const table = (): string[][] =>
  within(screen.getByRole('region', { name: /^How the money went/ })).getAllByRole('row')
    .map((row) => [...row.children].map((cell) => cell.querySelector('[aria-hidden]')?.textContent ?? cell.textContent ?? ''));

test('each line adds up from then to now', () => {
  renderAt(<ChangesPage />, '/changes', smallPicture());
  expect(table()).toEqual([
    ['Team', 'Then', 'Opened', 'Closed', 'Estimated otherwise', 'Now', 'Difference'],
    ['Identity', '$1.9M', '+$2.5M', '−$400k', '+$1M', '$5M', '+$3.1M'],
    ['No team recorded', '–', '–', '–', '–', '1 without a range', 'Not measured'],
    ['Total', '$1.9M', '+$2.5M', '−$400k', '+$1M', '$5M', '+$3.1M'],
  ]);
});

test('new, closed, carried and re-estimated risks are listed with their numbers', () => {
  renderAt(<ChangesPage />, '/changes', smallPicture());
  for (const name of ['4 risks opened since Q3 2026', '1 risk closed since Q3 2026', '1 risk estimated otherwise than at Q3 2026', '2 risks carried']) {
    expect(screen.getByRole('region', { name })).toBeDefined();
  }
});

test('a closed risk opens on the date it was open', () => {
  renderAt(<ChangesPage />, '/changes', smallPicture());
  expect(screen.getByRole('link', { name: 'Old cipher' }).getAttribute('href')).toBe('/changes/risks/R-0?asOf=2026-09-30');
});

test('a team narrows the lists and says so', () => {
  renderAt(<ChangesPage />, '/changes?team=signin', smallPicture());
  expect(screen.getByText(/The lists below: Sign-in/)).toBeDefined();
  expect(screen.getByRole('region', { name: '1 risk opened since Q3 2026' })).toBeDefined();
  expect(screen.getByRole('region', { name: '0 risks closed since Q3 2026' }).textContent).toContain('None found.');
});
