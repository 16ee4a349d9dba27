// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { ClaimPage } from '#web/pages/evidence/ClaimPage.tsx';
import { renderAt } from '#web/testing/render-at.tsx';
import { smallPicture, smallRisk } from '#web/testing/small-picture.ts';
import { bannedIn } from '#web/testing/words.ts';

afterEach(cleanup);

const piece = {
  id: 'E-1', label: 'Refresh tokens are replayable', kind: 'test', at: '2026-11-01', recordedAt: null, teamId: 'tokens', material: true, elsewhere: false, negative: false,
  coverage: 0.4, seenByOwnerAt: null, readers: [{ personId: 'abara', at: '2026-11-03' }], basis: null, facts: ['Seen twice'],
};
const picture = smallPicture({
  risks: [
    smallRisk('R-1', { label: 'Small', expectedAnnualLoss: 100_000, evidence: [{ ...piece, seenByOwnerAt: '2026-11-03' }], ownerId: 'abara' }),
    smallRisk('R-2', { label: 'Large', expectedAnnualLoss: 400_000, evidence: [{ ...piece, elsewhere: true }] }),
    smallRisk('R-3', { label: 'Another', evidence: [] }),
  ],
});

test('the page says how old the piece is, what rests on it and whom it has not reached', () => {
  const { container } = renderAt(<ClaimPage />, '/evidence/E-1', picture);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Refresh tokens are replayable');
  expect(container.querySelector('.lede')?.textContent).toBe('20 days old on 21 Nov 2026. 2 open risks rest on it, with $500,000 expected annual loss. For 1 of them it has not reached the person who decides.');
  expect(screen.getByText('40% of the estate')).toBeDefined();
  expect(bannedIn(container.textContent)).toEqual([]);
});

test('every risk that rests on it is a row, the largest first, and everybody it reached is named', () => {
  const { container } = renderAt(<ClaimPage />, '/evidence/E-1', picture);
  const tables = [...container.querySelectorAll('table')].map((table) => [...table.querySelectorAll('tbody th')].map((head) => head.textContent));
  expect(tables).toEqual([['T. Abara'], ['Large', 'Small']]);
});

test('a piece no open risk has leads to the age of the evidence', () => {
  renderAt(<ClaimPage />, '/evidence/E-404', picture);
  expect(screen.getByRole('link', { name: 'Age of the evidence' }).getAttribute('href')).toBe('/evidence');
});
