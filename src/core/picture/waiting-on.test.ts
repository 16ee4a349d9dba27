import { expect, test } from 'vitest';
import type { Picture, RiskRow } from '#core/picture/picture.ts';
import { waitingOn } from '#core/picture/waiting-on.ts';
import { aPicture, aRisk } from '#test/support/arbitrary-picture.ts';

const lowest = (personId: string | null, grantorId?: string): RiskRow['lowest'] => ({
  personId, sentence: '', briefUp: null,
  grantDown: grantorId === undefined ? null : { personId: 'x', grantorId, atLeast: 1, until: '2027-01-01', sentence: '' },
});
const accepted: RiskRow['decisions'] = [
  { id: 'd', kind: 'accept', byId: 'ana', at: '2026-10-01', expiresAt: null, inForce: true, rationale: null, conditions: [] },
];
const raised = (toId: string, at: string): RiskRow['escalations'] => [{ id: 'e', byId: null, toId, at, newDate: null }];
const information = (personId: string, unseen: number): RiskRow['information'] => ({ state: 'lacks', unseen, material: 3, personId, sentence: '' });

function waiting(...risks: readonly RiskRow[]): Record<string, readonly string[]> {
  const picture: Picture = { ...aPicture(), risks };
  return Object.fromEntries(Object.entries(waitingOn(picture, 'ana')).map(([kind, rows]: [string, readonly RiskRow[]]) => [kind, rows.map((row) => row.id)]));
}

test('a decision waits on its owner until one is in force', () => {
  expect(waiting(aRisk('open', { ownerId: 'ana' }), aRisk('settled', { ownerId: 'ana', decisions: accepted }), aRisk('other', { ownerId: 'bo' }))['decisions']).toEqual(['open']);
});

test('evidence waits on the person it has not reached', () => {
  expect(waiting(aRisk('a', { information: information('ana', 2) }), aRisk('b', { information: information('ana', 0) }), aRisk('c', { information: information('bo', 1) }))['evidence']).toEqual(['a']);
});

test('a question about authority waits on the person who could raise the limit', () => {
  expect(waiting(aRisk('a', { lowest: lowest('bo', 'ana') }), aRisk('b', { lowest: lowest('ana', 'bo') }))['grants']).toEqual(['a']);
});

test('what somebody could decide for another is listed apart from what they own, and not once it is settled', () => {
  const rows = waiting(
    aRisk('own', { ownerId: 'ana', lowest: lowest('ana') }), aRisk('nobody', { lowest: lowest('ana') }),
    aRisk('settled', { lowest: lowest('ana'), decisions: accepted }),
  );
  expect([rows['couldDecide'], rows['decisions']]).toEqual([['nobody'], ['own']]);
});

test('what was passed up waits until a decision follows it', () => {
  const rows = waiting(
    aRisk('waits', { escalations: raised('ana', '2026-11-01'), decisions: accepted }),
    aRisk('answered', { escalations: raised('ana', '2026-09-01'), decisions: accepted }),
    aRisk('elsewhere', { escalations: raised('bo', '2026-11-01') }),
  );
  expect(rows['escalations']).toEqual(['waits']);
});
