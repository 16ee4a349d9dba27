// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { SourcesPage, type SourceList } from '#web/pages/sources/SourcesPage.tsx';
import { renderAt } from '#web/testing/render-at.tsx';
import { smallPicture } from '#web/testing/small-picture.ts';
import { bannedIn } from '#web/testing/words.ts';

const shop = { id: 'shop', name: 'Shop' };
const full: SourceList = {
  asOf: '2026-11-21',
  sources: [
    { name: 'ci shop', by: 'token', lastBy: 'token ci shop', formats: ['trivy'], lastAt: '2026-11-20', age: 1, limit: 7, isQuiet: false, files: 4, refusedFiles: 1, added: 12, updated: 3, unchanged: 40, rejected: 2 },
    { name: 'register.csv', by: 'command', lastBy: 'local', formats: ['register-csv'], lastAt: '2026-08-01', age: 112, limit: 32, isQuiet: true, files: 3, refusedFiles: 0, added: 20, updated: 0, unchanged: 0, rejected: 0 },
  ],
  notTaken: [
    { source: 'ci shop', at: '2026-11-20', format: null, by: 'token ci shop', whole: true, file: 'odd.bin', place: 'file', code: 'unknown-format', reason: 'No format is known.', remedy: 'Name it.' },
    { source: 'ci shop', at: '2026-11-19', format: 'trivy', by: 'token ci shop', whole: false, file: 'scan.json', place: '/Results/0', code: 'date', reason: 'No date.', remedy: '=cmd' },
  ],
  moreNotTaken: 1,
  coverage: { owner: { with: 3, total: 4 }, process: { with: 2, total: 4 }, scan: { with: 2, total: 4 }, notScanned: [
    { service: shop, team: 'Payments', lastAt: null, age: null, limit: 45, source: null },
    { service: { id: 'till', name: 'Till' }, team: null, lastAt: '2026-11-01', age: 20, limit: 7, source: 'ci till' },
  ] },
  conflicts: [{ service: shop, team: { id: 'pay', name: 'Payments' }, why: 'It states the owner each time it arrives, and the last such statement counts.', statements: [
    { source: 'catalog.yaml', format: 'backstage', team: { id: 'pay', name: 'Payments' }, at: '2026-10-01', inForce: true },
    { source: 'CODEOWNERS', format: 'codeowners', team: { id: 'web', name: 'Web' }, at: '2026-10-02', inForce: false },
  ] }],
  byNobody: { total: 2, accepted: 1, decisions: [
    { id: 'd1', kind: 'accept', at: '2026-11-01', riskId: null, findingId: 'shop:x:1', subject: 'shop:x:1', source: 'scan.sarif', why: 'Not reachable.' },
    { id: 'd2', kind: 'mitigate', at: '2026-10-01', riskId: null, findingId: null, subject: 'other', source: null, why: null },
  ] },
  unowned: { services: [{ id: 'till', name: 'Till' }], findings: { open: 30, withoutRisk: 9, byService: [{ service: shop, withoutRisk: 9 }] }, unresolved: [{ id: 'jdoe', kind: 'person', pointers: 2, example: 'decision owner of risk R-1' }] },
  held: [{ id: '7.0.0', source: 'ci shop', file: 'scan.json', at: '2026-11-20', by: 'token ci shop', tool: 'Trivy', service: shop, before: 20, gone: 18, scannedAt: '2026-11-20', canRelease: true, verdict: null, settledAt: null, settledBy: null, reason: null }],
  tokens: [{ id: 'token-1', source: 'ci shop', scope: 'scan and release formats; service shop', until: '2027-01-01', createdAt: '2026-11-01', createdBy: 'ana', state: 'good' }],
};
const nothing: SourceList = {
  asOf: '2026-11-21', sources: [], notTaken: [], moreNotTaken: 0, conflicts: [], held: [], tokens: [],
  coverage: { owner: { with: 0, total: 0 }, process: { with: 0, total: 0 }, scan: { with: 0, total: 0 }, notScanned: [] },
  byNobody: { total: 0, accepted: 0, decisions: [] }, unowned: { services: [], findings: { open: 0, withoutRisk: 0, byService: [] }, unresolved: [] },
};

const sent: { path: string; body: unknown }[] = [];
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  sent.length = 0;
});

function serve(list: SourceList | Response): void {
  vi.stubGlobal('fetch', async (url: string, request?: RequestInit) => {
    if (request?.method !== 'POST') return list instanceof Response ? list.clone() : Response.json(list);
    sent.push({ path: new URL(url, 'http://localhost').pathname, body: JSON.parse(String(request.body)) });
    return Response.json({ version: 9, recorded: [{ kind: 'findings', id: 'f' }], sentence: 'The scan is released.', note: null }, { status: 201 });
  });
}

