import { describe, expect, test } from 'vitest';
import { grantAsKnown, grantChain } from '#core/authority/grant-chain.ts';
import { dayOf } from '#core/time.ts';
import { indexOn, TODAY } from '#test/support/world.ts';

function chainsOf(ids: readonly string[], ...changes: readonly string[]): readonly string[] {
  const index = indexOn(TODAY, ...changes);
  return ids.map((id) => {
    const grant = index.view.grants.get(id);
    return grant === undefined ? 'no grant' : grantChain(index, grant);
  });
}
function chain(...changes: readonly string[]): string {
  return chainsOf(['g-nora'], ...changes)[0] ?? '';
}

describe(grantChain, () => {
  test.each([
    ['hand to hand to the governing body', '', 'reaches-root'],
    ['from a team that governs', 'team board kind=governing\ngrant g-nora grantorId=board', 'reaches-root'],
    ['from a team that does not govern', 'grant g-nora grantorId=top', 'cannot-tell'],
    ['from a giver the record does not hold', 'grant g-nora grantorId=ghost', 'cannot-tell'],
    ['from a giver without a grant', 'grant g-nora grantorId=tom', 'broken'],
    ['exactly as large as the giver\'s', 'grant g-nora maxExposure=5M', 'reaches-root'],
    ['larger than the giver\'s', 'grant g-nora maxExposure=5000001', 'broken'],
    ['the giver may not pass it on', 'grant g-omar delegable=-', 'broken'],
    ['given on the last day of the giver\'s', 'grant g-omar to=2022-01-01', 'reaches-root'],
    ['given the day after', 'grant g-omar to=2021-12-31', 'broken'],
    ['given before the giver\'s first day', 'grant g-omar from=2022-01-02', 'broken'],
    ['inside a team whose services cannot be placed', 'grant g-omar scope={"teams":["orders"]}\nservice shop teamId=-', 'cannot-tell'],
    ['the giver\'s grant went to somebody else before', 'later grant g-omar recordedAt=2021-06-01 granteeId=tom', 'broken'],
    ['the giver\'s grant went to somebody else later', 'later grant g-omar recordedAt=2022-01-02 granteeId=tom', 'reaches-root'],
  ])('%s: %s', (_, change, expected) => {
    expect(chain(change)).toBe(expected);
  });

  test('nobody gives to themselves, by name or by a post they hold', () => {
    expect(chainsOf(['g2'], 'grant g-nora delegable=true', 'grant g2 granteeId=nora grantorId=nora from=2023-01-01 maxExposure=400k scope={"services":["shop"]}')).toEqual(['broken']);
    expect(chainsOf(['g2'], 'grant g-nora delegable=true', 'grant g2 granteeId=nora grantorId=chair from=2023-01-01 maxExposure=400k scope={"services":["shop"]}')).toEqual(['broken']);
    expect(chainsOf(['g2'], 'grant g-nora delegable=true', 'grant g2 granteeId=pia grantorId=chair from=2023-01-01 maxExposure=400k scope={"services":["shop"]}')).toEqual(['reaches-root']);
  });

  test('a circle reaches nothing', () => {
    const circle = ['grant x granteeId=tom grantorId=sam from=2021-01-01 delegable=true', 'grant y granteeId=sam grantorId=tom from=2021-01-01 delegable=true'];
    expect(chainsOf(['x', 'y'], ...circle)).toEqual(['broken', 'broken']);
  });

  test('what a walk around a circle did not find is found from the other end', () => {
    const circle = [
      'grant x granteeId=tom grantorId=sam from=2021-01-01 delegable=true', 'grant y granteeId=sam grantorId=tom from=2021-01-01 delegable=true',
      'grant w granteeId=sam grantorId=ROOT from=2021-01-01 delegable=true',
    ];
    expect(chainsOf(['x', 'y', 'w'], ...circle)).toEqual(['reaches-root', 'reaches-root', 'reaches-root']);
    expect(chainsOf(['y', 'x', 'w'], ...circle)).toEqual(['reaches-root', 'reaches-root', 'reaches-root']);
  });

  test.each([
    ['the giver', 'grantorId=rita', 'grantorId=omar'],
    ['the grantee', 'granteeId=pia', 'granteeId=nora'],
    ['the limit', 'maxExposure=400k', 'maxExposure=500k'],
    ['the first day', 'from=2022-01-01', 'from=2022-02-01'],
    ['the scope', 'scope={"services":["shop"]}', 'scope={"services":["shop","index"]}'],
  ])('terms changed later were given when that was recorded: %s', (_, first, then) => {
    const changed = [`grant g-nora ${first}`, `later grant g-nora recordedAt=2023-06-01 ${then}`];
    expect(chain(...changed, 'grant g-omar to=2023-06-01')).toBe('reaches-root');
    expect(chain(...changed, 'grant g-omar to=2023-05-31')).toBe('broken');
  });

  test('a later version with the same terms was given when the first one was', () => {
    expect(chain('later grant g-nora recordedAt=2023-06-01 to=2027-01-01', 'grant g-omar to=2022-01-01')).toBe('reaches-root');
  });

  test('changed terms that start later were given on their first day', () => {
    const changed = ['later grant g-nora recordedAt=2023-01-01 from=2023-06-01', 'later grant g-omar recordedAt=2022-06-01 from=2023-03-01'];
    expect(chain(...changed)).toBe('reaches-root');
    expect(chain('later grant g-nora recordedAt=2023-01-01 from=2023-02-01', changed[1] ?? '')).toBe('broken');
  });
});

describe(grantAsKnown, () => {
  test('is the version recorded by the end of the day', () => {
    const index = indexOn(TODAY, 'later grant g-nora recordedAt=2023-06-01 maxExposure=900k');
    const limit = (day: string) => grantAsKnown(index, 'g-nora', dayOf(day))?.maxExposure;
    expect([limit('2023-05-31'), limit('2023-06-01'), limit(TODAY), limit('2027-01-01')]).toEqual([500_000, 900_000, 900_000, 900_000]);
    expect(grantAsKnown(index, 'no such grant', dayOf('2023-01-01'))).toBeUndefined();
  });
});
