// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { findingViewSchema, type FindingRow, type FindingView } from '#contract/finding.ts';
import type { Finding } from '#core/record/entities.ts';
import { viewAsOf } from '#core/record/view.ts';
import { attributionOf } from '#core/release/attribution.ts';
import { FindingPage } from '#web/pages/finding/FindingPage.tsx';
import { renderAt } from '#web/testing/render-at.tsx';
import { smallPicture } from '#web/testing/small-picture.ts';
import { bannedIn } from '#web/testing/words.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const plain: FindingRow = {
  id: 'F-1', serviceId: 'login', at: '2026-06-04', severity: 'high', severityWord: 'error', score: 8.1, title: 'Refresh token is not bound',
  source: 'CodeScan 4', externalId: 'CS-77', location: 'src/token.ts:12', component: null, exploited: null, automatable: true, totalControl: false,
  introducedByTeamId: null, introducedReleaseId: null, introducedStageId: null, escapedStageId: null, foundStageId: 'code',
  fixedAt: null, fixedByTeamId: null, fixKind: null, external: null, defectClass: 'CWE-294', facts: [],
};

/** The row as the record holds it: what a row says is not known is left out. */
function findingOf({ id, serviceId, at, severity, ...row }: FindingRow): Finding {
  return { id, serviceId, at, severity, ...Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) };
}

async function show(address: string, answer: { finding?: Partial<FindingRow>; riskIds?: string[]; open?: boolean; linked?: FindingView['linked'] } = {}): Promise<void> {
  const body = findingViewSchema.parse({
    asOf: '2026-11-21', finding: { ...plain, ...answer.finding }, openAsOf: answer.open ?? true, riskIds: answer.riskIds ?? ['R-2', 'R-1'],
    attribution: attributionOf(viewAsOf([], '2026-11-21'), findingOf({ ...plain, ...answer.finding })),
    linked: answer.linked ?? [],
    decisions: [{ id: 'D', riskId: 'R-1', kind: 'accept', byId: null, at: '2026-07-01', expiresAt: null, rationale: 'not reachable' }],
  });
  vi.stubGlobal('fetch', async () => Response.json(body));
  renderAt(<FindingPage />, address, smallPicture());
  await waitFor(() => { expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Refresh token is not bound. In Login.'); });
}

test('the decision owner of the risk on the path stands first, with state and words', async () => {
  await show('/teams/signin/process/train/risks/R-1/findings/F-1');
  const [first] = within(screen.getByRole('region', { name: 'The 2 risks it belongs to' })).getAllByRole('listitem');
  expect(first?.textContent).toContain('Token replay in sign-in');
  expect(first?.textContent).toContain('M. Lindqvist');
  expect(first?.textContent).toContain('Cannot decide, evidence has not reached them');
});

test('days to act stand in place of a word for severity', async () => {
  await show('/findings/F-1');
  const text = document.body.textContent ?? '';
  expect(text).toContain('Days to act60');
  expect(text).toContain('Scanner’s score8.1');
  expect(bannedIn(text)).toEqual([]);
  expect(text).not.toMatch(/\bhigh\b/);
});

test('an origin nobody traced says so', async () => {
  await show('/findings/F-1');
  expect(screen.getByRole('region', { name: 'Its origin is not traced' })).toBeDefined();
  expect(screen.getByText('In release').nextElementSibling?.textContent).toBe('not tracedNot traced. The scans that hold it do not tell a release on record, and no release of the service is on record before it was first seen.');
});

test('a finding without a risk says that nobody is asked to decide', async () => {
  await show('/findings/F-9', { riskIds: [], finding: { id: 'F-9' } });
  expect(document.querySelector('.lede')?.textContent).toBe('Open for 5 months (170 days). No open risk rests on it. Sign-in owns the service. So nobody is named to decide about it.');
});

test('a decision that came without its maker says so', async () => {
  await show('/findings/F-1');
  expect(screen.getByText('by somebody the source does not name')).toBeDefined();
});

test('a fixed finding says when, after how long and by whom', async () => {
  await show('/findings/F-1', { open: false, finding: { fixedAt: '2026-06-14', fixedByTeamId: 'signin' } });
  const term = screen.getByText('Fixed');
  expect(term.nextElementSibling?.textContent).toBe('14 Jun 2026, after 10 days');
  expect(screen.getByText('Fixed by').nextElementSibling?.textContent).toBe('Sign-inStated. The source or the record states it.');
});

test('another tool that found the same defect is linked, with how that is known', async () => {
  await show('/findings/F-1', { linked: [{ id: 'F-2', source: 'Grype', at: '2026-05-03', fixedAt: null, method: 'package-url' }, { id: 'F-3', source: null, at: '2026-05-04', fixedAt: '2026-05-09', method: null }] });
  const items = within(screen.getByRole('region', { name: '2 more findings are about the same defect' })).getAllByRole('listitem');
  expect(items.map((item) => item.textContent)).toEqual([
    'Also found by Grype on 3 May 2026The same vulnerability in the same package, by its package URL.',
    'Also found by a source without a name on 4 May 2026, and fixed sinceThrough another of these findings: the names they go by are one.',
  ]);
  expect(screen.getByRole('link', { name: 'Grype' }).getAttribute('href')).toBe('/findings/F-2');
});

test('an unknown finding leads to the place above it', async () => {
  vi.stubGlobal('fetch', async () => Response.json({ title: 'Nothing is recorded under this address' }, { status: 404 }));
  renderAt(<FindingPage />, '/teams/signin/findings/F-9', smallPicture());
  await waitFor(() => { expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Not found here: finding F-9'); });
  expect(screen.getByRole('link', { name: 'Sign-in' }).getAttribute('href')).toBe('/teams/signin');
});
