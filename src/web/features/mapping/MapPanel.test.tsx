// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { MappingPreview } from '#contract/mapping.ts';
import { ReceiptsProvider } from '#web/features/acts/Receipts.tsx';
import { MapPanel } from '#web/features/mapping/MapPanel.tsx';
import { renderAt } from '#web/testing/render-at.tsx';
import { smallPicture, smallRisk } from '#web/testing/small-picture.ts';

const sent: { path: string; body: unknown }[] = [];

const preview: MappingPreview = {
  recordVersion: 7, way: 'derive', mapped: 3, moved: 0, withoutBefore: 9, withoutAfter: 6, sentence: 'One derived risk takes 3 open findings.',
  risks: [{ id: 'derived:1409:issuer', label: 'Injection: Issuer', isNew: true, findings: 3, proposed: { name: 'Nora Lind' } }],
  first: [{ id: 'f1', title: 'A query is put from text', service: 'Issuer' }, { id: 'f2', title: 'A query is put from text', service: 'Issuer' }],
};

function answer(): void {
  vi.stubGlobal('fetch', async (path: string, request: RequestInit) => {
    if (request.method !== 'POST') return Response.json({ asOf: '2026-11-21', mappings: [], families: [{ id: '1409', name: 'Injection' }], tools: ['zap'], unmapped: [] });
    sent.push({ path, body: JSON.parse(String(request.body)) });
    return path.endsWith('/preview')
      ? Response.json(preview)
      : Response.json({ version: 8, recorded: [{ kind: 'mappings', id: 'map-1' }], sentence: 'One derived risk holds 3 open findings from now on.', note: null }, { status: 201 });
  });
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  sent.length = 0;
});

const picture = smallPicture({ risks: [smallRisk('R-1', { label: 'Old parser' }), smallRisk('R-2', { label: 'Twice' }), smallRisk('R-3', { label: 'Twice' })] });

function draw(ticked: readonly string[] = [], address = '/findings?risk=none&service=issuer'): void {
  answer();
  renderAt(<ReceiptsProvider><MapPanel filter={{ reach: 'unmapped', serviceId: 'issuer' }} total={9} ticked={ticked} /></ReceiptsProvider>, address, picture);
}

const show = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Show what it would take' });

test('nothing is recorded before its number and names were shown, and then on the version they were counted on', async () => {
  draw();
  fireEvent.click(show());
  await waitFor(() => { expect(screen.getByText('One derived risk takes 3 open findings.')).toBeDefined(); });
  expect(document.body.textContent).toContain('Injection: Issuer: 3 findings new risk, Nora Lind proposed, not yet accepted');
  expect(document.body.textContent).toContain('A query is put from text (Issuer), 2 times, and 1 more.');
  expect(document.activeElement?.textContent).toBe('What will be recorded');
  fireEvent.click(screen.getByRole('button', { name: 'Record it' }));
  await waitFor(() => { expect(sent).toHaveLength(2); });
  const mapping = { way: 'derive', findings: { kind: 'query', query: 'service=issuer&reach=unmapped' } };
  expect(sent).toEqual([{ path: '/api/v1/mappings/preview', body: { mapping } }, { path: '/api/v1/mappings', body: { mapping, recordVersion: 7 } }]);
});

test('a change of mind takes the preview away, so that what is recorded is what was shown', async () => {
  draw();
  fireEvent.click(show());
  await waitFor(() => { expect(screen.getByRole('button', { name: 'Record it' })).toBeDefined(); });
  fireEvent.click(screen.getByLabelText('A rule'));
  expect(screen.queryByRole('button', { name: 'Record it' })).toBeNull();
});

test('a rule takes the service of the list, and the family and tool that are chosen', async () => {
  draw();
  fireEvent.click(screen.getByLabelText('A rule'));
  expect(show().disabled).toBe(true);
  fireEvent.change(screen.getByLabelText('Risk: type its name or id'), { target: { value: 'Old parser' } });
  await waitFor(() => { expect(screen.getByRole('option', { name: 'Injection' })).toBeDefined(); });
  fireEvent.change(screen.getByLabelText('Weakness family'), { target: { value: '1409' } });
  fireEvent.change(screen.getByLabelText('Found by'), { target: { value: 'zap' } });
  fireEvent.click(show());
  await waitFor(() => { expect(sent).toHaveLength(1); });
  expect(sent[0]?.body).toEqual({ mapping: { way: 'rule', riskId: 'R-1', match: { serviceIds: ['issuer'], families: ['1409'], tools: ['zap'] } } });
});

test('ticked rows are linked by name; a name that two risks have is not taken for either', async () => {
  draw(['f1', 'f2']);
  fireEvent.click(screen.getByLabelText('An existing risk'));
  fireEvent.click(screen.getByLabelText('The 2 ticked'));
  const risk = screen.getByLabelText('Risk: type its name or id');
  fireEvent.change(risk, { target: { value: 'Twice' } });
  expect(show().disabled).toBe(true);
  expect(screen.getByRole('status').textContent).toBe('No open risk has this name or id.');
  fireEvent.change(risk, { target: { value: 'R-3' } });
  fireEvent.click(show());
  await waitFor(() => { expect(sent).toHaveLength(1); });
  expect(sent[0]?.body).toEqual({ mapping: { way: 'link', riskId: 'R-3', findings: { kind: 'ids', ids: ['f1', 'f2'] } } });
});

test('on a past date it says why it is off, and has nothing to send', () => {
  draw([], '/findings?risk=none&asOf=2026-06-30');
  expect(screen.queryByRole('button', { name: 'Show what it would take' })).toBeNull();
  expect(screen.getByText(/^Off: the view is set to 30 Jun 2026/)).toBeDefined();
});
