import { describe, expect, test } from 'vitest';
import type { DecisionKind } from '#core/record/entities.ts';
import { isAssurance, lowestInformed } from '#core/authority/candidates.ts';
import { lowestAble, lowestCompetent, lowestToday, nearestGiver } from '#core/authority/lowest-competent.ts';
import { indexOn, TODAY } from '#test/support/world.ts';

function lowestFor(changes: readonly string[], kind?: DecisionKind) {
  const index = indexOn(TODAY, ...changes);
  const risk = index.view.risks.get('r');
  if (risk === undefined) throw new Error('there is no risk r');
  const lowest = lowestCompetent(index, risk, kind);
  return { ...lowest, people: lowest.candidates.map(({ personId }) => personId), able: lowestAble(index, risk), today: lowestToday(index, risk) };
}

describe(lowestCompetent, () => {
  test('starts where the work is and goes up the manager line', () => {
    const { start, candidates, answer } = lowestFor([]);
    expect(start).toEqual({ state: 'found', personId: 'nora', how: 'lead' });
    expect(candidates.map(({ personId, hops, canDecide, unseen }) => [personId, hops, canDecide, unseen.length])).toEqual([
      ['nora', 0, true, 0], ['omar', 1, true, 1], ['rita', 2, true, 1],
    ]);
    expect(answer).toEqual({ kind: 'can-decide-today', personId: 'nora' });
  });

  test.each([
    ['several services start at the lowest common manager', 'risk r serviceIds=[shop,index]', { state: 'found', personId: 'omar', how: 'common-manager' }],
    ['two services of one team start at its lead', 'risk r serviceIds=[shop,shop2]\nservice shop2 teamId=orders', { state: 'found', personId: 'nora', how: 'lead' }],
    ['one lead of two teams is their start', 'risk r serviceIds=[shop,index]\nteam search leadId=nora', { state: 'found', personId: 'nora', how: 'lead' }],
    ['a lead above the other is their start', 'risk r serviceIds=[shop,index]\nteam search leadId=omar', { state: 'found', personId: 'omar', how: 'common-manager' }],
    ['without an owning team it starts at the owner', 'service shop teamId=-', { state: 'found', personId: 'nora', how: 'owner' }],
    ['a service without a team beside one with a team', 'risk r serviceIds=[shop,ghost]', { state: 'found', personId: 'nora', how: 'lead' }],
    ['a lead that is a post starts at its holder', 'team orders leadId=chair', { state: 'found', personId: 'nora', how: 'lead' }],
    ['an empty lead is filled from the team above', 'team orders leadId=-', { state: 'found', personId: 'rita', how: 'lead' }],
    ['no team and no person as owner', 'service shop teamId=-\nrisk r ownerId=desk', { state: 'no-team' }],
    ['no lead on or above', 'team orders leadId=- parentId=-', { state: 'no-lead', teamIds: ['orders'] }],
    ['leads whose lines do not meet', 'risk r serviceIds=[shop,index]\nperson tom managerId=-', { state: 'no-lead', teamIds: ['orders', 'search'] }],
    ['teams in a circle', 'team orders leadId=-\nteam top leadId=gap parentId=orders', { state: 'no-lead', teamIds: ['orders'] }],
    ['three teams, and the manager of two of them is not that of all', 'risk r serviceIds=[shop,index,vault]', { state: 'found', personId: 'rita', how: 'common-manager' }],
    ['teams of which one has no lead', 'risk r serviceIds=[shop,index]\nteam search leadId=- parentId=-', { state: 'no-lead', teamIds: ['orders', 'search'] }],
  ])('%s', (_, change, start) => {
    expect(lowestFor([change]).start).toEqual(start);
  });

  test('holders of a covering grant off the line come after it: fewest unseen, then fewest waiting, then by id', () => {
    const grants = ['sam', 'ivy', 'tom', 'pia'].map((id) => `grant g-${id} granteeId=${id} grantorId=omar from=2022-01-01 maxExposure=500k`);
    expect(lowestFor(grants).people).toEqual(['nora', 'omar', 'rita', 'ivy', 'pia', 'sam', 'tom']);
    expect(lowestFor([...grants, 'ack b evidenceId=e personId=tom at=2026-06-28 level=detail']).people.slice(3)).toEqual(['tom', 'ivy', 'pia', 'sam']);
    expect(lowestFor([...grants, 'risk w serviceIds=[vault] ownerId=ivy openedAt=2026-06-29']).people.slice(3)).toEqual(['pia', 'sam', 'tom', 'ivy']);
    expect(lowestFor([...grants, 'grant g-sam scope={"services":["index"]}', 'grant g-tom to=2026-06-29', 'grant g-pia scope={"kinds":["mitigate"]}']).people.slice(3)).toEqual(['ivy']);
    expect(lowestFor([...grants, 'grant g-sam scope={"teams":["orders"]}', 'grant g-tom scope={"teams":["search"]}', 'grant g-pia scope={"teams":["top"]}', 'no grant g-ivy']).people.slice(3)).toEqual(['pia', 'sam']);
    expect(lowestFor([...grants, 'person sam to=2026-06-29', 'grant g-tom granteeId=gap']).people.slice(3)).toEqual(['ivy', 'pia']);
    expect(lowestFor([...grants, 'grant g-sam scope={"services":["*"]}', 'grant g-tom scope={"teams":["*"]}', 'no grant g-ivy', 'no grant g-pia']).people.slice(3)).toEqual(['sam', 'tom']);
  });

  test('assurance is left out, on the line and off it', () => {
    const audited = ['team orders leadId=eve', 'person eve managerId=omar', 'grant g-eve granteeId=eve grantorId=rita from=2022-01-01 maxExposure=5M'];
    expect(lowestFor(audited).people).toEqual(['omar', 'rita', 'nora']);
    expect(lowestFor(['grant g-eve granteeId=eve grantorId=rita from=2022-01-01 maxExposure=5M']).people).toEqual(['nora', 'omar', 'rita']);
  });

  test('a circle in the org chart ends the walk, an unknown manager ends the line, an empty post is passed over', () => {
    expect(lowestFor(['person rita managerId=nora']).people).toEqual(['nora', 'omar', 'rita']);
    expect(lowestFor(['person omar managerId=ghost']).people).toEqual(['nora', 'omar', 'rita']);
    expect(lowestFor(['person omar managerId=ghost']).candidates.find(({ personId }) => personId === 'rita')?.hops).toBeUndefined();
    const passed = lowestFor(['person omar to=2026-06-01']).candidates;
    expect(passed.map(({ personId, hops }) => [personId, hops])).toEqual([['nora', 0], ['rita', 2]]);
    expect(lowestFor(['person head kind=role holderId=omar', 'person nora managerId=head']).people).toEqual(['nora', 'omar', 'rita']);
    expect(lowestFor(['person head kind=role managerId=rita', 'person nora managerId=head']).candidates.map(({ personId, hops }) => [personId, hops])).toEqual([['nora', 0], ['rita', 2], ['omar', undefined]]);
  });

  test('the line above a post is that of its holder, else that of the post itself', () => {
    const post = ['person head kind=role holderId=omar managerId=sam', 'person nora managerId=head'];
    expect(lowestFor(post).people.slice(0, 3)).toEqual(['nora', 'omar', 'rita']);
    expect(lowestFor([...post, 'person omar managerId=-']).people.slice(0, 4)).toEqual(['nora', 'omar', 'sam', 'rita']);
  });

  test('otherwise it offers both ways: brief the lowest with authority, grant to the lowest informed', () => {
    const { answer, able, today } = lowestFor(['no grant g-nora', 'evidence e2 riskId=r at=2026-06-28 kind=audit', 'ack b evidenceId=e2 personId=nora at=2026-06-28 level=detail']);
    expect(answer).toEqual({
      kind: 'two-ways', briefUp: { personId: 'omar', pieces: 2, minutes: 10 },
      grantDown: { toId: 'nora', byId: 'omar', serviceIds: ['shop'], atLeast: 400_000, until: '2026-09-28' },
    });
    expect([able, today]).toEqual(['omar', undefined]);
  });

  test.each([
    ['what the governing body keeps has no grant down', 'policy policy reserved=[safety]\nrisk r category=safety\nteam top kind=governing', 'reserved'],
    ['without a range there is no size to grant', 'risk r exposure=-', 'no-range'],
    ['with nobody informed there is nobody to grant it to', 'no ack a', 'nobody-has-seen-it'],
    ['with nobody above who may pass it on there is no giver', 'grant g-omar delegable=-\ngrant g-rita delegable=-', 'nobody-above-can-give'],
    ['a giver needs at least the size', 'grant g-omar grantorId=ROOT maxExposure=399k\ngrant g-rita delegable=-\nrisk r exposure={"low":1,"high":400k}', 'nobody-above-can-give'],
    ['a giver needs the scope', 'grant g-omar grantorId=ROOT scope={"services":["index"]}\ngrant g-rita delegable=-', 'nobody-above-can-give'],
    ['a giver needs the kind', 'grant g-omar grantorId=ROOT scope={"kinds":["mitigate"]}\ngrant g-rita delegable=-', 'nobody-above-can-give'],
    ['a giver needs a grant that can be traced', 'grant g-omar grantorId=pia\ngrant g-rita delegable=-', 'nobody-above-can-give'],
    ['acceptance that is not delegable is not granted down', 'policy policy acceptanceNonDelegable=true', 'nobody-above-can-give'],
  ])('the pair says why one way is not open: %s', (_, change, why) => {
    const { answer } = lowestFor(['no grant g-nora', change]);
    expect(answer.kind === 'two-ways' ? answer.grantDown : answer.kind).toBe(why);
  });

  test('the giver is the nearest above who can', () => {
    const { answer } = lowestFor(['no grant g-nora', 'grant g-omar delegable=-']);
    expect(answer.kind === 'two-ways' && typeof answer.grantDown === 'object' ? answer.grantDown.byId : answer.kind).toBe('rita');
  });

  test('a limit exactly as large as the risk is large enough to give', () => {
    const { answer } = lowestFor(['no grant g-nora', 'grant g-omar maxExposure=400k']);
    expect(answer.kind === 'two-ways' && typeof answer.grantDown === 'object' ? answer.grantDown.byId : answer.kind).toBe('omar');
  });

  test('of those with authority the lowest informed decides today, further up before off the line', () => {
    const read = (id: string) => `ack b-${id} evidenceId=e personId=${id} at=2026-06-28 level=detail`;
    expect(lowestFor(['no ack a', read('rita')])).toMatchObject({ answer: { kind: 'can-decide-today', personId: 'rita' }, able: 'nora', today: 'rita' });
    const tom = 'grant g-tom granteeId=tom grantorId=omar from=2022-01-01 maxExposure=500k';
    expect(lowestFor(['no ack a', tom, read('tom')])).toMatchObject({ answer: { kind: 'can-decide-today', personId: 'tom' }, able: 'nora', today: 'tom' });
    expect(lowestFor(['no ack a', tom, read('tom'), read('rita')])).toMatchObject({ answer: { kind: 'can-decide-today', personId: 'rita' }, today: 'rita' });
    expect(lowestFor(['no ack a', 'evidence e knownBy=[omar]'])).toMatchObject({ answer: { kind: 'can-decide-today', personId: 'omar' }, today: 'omar' });
    expect(lowestFor(['no ack a', 'evidence e2 riskId=r at=2026-06-28 kind=audit', read('rita')])).toMatchObject({ answer: { kind: 'two-ways' }, today: undefined });
  });

  test('without evidence the lowest with authority decides today', () => {
    expect(lowestFor(['no ack a', 'no evidence e'])).toMatchObject({ answer: { kind: 'can-decide-today', personId: 'nora' }, today: 'nora', able: 'nora' });
  });

  test('with authority off the line only, it is found there', () => {
    const off = ['no grant g-nora', 'no grant g-omar', 'grant g-rita granteeId=tom', 'ack b evidenceId=e personId=tom at=2026-06-28 level=detail'];
    expect(lowestFor(off)).toMatchObject({ answer: { kind: 'can-decide-today', personId: 'tom' }, able: 'tom' });
  });

  test('nobody with authority is a gap in the grants, with those who are informed', () => {
    expect(lowestFor(['no grant g-rita'])).toMatchObject({ answer: { kind: 'nobody', informed: ['nora'] }, able: undefined, today: undefined });
    expect(lowestFor(['no grant g-rita', 'no ack a']).answer).toEqual({ kind: 'nobody', informed: [] });
    const nowhere = lowestFor(['no grant g-rita', 'service shop teamId=-', 'risk r ownerId=-']);
    expect(nowhere.answer).toEqual({ kind: 'no-line', start: { state: 'no-team' } });
    expect(nowhere.people).toEqual(['nora', 'omar']);
    expect(lowestFor(['no grant g-rita', 'no grant g-omar', 'no grant g-nora', 'service shop teamId=-', 'risk r ownerId=-']).people).toEqual([]);
  });

  test('another kind of decision may have another answer', () => {
    const mitigates = ['grant g-nora scope={"services":["shop"],"kinds":["mitigate"]}'];
    expect(lowestFor(mitigates, 'mitigate').answer).toEqual({ kind: 'can-decide-today', personId: 'nora' });
    expect(lowestFor(mitigates, 'accept').answer.kind).toBe('two-ways');
    expect(lowestFor(mitigates).answer.kind).toBe('two-ways');
    expect(lowestFor([...mitigates, 'risk r decisionKind=mitigate']).answer.kind).toBe('can-decide-today');
  });

  test('only undecided open risks wait on somebody', () => {
    const both = ['sam', 'ivy'].map((id) => `grant g-${id} granteeId=${id} grantorId=omar from=2022-01-01 maxExposure=500k`);
    const waits = 'risk w serviceIds=[vault] ownerId=ivy openedAt=2026-06-01';
    expect(lowestFor([...both, waits]).people.slice(3)).toEqual(['sam', 'ivy']);
    expect(lowestFor([...both, waits, 'risk w closedAt=2026-06-20']).people.slice(3)).toEqual(['ivy', 'sam']);
    expect(lowestFor([...both, waits, 'decision d riskId=w kind=accept byId=ivy at=2026-06-02']).people.slice(3)).toEqual(['ivy', 'sam']);
    expect(lowestFor([...both, waits, 'decision d riskId=w kind=accept byId=ivy at=2026-06-02 expiresAt=2026-06-20']).people.slice(3)).toEqual(['sam', 'ivy']);
    expect(lowestFor([...both, waits]).candidates.find(({ personId }) => personId === 'ivy')?.waiting).toBe(1);
  });

  test('minutes follow the policy', () => {
    const { answer } = lowestFor(['no grant g-nora', 'policy policy thresholds={"brief.minutesAPiece":8,"grantDown.days":30}']);
    expect(answer).toMatchObject({ briefUp: { pieces: 1, minutes: 8 }, grantDown: { until: '2026-07-30' } });
  });
});

