// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { policyView } from '#core/policy/policy-view.ts';
import { changedPolicy, type PolicyChanges } from '#core/policy/policy-changes.ts';
import { policyDifference } from '#core/policy/policy-difference.ts';
import { effectSentence, previewPolicy } from '#core/policy/policy-preview.ts';
import type { Entry } from '#core/record/entry.ts';
import { viewAsOf } from '#core/record/view.ts';
import { PolicyPage } from '#web/pages/policy/PolicyPage.tsx';
import { renderAt } from '#web/testing/render-at.tsx';
import { smallPicture } from '#web/testing/small-picture.ts';
import { bannedIn } from '#web/testing/words.ts';

const TODAY = '2026-06-30';

/** One policy and one risk on which the flags P1 and I7 are up: no date, no range. */
const entries: readonly Entry[] = [
  { kind: 'policy', entity: { id: 'policy', version: 'policy-1', reserved: ['safety'], thresholds: { 'P7.n': 20 }, reason: 'We are few.' }, stamp: { recordedAt: '2026-03-03T10:00:00Z', recordedBy: 'ana' } },
  { kind: 'persons', entity: { id: 'nora', kind: 'person', name: 'Nora Lind' }, stamp: { recordedAt: '2026-01-01' } },
  { kind: 'risks', entity: { id: 'R-1', label: 'Token replay in sign-in', serviceIds: [], ownerId: 'nora', openedAt: '2026-06-01', urgency: 'U60' }, stamp: { recordedAt: '2026-06-01' } },
];

const sent: { path: string; body: unknown }[] = [];
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  sent.length = 0;
});

/** Answers as the server does, over the entries; a save is answered by `saved`. */
function serve(saved: () => Response = () => Response.json({ version: 9, recorded: [{ kind: 'policy', id: 'policy' }], sentence: 'Policy 2 is in force.', note: null }, { status: 201 })): void {
  vi.stubGlobal('fetch', async (url: string, request?: RequestInit) => {
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    const asOf = searchParams.get('asOf') ?? TODAY;
    if (request?.method !== 'POST') return Response.json(policyView(viewAsOf(entries, asOf), entries, TODAY));
    const body: unknown = JSON.parse(String(request.body));
    sent.push({ path: pathname, body });
    if (pathname === '/api/v1/policy') return saved();
    const view = viewAsOf(entries, TODAY);
    const proposed = changedPolicy(view.policy, body as PolicyChanges);
    const effect = previewPolicy(view, proposed);
    return Response.json({ asOf: TODAY, revision: 1, sentence: effectSentence(effect), changes: policyDifference(view.policy, proposed), ...effect });
  });
}

async function open(address = '/policy'): Promise<void> {
  renderAt(<PolicyPage />, address, smallPicture());
  await screen.findByText('What the governing body keeps, and what it accepts');
}

const field = (name: string): HTMLElement => screen.getByLabelText(name, { selector: 'input' });
const effect = (): HTMLElement => screen.getByRole('region', { name: 'What the changes would do' });
const type = (name: string, value: string): void => { fireEvent.change(field(name), { target: { value } }); };
async function typeReason(): Promise<void> {
  fireEvent.change(await within(effect()).findByRole('textbox', { name: /^Why/ }), { target: { value: 'Reviews are slower here.' } });
}

test('each setting stands with its meaning, its value, the default and why, and the flags it moves', async () => {
  serve();
  await open();
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Policy 1 of 3 Mar 2026 is in force: 2 of 65 settings differ from the product default');
  const row = screen.getByRole('group', { name: 'Time to set a date' });
  expect(row.textContent).toContain('Default 14 days. Two weeks to set a date.');
  const input = field('Time to set a date');
  expect(input).toHaveProperty('value', '14');
  const described = (input.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent);
  expect(described[0]).toBe('A risk has a due date or a review date within this time, or within its clock where that is shorter.');
  expect(within(row).getByRole('link', { name: '1 of P1, No date' }).getAttribute('href')).toBe('/conditions?flag=P1');
  const own = screen.getByRole('group', { name: 'Resting on one person: fewest decisions' });
  expect(own.textContent).toContain('Changed on 3 Mar 2026 by ana, from 10 decisions.');
});

test('a change says before it is saved which flag goes from which risk, and how many are left', async () => {
  serve();
  await open();
  expect(effect().textContent).toContain('Nothing is changed yet.');
  type('Time to set a date', '60');
  await waitFor(() => { expect(within(effect()).getByRole('status').textContent?.replaceAll('\u00A0', ' ')).toBe('With these changes: P1 1 → 0.'); });
  expect(effect().textContent).toContain('P1 No date: 1 → 0');
  expect(within(effect()).getByRole('link', { name: 'Token replay in sign-in' }).getAttribute('href')).toBe('/risks/R-1');
  expect(effect().textContent).toContain('Time to set a date: 60 days, was 14 days');
  expect(sent).toEqual([{ path: '/api/v1/policy/preview', body: { figures: { 'P1.days': 60 } } }]);
  fireEvent.click(within(effect()).getByRole('button', { name: 'Leave it as it is' }));
  expect(field('Time to set a date')).toHaveProperty('value', '14');
  expect(effect().textContent).toContain('Nothing is changed yet.');
});

