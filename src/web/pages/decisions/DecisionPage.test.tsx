// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { DecisionPage } from '#web/pages/decisions/DecisionPage.tsx';
import { renderAt } from '#web/testing/render-at.tsx';
import { smallPicture, smallRisk } from '#web/testing/small-picture.ts';
import { bannedIn } from '#web/testing/words.ts';

afterEach(cleanup);

const decision = { id: 'D-9', kind: 'accept' as const, byId: 'lindqvist', at: '2026-09-10', expiresAt: '2026-12-31', inForce: true, rationale: 'A fix is booked', conditions: ['the flag stays off'] };
const piece = (id: string, at: string, readers: { personId: string; at: string }[]) => ({
  id, label: `Piece ${id}`, kind: 'scan', at, recordedAt: null, teamId: 'tokens', material: true, elsewhere: false, negative: null, coverage: null,
  seenByOwnerAt: null, readers, basis: null, facts: [],
});
const picture = smallPicture({
  risks: [smallRisk('R-1', {
    label: 'Token replay', decisions: [decision],
    evidence: [piece('E-3', '2026-10-01', []), piece('E-2', '2026-08-01', [{ personId: 'lindqvist', at: '2026-08-03' }]), piece('E-1', '2026-07-01', [{ personId: 'lindqvist', at: '2026-10-30' }])],
  })],
});

test('the page says who decided, until when it holds, and what of the evidence of that day had reached them', () => {
  const { container } = renderAt(<DecisionPage />, '/decisions/D-9', picture);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Accepted on 10 Sep 2026 by M. Lindqvist: Token replay');
  expect(container.querySelector('.lede')?.textContent).toBe('It is in force until 31 Dec 2026, 40 days from the date of this view. Of 2 pieces of material evidence by then, 1 had reached them.');
  expect(screen.getByText('the flag stays off')).toBeDefined();
  expect(bannedIn(container.textContent)).toEqual([]);
});

test('one tick stands for each piece, filled where it has reached whoever decided', () => {
  const { container } = renderAt(<DecisionPage />, '/decisions/D-9', picture);
  expect(container.querySelectorAll('figure .strip-seen')).toHaveLength(2);
  expect(container.querySelectorAll('figure .strip-unseen')).toHaveLength(1);
  expect(screen.getByRole('heading', { name: '1 of 3 pieces of evidence has not reached the person who decides' })).toBeDefined();
});

test('a decision the record does not hold leads to the decisions', () => {
  renderAt(<DecisionPage />, '/decisions/D-404', picture);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Not found here: decision D-404');
  expect(screen.getByRole('link', { name: 'Decisions' }).getAttribute('href')).toBe('/decisions');
});
