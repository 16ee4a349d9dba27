// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { packLedger } from '#core/picture/pack-ledger.ts';
import { LedgerPage } from '#web/pages/ledger/LedgerPage.tsx';
import { PackPage } from '#web/pages/ledger/PackPage.tsx';
import { renderAt } from '#web/testing/render-at.tsx';
import { smallPicture, smallRisk } from '#web/testing/small-picture.ts';
import { bannedIn } from '#web/testing/words.ts';

afterEach(cleanup);

const closed = { ownerId: null, openedAt: '2026-01-01', decisionNeededBy: '2026-02-01', expectedAnnualLoss: 50_000, firstKnownAt: '2026-01-02', firstKnownBy: null, decisions: [], escalations: [] };
const picture = smallPicture({
  risks: [
    smallRisk('R-1', { firstKnownAt: '2026-06-04' }),
    smallRisk('R-2', { firstKnownAt: '2026-09-28', expectedAnnualLoss: 200_000 }),
    smallRisk('R-3', { firstKnownAt: '2026-09-29', expectedAnnualLoss: 900_000 }),
    smallRisk('R-4', { firstKnownAt: null }),
  ],
  closedRisks: [{ ...closed, id: 'R-8', label: 'Closed since', closedAt: '2026-10-02' }, { ...closed, id: 'R-9', label: 'Closed before', closedAt: '2026-09-28' }],
  packs: [{ id: 'P-Q3', label: 'Third quarter', at: '2026-10-05', cutoff: '2026-09-28', presenterId: 'abara', riskIds: ['R-1'], evidenceIds: ['E-2'], whyNot: [{ evidenceId: 'E-1', line: 'Waits for a test.' }] }],
});

test('known on the day of the cut-off and open then counts; a day later, closed by then or never known does not', () => {
  const [ledger] = packLedger(picture);
  expect(ledger?.notShown.map((item) => item.riskId)).toEqual(['R-2', 'R-8']);
  expect(ledger?.later.map((item) => item.riskId)).toEqual(['R-3']);
  expect(ledger?.pieces.map(({ piece, line }) => [piece.id, line])).toEqual([['E-1', 'Waits for a test.']]);
});

test('the sentence says the rows: how many, and what they are worth together; the rule stands beside it', () => {
  const { container } = renderAt(<LedgerPage />, '/ledger', picture);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('On 28 Sep 2026, 2 risks worth $250,000 a year were known inside and not in the pack');
  expect(screen.getByText('The rule.')).toBeDefined();
  expect(container.querySelectorAll('figure .unit--gap')).toHaveLength(2);
  expect(container.querySelectorAll('.data-table tbody tr')).toHaveLength(4);
  expect(bannedIn(container.textContent)).toEqual([]);
});

test('the page of a pack lists each, with the line that was written; a closed risk is said and not linked', () => {
  renderAt(<PackPage />, '/ledger/P-Q3', picture);
  expect(screen.getAllByText('Waits for a test.').length).toBeGreaterThan(0);
  expect(screen.queryByRole('link', { name: 'Closed since' })).toBeNull();
  expect(screen.getAllByRole('link', { name: 'Risk R-2' }).some((link) => link.getAttribute('href') === '/ledger/P-Q3/risks/R-2')).toBe(true);
});

test('two packs of one day that say the same are told apart', () => {
  const packs = [...picture.packs, ...picture.packs.map((pack) => ({ ...pack, id: 'P-roles' }))];
  renderAt(<LedgerPage />, '/ledger', { ...picture, packs });
  const names = screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent);
  expect(names).toHaveLength(2);
  expect(names.toSorted()[0]).toMatch(/not in the pack \(P-Q3\)$/);
  expect(names.toSorted()[1]).toMatch(/not in the pack \(P-roles\)$/);
});

test('an unknown pack and a record without packs are said', () => {
  renderAt(<PackPage />, '/ledger/none', picture);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Not found here: pack none');
  cleanup();
  renderAt(<LedgerPage />, '/ledger', smallPicture({ packs: [] }));
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('No board pack is on the record');
});
