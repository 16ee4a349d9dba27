import { describe, expect, test } from 'vitest';
import { informationOf } from '#core/information/information-of.ts';
import { indexOn, TODAY } from '#test/support/world.ts';

function information(...changes: readonly string[]) {
  const index = indexOn(TODAY, ...changes);
  const risk = index.view.risks.get('r');
  if (risk === undefined) throw new Error('there is no risk r');
  const { state, deciding, unseen, material } = informationOf(index, risk);
  return { state, person: deciding.state === 'person' ? deciding.personId : deciding.state, unseen: unseen.map(({ id }) => id), material: material.map(({ id }) => id) };
}

describe(informationOf, () => {
  test.each([
    ['seen in detail', '', { state: 'has', person: 'nora', unseen: [], material: ['e'] }],
    ['seen in summary', 'ack a level=summary', { state: 'lacks', person: 'nora', unseen: ['e'], material: ['e'] }],
    ['one of two', 'evidence e2 riskId=r at=2026-06-27 kind=audit', { state: 'lacks', person: 'nora', unseen: ['e2'], material: ['e', 'e2'] }],
    ['routine measurements do not ask to be seen', 'evidence e2 riskId=r at=2026-06-27 kind=scan material=false', { state: 'has', person: 'nora', unseen: [], material: ['e'] }],
    ['superseded pieces do not', 'evidence e2 riskId=r at=2026-06-27 kind=audit supersededAt=2026-06-30', { state: 'has', person: 'nora', unseen: [], material: ['e'] }],
    ['known elsewhere counts', 'evidence x riskId=other at=2026-06-20 kind=audit relatesTo=[r]', { state: 'lacks', person: 'nora', unseen: ['x'], material: ['e', 'x'] }],
    ['known elsewhere and answered here does not', 'evidence x riskId=other at=2026-06-20 kind=audit relatesTo=[r]\nevidence e answers=[x]', { state: 'has', person: 'nora', unseen: [], material: ['e'] }],
    ['nothing to see', 'no ack a\nno evidence e', { state: 'has', person: 'nora', unseen: [], material: [] }],
    ['no person as owner', 'risk r ownerId=desk\nno grant g-nora', { state: 'lacks', person: 'omar', unseen: ['e'], material: ['e'] }],
    ['nobody at all', 'risk r ownerId=-\nno grant g-rita', { state: 'nobody', person: 'nobody', unseen: ['e'], material: ['e'] }],
    ['an owner the record does not hold', 'risk r ownerId=ghost', { state: 'cannot-tell', person: 'cannot-tell', unseen: ['e'], material: ['e'] }],
    ['a piece of its own of the same class counts once', 'risk r defectClass=token-check\nevidence e defectClass=token-check', { state: 'has', person: 'nora', unseen: [], material: ['e'] }],
    ['superseded tomorrow', 'evidence e supersededAt=2026-07-01', { state: 'has', person: 'nora', unseen: [], material: ['e'] }],
    ['superseded today', 'evidence e supersededAt=2026-06-30', { state: 'has', person: 'nora', unseen: [], material: [] }],
    ['a question asked counts as detail', 'ack a level=summary question="Is it reachable?"', { state: 'has', person: 'nora', unseen: [], material: ['e'] }],
    ['known by the owner when it was produced', 'no ack a\nevidence e knownBy=[nora]', { state: 'has', person: 'nora', unseen: [], material: ['e'] }],
    ['the holder of a post', 'risk r ownerId=chair', { state: 'has', person: 'nora', unseen: [], material: ['e'] }],
  ])('%s', (_, change, expected) => {
    expect(information(change)).toEqual(expected);
  });
});

test('says why this person is the deciding one', () => {
  const because = (change: string) => {
    const index = indexOn(TODAY, change);
    const risk = index.view.risks.get('r');
    return risk === undefined ? 'no risk' : informationOf(index, risk).deciding;
  };
  expect(because('')).toEqual({ state: 'person', personId: 'nora', because: 'owner' });
  expect(because('risk r ownerId=desk')).toEqual({ state: 'person', personId: 'nora', because: 'lowest-with-authority' });
  expect(because('risk r ownerId=ghost')).toEqual({ state: 'cannot-tell', unknownId: 'ghost' });
});
