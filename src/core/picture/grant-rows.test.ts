import { expect, test } from 'vitest';
import type { AuthorityGrant } from '#core/record/entities.ts';
import type { Entry } from '#core/record/entry.ts';
import { indexRecord } from '#core/record/record-index.ts';
import { viewAsOf } from '#core/record/view.ts';
import { grantRows } from '#core/picture/grant-rows.ts';

const stamp = { recordedAt: '2026-01-01' };
const base: readonly Entry[] = [
  { kind: 'teams', entity: { id: 'pay', name: 'Payments', kind: 'engineering' }, stamp },
  { kind: 'services', entity: { id: 'gw', name: 'Gateway', teamId: 'pay', exposure: 'internal' }, stamp },
  { kind: 'persons', entity: { id: 'ada', name: 'Ada', kind: 'person' }, stamp },
  { kind: 'persons', entity: { id: 'ben', name: 'Ben', kind: 'person', managerId: 'ada' }, stamp },
];
const rowOf = (grant: Partial<AuthorityGrant>, more: readonly Entry[] = []): ReturnType<typeof grantRows>[number] | undefined => {
  const entity: AuthorityGrant = { id: 'g', granteeId: 'ben', grantorId: 'ROOT', from: '2026-01-01', ...grant };
  const view = viewAsOf([...base, ...more, { kind: 'grants', entity, stamp }], '2026-06-30');
  return grantRows(indexRecord(view)).find((row) => row.id === 'g');
};

test('a grant of the governing body names no person as its giver and goes back to it', () => {
  expect(rowOf({ maxExposure: 500 })).toMatchObject({
    grantorId: null, limit: 500, live: true, delegable: null, standing: 'It goes back to the governing body. It has no end date.',
  });
});

test('a grant without a stated limit has no limit, which is not a limit of zero', () => {
  expect(rowOf({})).toMatchObject({ limit: null });
  expect(rowOf({ maxExposure: 0 })).toMatchObject({ limit: 0 });
});

test('scope is said in names, and an unlisted scope covers everything', () => {
  expect(rowOf({})?.scope).toBe('every service; every kind of decision');
  expect(rowOf({ scope: { services: ['gw'], kinds: ['accept', 'mitigate'] } })?.scope).toBe('Gateway; decisions to accept and reduce');
  expect(rowOf({ scope: { teams: ['pay'] } })?.scope).toBe('the services of Payments; every kind of decision');
});

test('a grant that no longer counts says since when', () => {
  expect(rowOf({ to: '2026-05-31' })).toMatchObject({ live: false, standing: 'The grant ended on 31 May 2026.' });
  expect(rowOf({ revokedAt: '2026-04-01' })).toMatchObject({ live: false, standing: 'The grant was withdrawn on 1 Apr 2026.' });
});

test('a grant from somebody who held none does not go back to the governing body', () => {
  expect(rowOf({ grantorId: 'ada' })).toMatchObject({ grantorId: 'ada', live: true });
  expect(rowOf({ grantorId: 'ada' })?.standing).toMatch(/^It does not go back to the governing body\./);
});

test('a giver the record does not hold is not the same as a broken chain', () => {
  expect(rowOf({ grantorId: 'ghost' })?.standing).toMatch(/^The record does not hold what would show/);
});

test('the chain names each giver up to the governing body, and nobody on a guess', () => {
  const given = (id: string, granteeId: string, grantorId: string, maxExposure: number): Entry =>
    ({ kind: 'grants', entity: { id, granteeId, grantorId, maxExposure, from: '2026-01-01', delegable: true }, stamp });
  const carol: Entry = { kind: 'persons', entity: { id: 'carol', name: 'Carol', kind: 'person' }, stamp };
  const line = [carol, given('g1', 'carol', 'ROOT', 900), given('g2', 'ada', 'carol', 700)];
  expect(rowOf({ grantorId: 'ada', maxExposure: 500 }, line)?.chain).toEqual(['ada', 'carol']);
  expect(rowOf({ grantorId: 'ada', maxExposure: 800 }, line)?.chain).toEqual(['ada']);
  expect(rowOf({}, line)?.chain).toEqual([]);
});
