import { expect, test } from 'vitest';
import type { Entry } from '#core/record/entry.ts';
import { viewAsOf } from '#core/record/view.ts';
import { casesWithin, linkedStepCases, medianDays } from '#core/release/finding-steps.ts';
import { releasesByTeam, releasesOf } from '#core/release/releases-shipped.ts';

const finding = (id: string, more: object = {}): Entry => ({
  kind: 'findings', entity: { id, serviceId: 's', at: '2026-01-01', severity: 'low', introducedByTeamId: 'orders', ...more }, stamp: {},
});
const decision = (id: string, at: string, more: object): Entry => ({ kind: 'decisions', entity: { id, kind: 'accept', byId: 'ana', at, riskId: 'none', ...more }, stamp: {} });
const record: readonly Entry[] = [
  finding('f1', { fixedAt: '2026-03-02' }), finding('f2', { fixedAt: '2026-01-03' }), finding('f3'), finding('other', { introducedByTeamId: 'shield' }),
  finding('shipped', { introducedByTeamId: undefined, introducedReleaseId: 'v1' }),
  { kind: 'releases', entity: { id: 'v1', serviceId: 's', at: '2025-12-01', version: '1.0', shippedByTeamId: 'orders' }, stamp: {} },
  { kind: 'releases', entity: { id: 'v2', serviceId: 't', at: '2026-02-01', shippedByTeamId: 'orders' }, stamp: {} },
  { kind: 'releases', entity: { id: 'v3', serviceId: 's', at: '2026-02-01' }, stamp: {} },
  { kind: 'persons', entity: { id: 'ana', kind: 'person' }, stamp: {} },
  { kind: 'risks', entity: { id: 'r', findingIds: ['f1', 'shipped'], serviceIds: [], openedAt: '2026-01-01', ownerId: 'ana' }, stamp: {} },
  { kind: 'evidence', entity: { id: 'e', riskId: 'r', at: '2026-01-02', kind: 'scan', knownBy: [] }, stamp: {} },
  { kind: 'acks', entity: { id: 'mail', evidenceId: 'e', personId: 'ana', at: '2026-01-03', level: 'broadcast' }, stamp: {} },
  { kind: 'acks', entity: { id: 'read', evidenceId: 'e', personId: 'ana', at: '2026-01-11', level: 'detail' }, stamp: {} },
  decision('early', '2025-12-01', { riskId: 'r' }), decision('before', '2026-01-06', { riskId: 'r' }), decision('d', '2026-01-31', { riskId: 'r' }),
  decision('inferred', '2026-01-12', { riskId: 'r', implicit: true }),
  decision('d2', '2026-01-05', { findingId: 'f2' }), decision('d4', '2026-01-02', { findingId: 'other' }),
];
const view = viewAsOf(record, '2026-06-01');

test('told is the day evidence reached who decides it by more than a broadcast; decided the first choice somebody recorded after', () => {
  expect(linkedStepCases(view, ['orders'])).toEqual({
    'found-to-told': [{ findingId: 'f1', on: '2026-01-11', days: 10 }, { findingId: 'shipped', on: '2026-01-11', days: 10 }],
    'told-to-decided': [{ findingId: 'f1', on: '2026-01-31', days: 20 }, { findingId: 'shipped', on: '2026-01-31', days: 20 }],
    'decided-to-fixed': [{ findingId: 'f1', on: '2026-03-02', days: 55 }],
  });
  expect(linkedStepCases(view, ['nobody'])).toEqual({ 'found-to-told': [], 'told-to-decided': [], 'decided-to-fixed': [] });
});

test('a fix recorded for a day to come is no fix yet', () => {
  expect(linkedStepCases(viewAsOf(record, '2026-02-15'), ['orders'])['decided-to-fixed']).toEqual([]);
});

test('a span keeps the cases that ended in it, both ends within, and a median says how many it rests on', () => {
  const cases = [3, 9, 4, 100].map((days, index) => ({ findingId: `f${index}`, on: `2026-01-0${index + 1}`, days }));
  expect(casesWithin(cases, '2026-01-02', '2026-01-03').map(({ days }) => days)).toEqual([9, 4]);
  expect(medianDays(cases)).toEqual({ days: 6.5, cases: 4 });
  expect(medianDays(cases.slice(0, 3))).toEqual({ days: 4, cases: 3 });
  expect(medianDays([])).toEqual({ days: null, cases: 0 });
});

test('releases count for the team that shipped them; without a team they count for none', () => {
  expect(releasesByTeam(view)).toEqual([{ teamId: 'orders', count: 2 }]);
  expect(releasesByTeam(view, ['t'])).toEqual([{ teamId: 'orders', count: 1 }]);
  expect(releasesOf(view, ['orders'], '2025-12-01', '2026-02-01').map(({ id, version }) => [id, version])).toEqual([['v2', null], ['v1', '1.0']]);
  expect(releasesOf(view, ['orders'], '2025-12-02', '2026-01-31')).toEqual([]);
});