test('saving sends the reason and the version it was made on top of, and shows the receipt', async () => {
  serve();
  await open();
  type('Resting on one person: share', '70');
  type('Time to set a date', '60');
  await typeReason();
  const save = within(effect()).getByRole('button', { name: 'Save this version' });
  await waitFor(() => { expect(save).toHaveProperty('disabled', false); });
  fireEvent.click(save);
  await screen.findByRole('region', { name: 'Recorded' });
  expect(sent.filter(({ path }) => path === '/api/v1/policy')).toEqual([{ path: '/api/v1/policy', body: { figures: { 'P1.days': 60, 'P7.share': 0.7 }, base: 1, reason: 'Reviews are slower here.' } }]);
  expect(field('Time to set a date')).toHaveProperty('value', '14');
  expect(screen.getByRole('region', { name: 'Recorded' }).textContent).toContain('Policy 2 is in force.');
});

test('where somebody saved meanwhile, what was typed stays and the policy can be loaded again', async () => {
  const problem = { type: 'urn:whose-call:problem:out-of-date', title: 'The record changed meanwhile', status: 409, detail: 'The policy in force is policy 2.', remedy: 'Load the page again.' };
  serve(() => Response.json(problem, { status: 409, headers: { 'Content-Type': 'application/problem+json' } }));
  await open();
  type('Time to set a date', '60');
  await typeReason();
  const save = within(effect()).getByRole('button', { name: 'Save this version' });
  await waitFor(() => { expect(save).toHaveProperty('disabled', false); });
  fireEvent.click(save);
  expect((await within(effect()).findByRole('alert')).textContent).toContain('Nothing was recorded. The policy in force is policy 2.');
  fireEvent.click(within(effect()).getByRole('button', { name: /^Load the policy again/ }));
  expect(field('Time to set a date')).toHaveProperty('value', '60');
});

test('what is no number is marked at its field and not sent', async () => {
  serve();
  await open();
  type('Time to set a date', 'soon');
  expect(field('Time to set a date').getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByRole('group', { name: 'Time to set a date' }).textContent).toContain('soon is not a number.');
  expect(effect().textContent).toContain('1 value cannot be read');
  expect(sent).toEqual([]);
});

test('the default is one press away, and is sent as the default', async () => {
  serve();
  await open();
  fireEvent.click(within(screen.getByRole('group', { name: 'Resting on one person: fewest decisions' })).getByRole('button', { name: /^Use the default: 10 decisions/ }));
  await waitFor(() => { expect(sent.at(-1)?.body).toEqual({ figures: { 'P7.n': null } }); });
});

test('the curve of the board is typed point by point', async () => {
  serve();
  await open();
  fireEvent.click(screen.getByRole('button', { name: 'Add a point' }));
  type('More than this loss in a year, point 1', '5M');
  type('in at most this share, point 1,', '20');
  await waitFor(() => { expect(sent.at(-1)?.body).toEqual({ tolerance: { points: [{ above: 5_000_000, atMost: 0.2 }] } }); });
  await waitFor(() => { expect(effect().textContent).toContain('Loss of a year the board accepts: above $5 million in at most 20% of years, was not set'); });
});

test('a past day is read only and says so', async () => {
  serve();
  await open('/policy?asOf=2026-01-31');
  expect(screen.getByText(/^Read only: this is the policy as it was on/).textContent).toContain('31 Jan 2026');
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('The product defaults are in force: every setting is the product default');
  expect(document.querySelectorAll('input, textarea, select')).toHaveLength(0);
  expect(screen.queryByRole('button', { name: /Save|default/ })).toBeNull();
});

test('every version stands with who, when, why and what it changed', async () => {
  serve();
  await open();
  const card = screen.getByRole('region', { name: '1 version is on the record' });
  expect(card.textContent).toContain('Recorded on 3 Mar 2026 by ana. Why: We are few.');
  expect(within(card).getAllByRole('listitem').map((item) => item.textContent)).toContain('Resting on one person: fewest decisions: 20 decisions, was 10 decisions');
  expect(within(card).getByRole('link', { name: 'The policy of that day' }).getAttribute('href')).toBe('/policy?asOf=2026-03-03');
});

test('every setting can be taken along, one row each', async () => {
  serve();
  await open();
  const link = screen.getByRole('link', { name: 'Download these rows as CSV' });
  const rows = decodeURIComponent(link.getAttribute('href') ?? '').split('\r\n');
  expect(rows).toHaveLength(1 + 65 + 1);
  expect(rows.find((row) => row.includes('P1.days'))).toContain('14 days,14 days,Two weeks to set a date.');
});

test('the page uses none of the banned words', async () => {
  serve();
  await open();
  expect(bannedIn(document.body.textContent ?? '')).toEqual([]);
});
