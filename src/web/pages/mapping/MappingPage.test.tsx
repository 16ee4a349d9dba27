// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { MappingList } from '#contract/mapping.ts';
import { MappingPage } from '#web/pages/mapping/MappingPage.tsx';
import { renderAt } from '#web/testing/render-at.tsx';
import { smallPicture } from '#web/testing/small-picture.ts';

const list: MappingList = {
  asOf: '2026-11-21', families: [], tools: [],
  mappings: [
    { id: 'map-1', way: 'rule', at: '2026-11-17', by: { recordedBy: 'local', madeBy: 'Noor Rahman' }, reason: 'Trial', takes: 'on Issuer', risks: [{ id: 'R-1', label: 'Old parser', open: true }], findings: 16, withdrawnAt: null },
    { id: 'map-0', way: 'link', at: '2026-11-10', by: { recordedBy: 'local', madeBy: null }, reason: null, takes: '2 findings by name', risks: [{ id: 'R-2', label: 'Gone', open: false }], findings: 0, withdrawnAt: '2026-11-12' },
  ],
  unmapped: [{ serviceId: 'issuer', service: 'Issuer', family: '1409', familyName: 'Injection', count: 4 }],
};
const findingReach = { open: 30, linked: 5, byRule: 16, derived: 5, unmapped: 4, unmappedByService: [{ serviceId: 'issuer', count: 4 }] };

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('the four ways add up, and each number opens exactly its findings', async () => {
  vi.stubGlobal('fetch', async () => Response.json(list));
  renderAt(<MappingPage />, '/mapping', smallPicture({ findingReach }));
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('4 open findings reach no risk');
  const way = (name: string) => screen.getByRole('link', { name }).getAttribute('href');
  expect(way('16 open findings: By a rule')).toBe('/findings?reach=by-rule');
  expect(way('4 open findings: Without a risk')).toBe('/findings?risk=none');
  await waitFor(() => { expect(way('4 open findings: Issuer, Injection')).toBe('/findings?service=issuer&risk=none&family=1409'); });
  expect(way('16 open findings')).toBe('/findings?mapping=map-1');
  expect(document.body.textContent).toContain('Decided by Noor Rahman, recorded by local on 17 Nov 2026');
});

test('what is in force can be taken back, after saying what that does; what was taken back says since when', async () => {
  const sent: string[] = [];
  vi.stubGlobal('fetch', async (path: string, request: RequestInit) => {
    if (request.method !== 'POST') return Response.json(list);
    sent.push(path);
    return Response.json({ version: 9, recorded: [], sentence: 'The mapping is taken back.', note: null }, { status: 201 });
  });
  renderAt(<MappingPage />, '/mapping', smallPicture({ findingReach }));
  await waitFor(() => { expect(screen.getByText('Findings by name, taken back')).toBeDefined(); });
  expect(document.body.textContent).toContain('Taken back on 12 Nov 2026 by local: nothing reaches a risk by it since.Made on 10 Nov 2026');
  const buttons = screen.getAllByRole('button', { name: 'Take it back' });
  expect(buttons).toHaveLength(1);
  for (const button of buttons) fireEvent.click(button);
  expect(document.body.textContent).toContain('16 open findings may be without a risk again');
  fireEvent.click(screen.getByRole('button', { name: 'Record it' }));
  await waitFor(() => { expect(sent).toEqual(['/api/v1/mappings/map-1/withdrawal']); });
});

test('with nothing unmapped it says that every open finding reaches a risk', () => {
  vi.stubGlobal('fetch', async () => Response.json({ ...list, mappings: [], unmapped: [] }));
  renderAt(<MappingPage />, '/mapping', smallPicture({ findingReach: { ...findingReach, linked: 9, unmapped: 0, unmappedByService: [] } }));
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Every open finding reaches a risk');
});
