// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { readinessStates } from '#core/picture/readiness.ts';
import { OwnershipPage } from '#web/pages/ownership/OwnershipPage.tsx';
import { renderAt } from '#web/testing/render-at.tsx';
import { readinessWords } from '#web/ui/OwnerGlyph.tsx';
import { companyPicture } from '#web/testing/company-picture.ts';
import { smallPicture } from '#web/testing/small-picture.ts';

afterEach(cleanup);

test('the six counts sum to the open risks and each opens a list of that length', () => {
  const picture = companyPicture(80);
  let listed = 0;
  for (const state of readinessStates) {
    renderAt(<OwnershipPage />, `/ownership?cell=${state}`, picture);
    const tile = screen.getByRole('link', { name: new RegExp(`^\\d+ open risks: ${readinessWords[state]}$`) });
    const rows = screen.queryAllByRole('rowheader').filter((cell) => cell.className === 'risk-list__what');
    expect(rows).toHaveLength(Number(tile.textContent));
    listed += rows.length;
    cleanup();
  }
  expect(listed).toBe(80);
});

test('a chosen cell that a second filter empties says filtered out, not none', () => {
  renderAt(<OwnershipPage />, '/ownership?cell=can-decide-seen&range=none', smallPicture());
  expect(screen.getByText('None of the 6 open risks match the filters.')).toBeDefined();
});

test('an empty record says that none is open', () => {
  renderAt(<OwnershipPage />, '/ownership', smallPicture({ risks: [] }));
  expect(screen.getByText('No risk is open on the record on this date.')).toBeDefined();
});

test('a list names the chosen state in words', () => {
  renderAt(<OwnershipPage />, '/ownership?cell=nobody-named', smallPicture());
  const list = screen.getByRole('region', { name: 'Nobody named: 1 open risk' });
  expect(within(list).getByText('No named owner')).toBeDefined();
  expect(within(list).getByText('Not measured')).toBeDefined();
});