describe(nearestGiver, () => {
  const giver = (kind: DecisionKind, ...changes: readonly string[]) => {
    const index = indexOn(TODAY, ...changes);
    const risk = index.view.risks.get('r');
    return risk === undefined ? 'no risk' : nearestGiver(index, risk, kind, 'nora', 400_000);
  };

  test('nobody gives to themselves', () => {
    expect(giver('accept', 'grant g-nora delegable=true')).toBe('omar');
  });

  test('one grant that may be passed on is enough', () => {
    expect(giver('accept', 'grant g-omar2 granteeId=omar grantorId=rita from=2021-01-01 maxExposure=9M')).toBe('omar');
  });

  test('where acceptance is not delegable, other kinds are', () => {
    expect(giver('accept', 'policy policy acceptanceNonDelegable=true')).toBeUndefined();
    expect(giver('mitigate', 'policy policy acceptanceNonDelegable=true')).toBe('omar');
  });

  test('assurance gives nothing', () => {
    expect(giver('accept', 'person omar teamId=audit')).toBe('rita');
  });
});

test('without evidence the lowest with authority is informed', () => {
  const index = indexOn(TODAY, 'no ack a', 'no evidence e');
  const risk = index.view.risks.get('r');
  expect(risk === undefined ? 'no risk' : lowestInformed(index, risk, 'accept')).toBe('nora');
});

test('assurance is the kind of the team; whoever the record places in no team it holds is not in assurance', () => {
  const index = indexOn(TODAY, 'person omar teamId=nowhere', 'person pia teamId=-');
  expect(['eve', 'nora', 'omar', 'pia', 'ghost'].map((id) => isAssurance(index, id))).toEqual([true, false, false, false, false]);
});

test('one record answers for each risk and each kind of decision on its own', () => {
  const index = indexOn(TODAY, 'grant g-nora scope={"services":["shop"],"kinds":["mitigate"]}', 'risk other serviceIds=[index] openedAt=2026-06-25');
  const answer = (id: string, kind: DecisionKind) => {
    const risk = index.view.risks.get(id);
    return risk === undefined ? 'no risk' : lowestCompetent(index, risk, kind).answer;
  };
  expect(answer('r', 'mitigate')).toEqual({ kind: 'can-decide-today', personId: 'nora' });
  expect(answer('r', 'accept')).toMatchObject({ kind: 'two-ways', briefUp: { personId: 'omar' } });
  expect(answer('other', 'accept')).toEqual({ kind: 'can-decide-today', personId: 'omar' });
});
