import axe from 'axe-core';
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { compareDates } from '#core/picture/compare.ts';
import { ComparePage } from '#web/pages/compare/ComparePage.tsx';
import { centsMark } from '#web/pages/compare/CentsText.tsx';
import { companyPicture } from '#web/testing/company-picture.ts';
import { renderAt } from '#web/testing/render-at.tsx';
import { smallPicture } from '#web/testing/small-picture.ts';
import { bannedIn } from '#web/testing/words.ts';

afterEach(cleanup);

const reconciled = (): string[][] =>
  within(screen.getByRole('region', { name: /part by part/ })).getAllByRole('row')
    .map((row) => [...row.children].map((cell) => cell.querySelector('[aria-hidden]')?.textContent ?? cell.textContent ?? ''));

it('adds up from the earlier date to the later, to the cent, with nothing left over', () => {
  renderAt(<ComparePage />, '/compare', smallPicture());
  expect(reconciled()).toEqual([
    ['Part', 'Risks', 'Expected a year'],
    ['Open on 30 Sep 2026', '3', '$1,900,000.00'],
    ['New', '4', '+$2,500,000.00'],
    ['Closed', '1', '−$400,000.00'],
    ['Re-estimated', '1', '+$1,000,000.00'],
    ['Carried, unchanged', '1', '$0.00'],
    ['Open on 21 Nov 2026', '6', '$5,000,000.00'],
    ['Left unexplained', '–', '$0.00'],
  ]);
});

it('lists under each part exactly its risks, a closed one leading to its page on the earlier date', () => {
  const picture = companyPicture(60, 3);
  renderAt(<ComparePage />, '/compare', picture);
  const { parts } = compareDates(picture);
  const closed = within(screen.getByRole('region', { name: /^Closed:/ })).getAllByRole('link').filter((link) => link.getAttribute('href')?.includes('/risks/'));
  expect(closed.length).toBe(parts.closed.risks.length);
  for (const link of closed) expect(link.getAttribute('href')).toMatch(/^\/compare\/risks\/[^?]+\?asOf=2026-09-30/);
  const added = within(screen.getByRole('region', { name: /^New:/ })).getAllByRole('link').filter((link) => link.getAttribute('href')?.includes('/risks/'));
  expect(added.map((link) => link.textContent)).toEqual(parts.new.risks.map((risk) => risk.label));
});

it('says who decided then and now where that is another person', () => {
  const picture = smallPicture();
  renderAt(<ComparePage />, '/compare', { ...picture, previousRisks: picture.previousRisks.map((risk) => (risk.id === 'R-1' ? { ...risk, ownerId: null } : risk)) });
  const region = screen.getByRole('region', { name: '1 carried risk has another decision owner' });
  expect(region.textContent).toContain('No named owner');
  expect(region.textContent).toContain('M. Lindqvist');
});

it('takes the two dates in either order and asks for two different ones', () => {
  renderAt(<ComparePage />, '/compare', smallPicture());
  fireEvent.change(screen.getByLabelText('From the end of'), { target: { value: '2026-11-21' } });
  fireEvent.submit(screen.getByRole('button', { name: 'Compare' }));
  expect(screen.getByText('Choose two different dates.')).toBeDefined();
});

it('writes cents with their sign', () => {
  expect(centsMark(123_450, 'USD', true)).toBe('+$1,234.50');
  expect(centsMark(-40_000, 'EUR', false)).toBe('−€400.00');
  expect(centsMark(0, 'USD', true)).toBe('$0.00');
});

it('prints only words the product uses, and axe finds nothing', async () => {
  const { container } = renderAt(<ComparePage />, '/compare', companyPicture(40, 2));
  expect(bannedIn(container.textContent)).toEqual([]);
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } });
  expect(violations.map((violation) => violation.id)).toEqual([]);
});
