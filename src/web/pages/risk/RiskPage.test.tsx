// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
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
      return Response.json({ version: 8, recorded: [{ kind: 'briefings', id: 'B-1' }], sentence: 'The brief was sent to T. Abara.', note: null }, { status: 201 });
    }
    return Response.json({ asOf: '2026-11-21', findings: [], total: 0, nextCursor: null, defects: 0 });
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const risk1 = smallRisk('R-1', { label: 'Token replay in sign-in' });
const at = (address: string, changes: Parameters<typeof smallRisk>[1] = {}): void => {
  renderAt(<RiskPage />, address, smallPicture({ risks: [{ ...risk1, ...changes }] }));
};

test('the page names who shipped it, who runs it, who decides and the lowest person who can', () => {
  at('/teams/signin/risks/R-1');
  const facts = screen.getAllByRole('term').map((term) => [term.textContent, term.nextElementSibling?.textContent]);
  expect(facts.slice(0, 4)).toEqual([
    ['Shipped by', 'Sign-inrelease 24.18 · 12 Feb 2026 · got in at Code'],
    ['Run by', 'Sign-inLogin'],
    ['Decides', 'M. LindqvistCannot decide, evidence has not reached them · Limit $1M1 million dollars'],
    ['Lowest person who can decide', 'T. Abaralimit $12M12 million dollars · one step up · 2 pieces have not reached them'],
  ]);
});

test('conditions stand by family with their sentence, and the rest one click away', () => {
  at('/risks/R-1');
  const card = screen.getByRole('region', { name: 'What is missing, and the one act that closes it' });
  expect(within(card).getByText('Above the limit.')).toBeDefined();
  expect(within(card).getByText('1 more condition')).toBeDefined();
});

test('brief up and grant down stand side by side', () => {
  at('/risks/R-1');
  const ways = screen.getByRole('region', { name: /^Two ways on/ });
  expect(within(ways).getByRole('button', { name: 'Brief T. Abara: 2 pieces' })).toBeDefined();
  expect(within(ways).getByRole('button', { name: 'Raise M. Lindqvist’s limit to $9.8M' })).toBeDefined();
});

test('a way that is not open keeps its place and says why', () => {
  at('/risks/R-1', { exposure: null, lowest: { ...risk1.lowest, grantDown: null, noGrantDown: 'Without a range on the record no limit can be named.' } });
  const ways = screen.getByRole('region', { name: /^Two ways on/ });
  expect(within(ways).getByText(/Without a range on the record no limit can be named/)).toBeDefined();
});

test('an act is sent only after it is confirmed, and its receipt stays', async () => {
  at('/risks/R-1');
  fireEvent.click(screen.getByRole('button', { name: 'Brief T. Abara: 2 pieces' }));
  expect(sent).toEqual([]);
  expect(screen.getByText(/It proves sending; it counts as known once T. Abara acknowledges it/)).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'Record it' }));
  await waitFor(() => { expect(screen.getByText('The brief was sent to T. Abara.', { exact: false })).toBeDefined(); });
  expect(sent).toEqual([{ url: '/api/v1/risks/R-1/briefings', body: { toId: 'abara', evidenceIds: ['E-2', 'E-1'] } }]);
});

test('on a past date acts are off and say so', () => {
  at('/risks/R-1?asOf=2026-10-01');
  expect(screen.getByRole('button', { name: 'Brief T. Abara: 2 pieces' })).toHaveProperty('disabled', true);
  expect(screen.getAllByText(/acts are recorded today/).length).toBeGreaterThan(0);
});

test('every piece of evidence says whether it reached the decision owner', () => {
  at('/risks/R-1');
  const card = screen.getByRole('region', { name: 'One of 2 pieces has not reached the person who decides' });
  const [newest, older] = within(card).getAllByRole('listitem');
  expect(newest?.textContent).toContain('has not reached the decision owner');
  expect(older?.textContent).toContain('seen 3 Sep 2026');
});

test('no evidence is not a clean result, and no range is not zero', () => {
  at('/risks/R-1', { evidence: [], knowledge: [], exposure: null, expectedAnnualLoss: null });
  expect(screen.getByText(/This is not a clean result/)).toBeDefined();
  expect(screen.getByText(/never as zero/)).toBeDefined();
});

test('findings are linked by id before what they say has arrived, under the drill path', () => {
  at('/teams/signin/process/train/risks/R-1');
  expect(screen.getByRole('link', { name: 'F-1' }).getAttribute('href')).toBe('/teams/signin/process/train/risks/R-1/findings/F-1');
});

test('a risk that is closed by this date says so and offers the date it was open', () => {
  renderAt(<RiskPage />, '/risks/R-0?asOf=2026-11-20', smallPicture());
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Not found here: open risk R-0');
  expect(screen.getByRole('link', { name: /See it as of/ }).getAttribute('href')).toBe('/risks/R-0?asOf=2026-09-30');
});

test('where only further conditions are open, they stand in the open', () => {
  at('/risks/R-1', { flags: [], moreFlags: risk1.moreFlags });
  const card = screen.getByRole('region', { name: 'What is missing, and the one act that closes it' });
  expect(within(card).getByText('No date.')).toBeDefined();
  expect(within(card).queryByText(/more condition/)).toBeNull();
});

test('an owner who left is told apart from nobody at all', () => {
  const authority = { state: 'nobody-named', limit: null, sentence: 'The person on the record left on 1 Sep 2026.' } as const;
  at('/risks/R-1', { readiness: 'nobody-named', authority });
  expect(screen.getByText(/The person on the record left on 1 Sep 2026/)).toBeDefined();
});

test('the page uses none of the banned words', () => {
  at('/risks/R-1');
  expect(bannedIn(document.body.textContent ?? '')).toEqual([]);
});
