// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { FindingRow } from '#contract/finding.ts';
import { FindingListPage } from '#web/pages/findings/FindingListPage.tsx';
import { renderAt } from '#web/testing/render-at.tsx';
import { smallPicture } from '#web/testing/small-picture.ts';

const asked: string[] = [];

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  asked.length = 0;
});

const row = (index: number): FindingRow => ({
  id: `F-${index}`, serviceId: 'issuer', at: '2026-06-04', severity: 'critical', severityWord: null, score: null, title: `Finding ${index}`, source: null,
  externalId: null, location: null, component: null, exploited: null, automatable: null, totalControl: null, introducedByTeamId: null,
  introducedReleaseId: null, introducedStageId: null, escapedStageId: null, foundStageId: 'deploy', fixedAt: null, fixedByTeamId: null,
  fixKind: null, external: null, defectClass: null, facts: [],
});

function answer(total: number, nextCursor: string | null, rows = 50): void {
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url);
    return Response.json({ asOf: '2026-11-21', findings: Array.from({ length: rows }, (_, index) => row(index)), total, nextCursor, defects: null });
  });
}

test('the total of the list is the number of the tile that opens it, and the next page is a real link', async () => {
  answer(60, 'c2');
  renderAt(<FindingListPage />, '/findings?team=identity&stage=deploy', smallPicture());
  await waitFor(() => { expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('60 open findings: Identity, found at Deploy'); });
  expect(asked).toEqual(['/api/v1/findings?team=identity&stage=deploy']);
  expect(screen.getByRole('link', { name: 'Next 10' }).getAttribute('href')).toBe('/findings?team=identity&stage=deploy&cursor=c2&from=51');
  expect(screen.getAllByText('1 to 50 of 60').length).toBeGreaterThan(0);
});

test('a later page counts on from where it starts and leads back to the first', async () => {
  answer(60, null, 10);
  renderAt(<FindingListPage />, '/findings?team=identity&cursor=c2&from=51', smallPicture());
  await waitFor(() => { expect(screen.getAllByText('51 to 60 of 60').length).toBeGreaterThan(0); });
  expect(asked).toEqual(['/api/v1/findings?team=identity&cursor=c2']);
  expect(screen.queryByRole('link', { name: /^Next/ })).toBeNull();
  expect(screen.getByRole('link', { name: 'Back to the first' }).getAttribute('href')).toBe('/findings?team=identity');
});

test('filtered out and none found are different texts', async () => {
  answer(0, null, 0);
  renderAt(<FindingListPage />, '/findings?service=session', smallPicture());
  await waitFor(() => { expect(screen.getByText('None of the 66 open findings match the filters.')).toBeDefined(); });
  cleanup();
  renderAt(<FindingListPage />, '/findings', smallPicture({ findingCells: [] }));
  await waitFor(() => { expect(screen.getByText(/Where nothing is scanned there is nothing to find/)).toBeDefined(); });
});

test('a finding without a score says that none was given, never a word for how bad it is', async () => {
  answer(60, null);
  renderAt(<FindingListPage />, '/findings', smallPicture());
  await waitFor(() => { expect(screen.getAllByText('None given')).toHaveLength(50); });
  expect(document.body.textContent).not.toMatch(/critical/i);
});

test('a list that did not load says so and can be asked again', async () => {
  vi.stubGlobal('fetch', async () => Response.json({ title: 'Something in the server went wrong', instance: 'abc' }, { status: 500 }));
  renderAt(<FindingListPage />, '/findings', smallPicture());
  await waitFor(() => { expect(screen.getByRole('alert').textContent).toContain('The list did not load.'); });
  expect(screen.getByRole('button', { name: 'Try again' })).toBeDefined();
});

test('defects that several tools found are counted once, and the line says so', async () => {
  vi.stubGlobal('fetch', async () => Response.json({ asOf: '2026-11-21', findings: [row(1), row(2)], total: 2, nextCursor: null, defects: 1 }));
  renderAt(<FindingListPage />, '/findings', smallPicture());
  await waitFor(() => { expect(screen.getByText(/They are about one defect: what several tools found is counted once/)).toBeDefined(); });
});
