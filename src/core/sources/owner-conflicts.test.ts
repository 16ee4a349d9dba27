import { expect, test } from 'vitest';
import type { Entry } from '#core/record/entry.ts';
import type { Delivery, OwnerClaim } from '#core/sources/delivery.ts';
import { ownerConflicts } from '#core/sources/owner-conflicts.ts';

const version = (teamId: string | undefined, source: string, recordedAt: string): Entry => ({
  kind: 'services', entity: { id: 'shop', exposure: 'internet', ...(teamId === undefined ? {} : { teamId }) }, stamp: { source, recordedAt },
});
const arrival = (id: number, file: string, format: string, claims: readonly OwnerClaim[] = []): Delivery => ({
  id, name: file, at: `2026-10-0${id}`, recordedBy: 'local', sender: null,
  files: [{ file, format, refused: false, added: 1, updated: 0, unchanged: 0, rejected: [], moreRejected: 0, claims }],
});
const web: OwnerClaim = { serviceId: 'shop', teamId: 'web' };
const catalog = version('pay', 'catalog.yaml', '2026-10-01');

test('a CODEOWNERS that names another team stands beside the catalog, which is in force and why', () => {
  expect(ownerConflicts([catalog], [arrival(1, 'catalog.yaml', 'backstage'), arrival(2, 'CODEOWNERS', 'codeowners', [web])])).toEqual([{
    serviceId: 'shop', teamId: 'pay', why: 'It states the owner each time it arrives, and the last such statement counts.',
    statements: [
      { source: 'backstage', format: 'backstage', teamId: 'pay', at: '2026-10-01', inForce: true },
      { source: 'CODEOWNERS', format: 'codeowners', teamId: 'web', at: '2026-10-02', inForce: false },
    ],
  }]);
});

test('it agrees once it arrives without contradicting', () => {
  expect(ownerConflicts([catalog], [arrival(1, 'catalog.yaml', 'backstage'), arrival(2, 'CODEOWNERS', 'codeowners', [web]), arrival(3, 'CODEOWNERS', 'codeowners')])).toEqual([]);
});

test('the CODEOWNERS of another repository that arrives later takes nothing back', () => {
  const [conflict] = ownerConflicts([catalog], [arrival(1, 'catalog.yaml', 'backstage'), arrival(2, 'shop/CODEOWNERS', 'codeowners', [web]), arrival(3, 'desk/CODEOWNERS', 'codeowners')]);
  expect(conflict?.statements.map(({ source, teamId }) => [source, teamId])).toEqual([['backstage', 'pay'], ['shop/CODEOWNERS', 'web']]);
});

test('a catalog that takes over from CODEOWNERS leaves both to be seen', () => {
  const [conflict] = ownerConflicts(
    [version('web', 'CODEOWNERS', '2026-10-01'), version('pay', 'catalog.yaml', '2026-10-02')],
    [arrival(1, 'CODEOWNERS', 'codeowners'), arrival(2, 'catalog.yaml', 'backstage')],
  );
  expect(conflict?.statements.map(({ source, teamId, inForce }) => [source, teamId, inForce])).toEqual([['CODEOWNERS', 'web', false], ['backstage', 'pay', true]]);
});

test('one source that changes its mind is no conflict', () => {
  const entries = [version('web', 'catalog-2026-09.yaml', '2026-10-01'), version('pay', 'catalog-2026-10.yaml', '2026-10-02')];
  expect(ownerConflicts(entries, [arrival(1, 'catalog-2026-09.yaml', 'backstage'), arrival(2, 'catalog-2026-10.yaml', 'backstage')])).toEqual([]);
});

test('a file of the catalog that hands a service over contradicts no other file of it', () => {
  const entries = [version('web', 'base.yaml', '2026-10-01'), version('pay', 'handover.yaml', '2026-10-02')];
  expect(ownerConflicts(entries, [arrival(1, 'base.yaml', 'backstage'), arrival(2, 'handover.yaml', 'backstage')])).toEqual([]);
});

test('sources that agree, and a service nobody names an owner of, are none', () => {
  expect(ownerConflicts([version(undefined, 'catalog.yaml', '2026-10-01')], [])).toEqual([]);
  expect(ownerConflicts([catalog, version('pay', 'CODEOWNERS', '2026-10-03')], [arrival(1, 'catalog.yaml', 'backstage'), arrival(3, 'CODEOWNERS', 'codeowners')])).toEqual([]);
});