async function open(list: SourceList | Response, address = '/sources'): Promise<void> {
  serve(list);
  renderAt(<SourcesPage />, address, smallPicture());
  await waitFor(() => { expect(document.querySelector('[aria-busy]')).toBeNull(); });
}

const card = (name: RegExp): HTMLElement => screen.getByRole('region', { name });

test('says in its first line how much arrives and how far it reaches, and what waits', async () => {
  await open(full);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('2 sources; 2 of 4 services scanned within the limit');
  expect(screen.getByText('1 held scan waits for a person. 1 source has been quiet for longer than the limit. 3 lines were not taken.')).toBeDefined();
  expect(bannedIn(document.body.textContent)).toEqual([]);
});

test('lists every source with what it brought, and every line that was not taken with its remedy', async () => {
  await open(full);
  const sources = within(card(/is quiet for longer/));
  expect(sources.getAllByRole('row')).toHaveLength(3);
  expect(sources.getByText('quiet for 112 days')).toBeDefined();
  const lines = within(card(/were not taken/));
  expect(lines.getByRole('rowheader', { name: 'odd.bin' })).toBeDefined();
  expect(lines.getByText('Name it.')).toBeDefined();
  const csv = decodeURIComponent(lines.getByRole('link', { name: /CSV/ }).getAttribute('href') ?? '');
  expect(csv).toContain("'=cmd");
  expect(csv.trim().split('\r\n')).toHaveLength(3);
});

test('shows who says what of an owner, which is in force and why, and settles nothing', async () => {
  await open(full);
  const conflict = within(card(/name different owners/));
  expect(conflict.getByText(/CODEOWNERS/).textContent).toBe('CODEOWNERS (codeowners): Web');
  expect(conflict.getByText(/catalog.yaml/).textContent).toBe('catalog.yaml (backstage): Payments, in force');
  expect(conflict.queryByRole('button', { name: /Release|Discard/ })).toBeNull();
});

test('counts what nobody on record accepted, and leads to each', async () => {
  await open(full);
  const byNobody = within(card(/1 accepted by nobody on record/));
  expect(byNobody.getByRole('link', { name: 'shop:x:1' }).getAttribute('href')).toBe('/findings/shop%3Ax%3A1');
  expect(byNobody.getByRole('link', { name: /A10/ }).getAttribute('href')).toBe('/conditions?flag=A10');
  expect(byNobody.getByText('no reason recorded')).toBeDefined();
});

test('gives for everything unowned a file and the one command that takes it', async () => {
  await open(full);
  const unowned = within(card(/1 service without a team, 9 findings without a risk, 1 name/));
  const files = unowned.getAllByRole('link').flatMap((link) => (link.hasAttribute('download') && !link.textContent.includes('CSV') ? [decodeURIComponent(link.getAttribute('href') ?? '')] : []));
  expect(files).toHaveLength(3);
  expect(files[0]).toContain('name: "till"');
  expect(files[1]).toContain('R-NEW-1,Findings of Shop,shop,,');
  expect(files[2]).toContain('"id": "jdoe"');
});

test('releases a held scan after a reason is given, and keeps the receipt', async () => {
  await open(full);
  fireEvent.click(screen.getByRole('button', { name: /^Release: 18 are fixed/ }));
  fireEvent.change(screen.getByLabelText('Why'), { target: { value: 'The service was switched off.' } });
  fireEvent.click(screen.getByRole('button', { name: 'Record it' }));
  expect((await screen.findByText(/The scan is released\./)).textContent).toContain('Receipt');
  expect(sent).toEqual([{ path: '/api/v1/held-scans/7.0.0', body: { verdict: 'release', reason: 'The service was switched off.' } }]);
});

test('offers no act on a past date', async () => {
  await open(full, '/sources?asOf=2026-10-01');
  expect(screen.getByRole<HTMLButtonElement>('button', { name: /^Release/ }).disabled).toBe(true);
});

test('an empty record says what each empty list was looked through for, and how to begin', async () => {
  await open(nothing);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Nothing has arrived yet');
  expect(screen.getByText(/whose-call -- import FILE/)).toBeDefined();
  expect(screen.getByText(/token create --source/)).toBeDefined();
  expect(screen.getByText('Every decision on the record names who made it')).toBeDefined();
});

test('says what did not load, with a way to ask again', async () => {
  await open(Response.json({ type: 'urn:whose-call:problem:out-of-order', title: 't', status: 500, detail: 'Something went wrong.', remedy: 'Try again.' }, { status: 500, headers: { 'Content-Type': 'application/problem+json' } }));
  expect((await screen.findByRole('alert')).textContent).toContain('The list of sources did not load.');
  expect(screen.getByRole('button', { name: 'Try again' })).toBeDefined();
});
