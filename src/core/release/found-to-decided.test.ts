import { expect, it } from 'vitest';
import type { Entry } from '#core/record/entry.ts';
import { viewAsOf } from '#core/record/view.ts';
import { foundToDecided } from '#core/release/found-to-decided.ts';

const finding = (id: string, at: string, more: object = {}): Entry => ({
  kind: 'findings', entity: { id, serviceId: 's', at, severity: 'low', introducedByTeamId: 'orders', ...more }, stamp: {},
});
const decision = (id: string, at: string, more: object): Entry => ({ kind: 'decisions', entity: { id, kind: 'accept', at, riskId: 'none', ...more }, stamp: {} });

it('the time to a decision is told from the first one after the finding, of the finding or of a risk that rests on it', () => {
  const view = viewAsOf([
    finding('f1', '2026-01-01'), finding('f2', '2026-01-01'), finding('f3', '2026-01-01'),
    finding('other', '2026-01-01', { introducedByTeamId: 'shield' }),
    finding('shipped', '2026-01-01', { introducedByTeamId: undefined, introducedReleaseId: 'v1' }),
    { kind: 'releases', entity: { id: 'v1', serviceId: 's', at: '2025-12-01', shippedByTeamId: 'orders' }, stamp: {} },
    { kind: 'risks', entity: { id: 'r', findingIds: ['f1', 'shipped'], serviceIds: [], openedAt: '2026-01-01' }, stamp: {} },
    decision('d1', '2026-01-21', { riskId: 'r' }), decision('d2', '2026-01-11', { riskId: 'r' }), decision('early', '2025-12-01', { riskId: 'r' }),
    decision('d3', '2026-01-05', { findingId: 'f2' }), decision('d4', '2026-01-02', { findingId: 'other' }),
  ], '2026-06-01');
  expect(foundToDecided(view, ['orders'])).toEqual({ days: 10, cases: 3 });
  expect(foundToDecided(view, ['shield'])).toEqual({ days: 1, cases: 1 });
  expect(foundToDecided(view, ['nobody'])).toEqual({ days: null, cases: 0 });
});
