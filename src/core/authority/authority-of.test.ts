import { describe, expect, test } from 'vitest';
import type { DecisionKind } from '#core/record/entities.ts';
import { authorityOf } from '#core/authority/authority-of.ts';
import { dayOf } from '#core/time.ts';
import { indexOn, TODAY } from '#test/support/world.ts';

function verdict(personId: string, ...changes: readonly string[]) {
  const index = indexOn(TODAY, ...changes);
  const risk = index.view.risks.get('r');
  if (risk === undefined) throw new Error('there is no risk r');
  return authorityOf(index, personId, risk);
}
function inShort(personId: string, ...changes: readonly string[]): string {
  const found = verdict(personId, ...changes);
  if (found.state === 'has') return `has ${found.limit}`;
  return found.state === 'lacks' ? `lacks ${found.reason.kind}` : `cannot tell ${found.because.kind}`;
}

describe(authorityOf, () => {
  test.each([
    ['nora', '', 'has 500000'],
    ['omar', '', 'has 5000000'],
    ['rita', '', 'has 1000000000'],
    ['pia', '', 'lacks no-grant'],
    ['nora', 'grant g-nora to=2026-06-29', 'lacks none-live'],
    ['nora', 'risk r serviceIds=[index]', 'lacks out-of-scope'],
    ['nora', 'risk r exposure={"low":1,"high":500001}', 'lacks above-limit'],
    ['nora', 'grant g-nora grantorId=pia', 'lacks not-traceable'],
    ['nora', 'policy policy reserved=[safety]\nrisk r category=safety', 'lacks reserved'],
    ['pia', 'policy policy reserved=[safety]\nrisk r category=safety', 'lacks no-grant'],
    ['nora', 'policy policy reserved=[safety]\nrisk r category=safety serviceIds=[index]', 'lacks reserved'],
    ['nora', 'policy policy reserved=[safety]\nrisk r category=safety\nperson nora teamId=nowhere', 'lacks reserved'],
    ['nora', 'policy policy reserved=[safety]\nrisk r category=safety\nteam orders kind=governing', 'has 500000'],
    ['ghost', 'policy policy reserved=[safety]\nrisk r category=safety\ngrant g9 granteeId=ghost grantorId=omar from=2022-01-01', 'lacks reserved'],
    ['nora', 'grant g-nora grantorId=ghost maxExposure=400k', 'cannot tell unknown-grantor'],
    ['nora', 'grant g-nora grantorId=ghost maxExposure=399999', 'lacks not-traceable'],
    ['pia', 'grant g9 granteeId=shop-approvers toAlias=true grantorId=omar from=2022-01-01', 'lacks no-grant'],
    ['pia', 'grant g9 granteeId=shop-approvers toAlias=true grantorId=omar from=2022-01-01 scope={"teams":["orders"]}', 'lacks no-grant'],
    ['pia', 'grant g9 granteeId=shop-approvers toAlias=true grantorId=omar from=2022-01-01 scope={"services":["shop"],"teams":["search"]}', 'lacks no-grant'],
    ['nora', 'grant g-nora grantorId=ghost', 'cannot tell unknown-grantor'],
    ['nora', 'grant g-nora scope={"teams":["orders"]}\nservice shop teamId=-', 'cannot tell service-without-team'],
    ['nora', 'grant g-nora scope={"teams":["orders"]}\nteam orders parentId=ghost', 'has 500000'],
    ['nora', 'grant g-nora scope={"teams":["search"]}\nteam orders parentId=ghost', 'cannot tell service-without-team'],
    ['nora', 'policy policy currency=USD\nrisk r exposure={"low":1,"high":2,"currency":"EUR"}', 'cannot tell currency'],
    ['nora', 'policy policy currency=USD\nrisk r exposure={"low":1,"high":600k,"currency":"EUR"}', 'cannot tell currency'],
    ['nora', 'policy policy currency=USD\nrisk r exposure={"low":1,"high":2,"currency":"USD"}', 'has 500000'],
    ['nora', 'policy policy currency=USD', 'has 500000'],
    ['rita', 'policy policy currency=USD\nrisk r exposure={"low":1,"high":2,"currency":"EUR"}\ngrant g-rita maxExposure=-', 'has Infinity'],
    ['nora', 'risk r exposure=-', 'has 500000'],
    ['nora', 'risk r exposure=-\ngrant g-nora grantorId=ghost', 'cannot tell unknown-grantor'],
    ['nora', 'grant g-nora grantorId=ghost\ngrant g2 granteeId=nora grantorId=pia from=2022-01-01', 'cannot tell unknown-grantor'],
    ['nora', 'grant g-omar grantorId=ghost', 'cannot tell unknown-grantor'],
    ['nora', 'grant g-nora grantorId=ghost maxExposure=300k', 'lacks not-traceable'],
    ['pia', 'grant g9 granteeId=shop-approvers toAlias=true grantorId=omar from=2022-01-01 scope={"services":["shop"]}', 'cannot tell unknown-grantee'],
    ['pia', 'grant g9 granteeId=predecessor grantorId=omar from=2022-01-01 scope={"services":["shop"]}', 'lacks no-grant'],
    ['nora', 'grant g9 granteeId=shop-approvers toAlias=true grantorId=omar from=2022-01-01 scope={"services":["shop"]}', 'has 500000'],
    ['pia', 'grant g9 granteeId=shop-approvers toAlias=true grantorId=omar from=2022-01-01 scope={"services":["*"]}', 'lacks no-grant'],
    ['pia', 'grant g9 granteeId=shop-approvers toAlias=true grantorId=omar from=2022-01-01 to=2026-06-29 scope={"services":["shop"]}', 'lacks no-grant'],
    ['pia', 'grant g9 granteeId=shop-approvers toAlias=true grantorId=omar from=2022-01-01 scope={"services":["shop"],"kinds":["mitigate"]}', 'lacks no-grant'],
    ['pia', 'risk r serviceIds=[shop,index]\ngrant g9 granteeId=shop-approvers toAlias=true grantorId=omar from=2022-01-01 scope={"services":["shop"]}', 'lacks no-grant'],
    ['pia', 'risk r serviceIds=[shop,index]\ngrant g9 granteeId=shop-approvers toAlias=true grantorId=omar from=2022-01-01 scope={"services":["shop","index","*"]}', 'cannot tell unknown-grantee'],
    ['pia', 'risk r serviceIds=[shop,index]\ngrant g9 granteeId=shop-approvers toAlias=true grantorId=omar from=2022-01-01 scope={"services":["shop","*"]}', 'lacks no-grant'],
  ])('%s with %s: %s', (personId, change, expected) => {
    expect(inShort(personId, change)).toBe(expected);
  });

  test('the largest covering grant that can be traced is the one that counts', () => {
    const more = ['grant g2 granteeId=nora grantorId=omar from=2022-01-01 maxExposure=2M', 'grant g3 granteeId=nora grantorId=omar from=2022-01-01 maxExposure=3M scope={"services":["index"]}'];
    const found = verdict('nora', ...more);
    expect(found.state === 'has' ? [found.grant.id, found.limit] : found.state).toEqual(['g2', 2_000_000]);
  });

  test('a past day is judged by the grants of that day', () => {
    const index = indexOn(TODAY, 'grant g-nora to=2026-06-20');
    const risk = index.view.risks.get('r');
    if (risk === undefined) throw new Error('there is no risk r');
    expect(authorityOf(index, 'nora', risk, { day: dayOf('2026-06-20') }).state).toBe('has');
    expect(authorityOf(index, 'nora', risk, { day: dayOf('2026-06-21') }).state).toBe('lacks');
    expect(authorityOf(index, 'nora', risk, { day: dayOf('2021-12-31') }).state).toBe('lacks');
    expect(authorityOf(index, 'nora', risk, { day: dayOf('2026-06-20'), high: 500_001 }).state).toBe('lacks');
    expect(authorityOf(index, 'nora', risk, { day: dayOf('2026-06-20'), high: null }).state).toBe('has');
    expect(authorityOf(index, 'nora', risk, { day: dayOf('2026-06-20'), kind: 'mitigate' }).state).toBe('has');
  });

  test('a size that is stated for the judgement stands in for that of the risk, its currency with it', () => {
    const judge = (high: number | null, change: string) => {
      const index = indexOn(TODAY, 'policy policy currency=USD', change);
      const risk = index.view.risks.get('r');
      return risk === undefined ? 'no risk' : authorityOf(index, 'nora', risk, { high }).state;
    };
    expect(judge(500_000, 'risk r exposure=-')).toBe('has');
    expect(judge(500_001, 'risk r exposure=-')).toBe('lacks');
    expect(judge(null, 'risk r exposure={"low":1,"high":2,"currency":"EUR"}')).toBe('has');
    expect(judge(2, 'risk r exposure={"low":1,"high":2,"currency":"EUR"}')).toBe('cannot-tell');
  });

  test('risks of one record are each judged on their own services and kind', () => {
    const index = indexOn(
      TODAY, 'risk both serviceIds=[shop,index] openedAt=2026-06-25', 'risk same serviceIds=[shop] decisionKind=mitigate openedAt=2026-06-25',
      'service ab', 'service c', 'service a', 'service bc', 'risk one serviceIds=[ab,c] openedAt=2026-06-25', 'risk two serviceIds=[a,bc] openedAt=2026-06-25',
      'grant g-nora scope={"services":["shop"],"kinds":["mitigate"]}', 'grant g2 granteeId=nora grantorId=omar from=2022-01-01 maxExposure=1M scope={"services":["a","bc"]}',
    );
    const states = ['same', 'r', 'both', 'one', 'two'].map((id) => {
      const risk = index.view.risks.get(id);
      return risk === undefined ? 'no risk' : authorityOf(index, 'nora', risk).state;
    });
    expect(states).toEqual(['has', 'lacks', 'lacks', 'lacks', 'has']);
  });

  test.each([
    [['r', 'both', 'twice'], ['has', 'lacks', 'has']],
    [['both', 'twice', 'r'], ['lacks', 'has', 'has']],
  ])('risks that share their first service are told apart: %o', (ids, expected) => {
    const index = indexOn(TODAY, 'risk both serviceIds=[shop,index] openedAt=2026-06-25', 'risk twice serviceIds=[shop,shop] openedAt=2026-06-25');
    const judge = (id: string) => {
      const risk = index.view.risks.get(id);
      return risk === undefined ? 'no risk' : authorityOf(index, 'nora', risk).state;
    };
    expect(ids.map(judge)).toEqual(expected);
  });

  test('kinds of decision on one service are told apart', () => {
    const index = indexOn(TODAY, 'grant g-nora scope={"services":["shop"],"kinds":["mitigate"]}');
    const risk = index.view.risks.get('r');
    if (risk === undefined) throw new Error('there is no risk r');
    const judge = (kind: DecisionKind) => authorityOf(index, 'nora', risk, { kind }).state;
    expect((['mitigate', 'transfer', 'accept', 'avoid'] as const).map(judge)).toEqual(['has', 'lacks', 'lacks', 'lacks']);
  });

  test('of several lapsed grants it names one that reached the services, then the last to end, then the first recorded', () => {
    const named = (...grants: readonly string[]) => {
      const found = verdict('pia', ...grants.map((grant) => `grant ${grant} granteeId=pia grantorId=omar from=2022-01-01`));
      return found.state === 'lacks' && found.reason.kind === 'none-live' ? found.reason.grant.id : found.state;
    };
    expect(named('early to=2026-05-01', 'late to=2026-06-01')).toBe('late');
    expect(named('late to=2026-06-01', 'early to=2026-05-01')).toBe('late');
    expect(named('first to=2026-06-01', 'second to=2026-06-01')).toBe('first');
    expect(named('open acceptedAt=null', 'late to=2026-06-01')).toBe('late');
    expect(named('late to=2026-06-01', 'open acceptedAt=null')).toBe('late');
    expect(named('other to=2026-06-20 scope={"services":["index"]}', 'here to=2026-05-01')).toBe('here');
    expect(named('other to=2026-06-20 scope={"kinds":["mitigate"]}', 'here to=2026-05-01')).toBe('here');
  });

  test('a grant to a post counts for its holder', () => {
    expect(inShort('nora', 'grant g-nora granteeId=chair')).toBe('has 500000');
    expect(inShort('pia', 'grant g-nora granteeId=chair', 'person chair holderId=pia')).toBe('has 500000');
  });

  test('says which services the grants leave out', () => {
    const found = verdict('nora', 'risk r serviceIds=[shop,index,vault]');
    expect(found.state === 'lacks' && found.reason.kind === 'out-of-scope' ? found.reason.serviceIds : found.state).toEqual(['index', 'vault']);
  });
});
