// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LimitTestRow, RiskRow } from '#core/picture/picture.ts';
import { MeasurePage } from '#web/pages/measure/MeasurePage.tsx';
import { PersonPage } from '#web/pages/person/PersonPage.tsx';
import { RiskPage } from '#web/pages/risk/RiskPage.tsx';
import { renderAt } from '#web/testing/render-at.tsx';
import { smallPicture, smallRisk } from '#web/testing/small-picture.ts';
import { bannedIn } from '#web/testing/words.ts';

const sent: { url: string; body: unknown }[] = [];

beforeEach(() => {
  sent.length = 0;
  vi.stubGlobal('fetch', async (url: string, request?: RequestInit) => {
    if (request?.method === 'POST') {
      sent.push({ url, body: JSON.parse(String(request.body)) });
      return Response.json({ version: 8, recorded: [{ kind: 'risks', id: 'R-1' }], sentence: 'The range is on the record.', note: null }, { status: 201 });
    }
    return Response.json({ asOf: '2026-11-21', findings: [], total: 0, nextCursor: null, defects: 0 });
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const found = (fields: Partial<LimitTestRow>): LimitTestRow => ({
  on: 'risk', commonCauseId: null, measure: 'expected-annual-loss', above: null, unit: null, limit: 100_000, value: 46_000, result: 'within',
  why: null, covers: 1, notInMoney: 0, sentence: 'This risk comes to $46,000 a year on average; the limit is $100,000, $54,000 inside.', ...fields,
});
const option = { id: 'O-1', label: 'A limit on calls', costPerYear: 60_000, reductionLow: 0.5, reductionHigh: 0.7, reduces: 'rate', ownerId: null } as const;
const undecided = { decisions: [] } satisfies Partial<RiskRow>;
const at = (changes: Partial<RiskRow>, others: readonly RiskRow[] = []): void => {
  renderAt(<RiskPage />, '/risks/R-1', smallPicture({ risks: [smallRisk('R-1', changes), ...others] }));
};

test('each limit on the year is a line with its margin, by what it is tested on', () => {
  const tests = [found({}), found({ on: 'book', value: 140_000, result: 'exceeds', covers: 3, sentence: 'Everything with M. Lindqvist (3 risks) comes to $140,000 a year on average; the limit is $100,000, $44,000 above.' })];
  at({ authority: { state: 'lacks', limit: 500_000, sentence: '', tests } });
  const card = screen.getByRole('region', { name: '1 limit of 2 on the year does not hold: on everything held together' });
  expect(within(card).getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(tests.map(({ sentence }) => sentence));
  expect(within(card).getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual(['This risk', 'Everything with M. Lindqvist']);
  expect(bannedIn(card.textContent ?? '')).toEqual([]);
});

test('a grant without limits on the year has no such card; one where all hold says so, and how near it is', () => {
  at({});
  expect(screen.queryByRole('region', { name: /on the year/ })).toBeNull();
  cleanup();
  at({ authority: { state: 'has', limit: 500_000, sentence: '', tests: [found({})], near: { limit: 100_000, chance: 0.13, sentence: 'Within the limit on the record’s figure.' } } });
  const card = screen.getByRole('region', { name: 'The limit on the year holds' });
  expect(within(card).getByText(/Worth knowing/)).toBeDefined();
});

test('an option shows how likely the call is the wrong one, what finding out is worth, and what it does to bad years', async () => {
  at({ ...undecided, exposure: { low: 100_000, high: 2_000_000, rateLow: 0.05, rateHigh: 0.5 }, options: [option] });
  const card = screen.getByRole('region', { name: 'There is a 46% chance that the better-looking call is the wrong one' });
  expect(card.textContent).toContain('Finding out how often it happens is worth at most $10,000 a year to this decision.');
  expect((await within(card).findByText(/^The worst 5% of years cost/)).textContent).toMatch(/ with it \(fewer events\)\.$/);
  expect(within(card).getByRole('link', { name: 'What to find out, over all open decisions' }).getAttribute('href')).toBe('/measure');
});

test('what is to be found out is ranked, each with its risk, and what cannot be priced is listed apart', () => {
  const exposure = { low: 100_000, high: 2_000_000, rateLow: 0.05, rateHigh: 0.5 };
  renderAt(<MeasurePage />, '/measure', smallPicture({ risks: [
    smallRisk('R-1', { label: 'Near', ...undecided, exposure, options: [option] }), smallRisk('R-2', { label: 'Far', ...undecided, exposure, options: [{ ...option, id: 'O-2', costPerYear: 900_000 }] }),
    smallRisk('R-3', { label: 'Without', ...undecided }), smallRisk('R-4', { label: 'Decided', options: [option], exposure }),
  ] }));
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Finding out how often it happens matters most for “Near”: worth at most $10,000 a year');
  const [ranked] = screen.getAllByRole('list');
  expect(within(ranked ?? document.body).getAllByRole('link', { name: /^(Near|Far)$/ }).map(({ textContent }) => textContent)).toEqual(['Near', 'Far']);
  const rest = screen.getByRole('region', { name: 'One open decision has no option on the record' });
  expect(within(rest).getAllByRole('link', { name: 'Without' })).toHaveLength(1);
  expect(bannedIn(document.body.textContent ?? '')).toEqual([]);
});

test('two questions start from a neighbour that is named, answer at once, and are recorded with their author', async () => {
  at({ exposure: null, expectedAnnualLoss: null, estimate: null }, [smallRisk('R-2', { label: 'Session fixation', exposure: { low: 100_000, high: 4_000_000, rateLow: 0.1, rateHigh: 0.8 } })]);
  fireEvent.click(screen.getByRole('button', { name: 'State how often and how much' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Start from it' }));
  expect(screen.getByText('The figures below are those of another risk. Change what differs here.')).toBeDefined();
  await screen.findByText(/^Your range means a 1-in-20 year above \$2\.3 million/);
  const record = (): HTMLElement => screen.getByRole('button', { name: 'Record the range' });
  expect(record().hasAttribute('disabled')).toBe(true);
  fireEvent.change(screen.getByLabelText('at least, in USD'), { target: { value: '9M' } });
  await screen.findByText(/^The range has a low of 9000000 above its high of 4000000/);
  fireEvent.change(screen.getByLabelText('at least, in USD'), { target: { value: '200k' } });
  fireEvent.change(screen.getByLabelText('Estimated by'), { target: { value: 'abara' } });
  fireEvent.change(screen.getByLabelText(/calibrated/), { target: { value: 'no' } });
  fireEvent.click(screen.getByLabelText(/Exploit seen in the wild/));
  fireEvent.click(record());
  await waitFor(() => { expect(screen.getByText('The range is on the record.', { exact: false })).toBeDefined(); });
  expect(sent).toEqual([{ url: '/api/v1/risks/R-1/estimates', body: {
    rateLow: 0.1, rateHigh: 0.8, low: 200_000, high: 4_000_000, estimatedBy: 'abara', calibrated: false, evidenceIds: ['E-2'], validUntil: expect.stringMatching(/^2027-05-/),
  } }]);
});

test('a past date keeps the two questions shut and says why', () => {
  renderAt(<RiskPage />, '/risks/R-1?asOf=2026-10-01', smallPicture({ risks: [smallRisk('R-1')] }));
  expect(screen.getByRole('button', { name: 'State the range again' }).hasAttribute('disabled')).toBe(true);
});

test('what is not money is said and not converted, and an interval is no curve', () => {
  at({
    exposure: null, expectedAnnualLoss: null, size: { kind: 'bounded', low: 20_000, high: 400_000, why: 'The register says "Seldom" and "Grave".' },
    harms: [{ unit: 'people', low: 300, high: 2600 }],
  });
  expect(screen.getByText(/Between/).textContent).toContain('a year; not on the curve.');
  expect(screen.getByText(/Not in money, and not converted: one event means 300 to 2,600 people/)).toBeDefined();
});

test('ranges are scored on the page of whoever stated them, and on nobody else’s', () => {
  const loss = { id: 'L-1', label: 'A night of refunds', riskId: 'R-1', riskLabel: 'Refunds', at: '2026-10-09', amount: 1_900_000, range: { low: 80_000, high: 1_400_000, estimatedBy: 'abara' }, inside: false };
  const picture = smallPicture({ risks: [smallRisk('R-1')], losses: [loss] });
  renderAt(<PersonPage />, '/people/abara', picture);
  expect(screen.getByRole('region', { name: 'Ranges stated, held against what was lost' }).textContent).toContain('0 were inside');
  cleanup();
  renderAt(<PersonPage />, '/people/castro', picture);
  expect(screen.queryByRole('region', { name: 'Ranges stated, held against what was lost' })).toBeNull();
});
