import { describe, expect, test } from 'vitest';
import { flagUp, isUp, isUpOn } from '#test/support/world.ts';

describe('A5 authority has lapsed', () => {
  test.each([
    ['ended yesterday', 'grant g-nora to=2026-06-29', "nora's authority for shop ended on 29 Jun 2026.", '2026-06-30'],
    ['withdrawn today', 'grant g-nora revokedAt=2026-06-30', "nora's authority for shop was withdrawn on 30 Jun 2026.", '2026-06-30'],
    ['withdrawn before its end', 'grant g-nora revokedAt=2026-06-28 to=2026-06-29', "nora's authority for shop was withdrawn on 28 Jun 2026.", '2026-06-28'],
    ['ended before it was withdrawn', 'grant g-nora revokedAt=2026-06-29 to=2026-06-27', "nora's authority for shop ended on 27 Jun 2026.", '2026-06-28'],
    ['never accepted', 'grant g-nora acceptedAt=null', "nora's authority for shop was never accepted.", '2026-06-25'],
    ['offered since it was to start', 'grant g-nora from=2026-06-28 acceptedAt=null', "nora's authority for shop was never accepted.", '2026-06-28'],
    ['offered without a first day', 'grant g-nora from=- acceptedAt=null', "nora's authority for shop was never accepted.", '2026-06-25'],
    ['accepted from tomorrow', 'grant g-nora acceptedAt=2026-07-01', "nora's authority for shop was never accepted.", '2026-06-25'],
    ['starts tomorrow', 'grant g-nora from=2026-07-01', "nora's authority for shop starts on 1 Jul 2026.", '2026-06-25'],
    ['given by somebody who holds none', 'grant g-nora grantorId=pia', "nora's authority for shop came from someone who did not hold it.", '2026-06-25'],
    ['given by somebody who may not pass it on', 'grant g-omar delegable=false', "nora's authority for shop came from someone who did not hold it.", '2026-06-25'],
    ['larger than the giver\'s own', 'grant g-nora maxExposure=6M', "nora's authority for shop came from someone who did not hold it.", '2026-06-25'],
    ['without a limit from a giver with one', 'grant g-nora maxExposure=-', "nora's authority for shop came from someone who did not hold it.", '2026-06-25'],
    ['wider than the giver\'s own', 'grant g-omar scope={"services":["shop"]}\ngrant g-nora scope=-', "nora's authority for all services came from someone who did not hold it.", '2026-06-25'],
    ['given to oneself', 'grant g-nora grantorId=nora', "nora's authority for shop came from someone who did not hold it.", '2026-06-25'],
    ['given to the post one holds', 'grant g-nora granteeId=chair grantorId=nora', "nora's authority for shop came from someone who did not hold it.", '2026-06-25'],
  ])('%s', (_, change, sentence, since) => {
    const flag = flagUp('A5', change);
    expect(flag).toMatchObject({ sentence, since, person: 'nora' });
  });

  test.each([
    ['ends today', 'grant g-nora to=2026-06-30'],
    ['withdrawn tomorrow', 'grant g-nora revokedAt=2026-07-01'],
    ['accepted today', 'grant g-nora acceptedAt=2026-06-30'],
    ['starts today', 'grant g-nora from=2026-06-30'],
    ['one of two has ended', 'grant g-nora to=2026-06-29\ngrant g2 granteeId=nora grantorId=omar from=2022-01-01 maxExposure=500k'],
    ['one of two cannot be traced', 'grant g2 granteeId=nora grantorId=pia from=2022-01-01 maxExposure=500k'],
    ['inside the giver\'s scope', 'grant g-omar scope={"services":["shop","index"]}'],
    ['exactly the giver\'s limit', 'grant g-nora maxExposure=5M'],
    ['the giver\'s team holds the service', 'grant g-omar scope={"teams":["orders"]}'],
    ['written to the post and not to the person', 'grant g-nora granteeId=chair'],
    ['the giver has left since', 'person omar to=2026-01-31'],
    ['the giver\'s own grant ended after the day of giving', 'grant g-omar to=2022-01-01'],
    ['the giver is not on the record', 'grant g-nora grantorId=ghost'],
    ['given by a governing team', 'team board kind=governing\ngrant g-nora grantorId=board'],
    ['given by a post whose holder holds it', 'person head kind=role holderId=omar\ngrant g-nora grantorId=head'],
    ['given by the holder of a post that holds it', 'person head kind=role holderId=omar\ngrant g-omar granteeId=head'],
  ])('stays quiet: %s', (_, change) => {
    expect(isUp('A5', change)).toBe(false);
  });

  test('the chain is checked on the day of giving, not on another', () => {
    expect(isUp('A5', 'grant g-omar to=2021-12-31')).toBe(true);
    expect(isUp('A5', 'grant g-omar from=2022-01-01')).toBe(false);
    expect(isUp('A5', 'grant g-omar from=2022-01-02')).toBe(true);
    expect(isUp('A5', 'grant g-rita to=2020-12-31')).toBe(true);
  });

  test('a grant counts only from the day it was recorded', () => {
    const written = 'grant g-nora recordedAt=2026-06-29';
    expect(isUpOn('2026-06-28', 'A9', written)).toBe(true);
    expect(isUpOn('2026-06-29', 'A9', written)).toBe(false);
    expect(isUp('A5', 'grant g-omar recordedAt=2026-06-29')).toBe(true);
    expect(isUp('A5', 'grant g-omar recordedAt=2026-06-29', 'grant g-nora recordedAt=2026-06-29')).toBe(false);
    expect(isUp('A5', 'grant g-omar recordedAt=2026-06-29', 'grant g-nora recordedAt=2026-06-28')).toBe(true);
  });

  test('terms changed by a later version are given on the day that version was recorded', () => {
    const raised = 'later grant g-nora recordedAt=2024-01-01 maxExposure=4M';
    expect(isUp('A5', raised)).toBe(false);
    expect(isUp('A5', raised, 'grant g-omar to=2023-12-31')).toBe(true);
    expect(isUp('A5', 'later grant g-nora recordedAt=2024-01-01 intent="Keep the shop open"', 'grant g-omar to=2023-12-31')).toBe(false);
  });

  test('the giver is judged by the version the record held on the day of giving', () => {
    expect(isUp('A5', 'later grant g-omar recordedAt=2024-01-01 maxExposure=1k')).toBe(false);
    expect(isUp('A5', 'later grant g-omar recordedAt=2021-06-01 maxExposure=1k')).toBe(true);
  });

  test('a circle of grants reaches nothing, a grant beside the circle does', () => {
    const circle = ['grant g-omar grantorId=nora', 'grant g-nora delegable=true maxExposure=5M scope=- from=2021-01-01', 'grant g-omar from=2021-01-01'];
    expect(isUp('A5', ...circle)).toBe(true);
    expect(isUp('A5', ...circle, 'grant g3 granteeId=omar grantorId=rita from=2020-06-01 delegable=true maxExposure=5M')).toBe(false);
  });

  test.each([
    ['an ended one', 'grant g-nora to=2026-06-29', 'Ask omar to renew it as is, to renew it with changes, or to let it lapse and name who takes over.'],
    ['one from the governing body', 'grant g-nora grantorId=ROOT to=2026-06-29', 'Ask the governing body to renew it as is, to renew it with changes, or to let it lapse and name who takes over.'],
    ['one from somebody who left', 'person omar to=2026-05-31\ngrant g-nora to=2026-06-29', 'Ask rita to renew it as is, to renew it with changes, or to let it lapse and name who takes over.'],
    ['an offered one', 'grant g-nora acceptedAt=null', 'Ask nora to accept it, or omar to let it lapse and name who takes over.'],
    ['one that starts later', 'grant g-nora from=2026-07-06', 'Ask omar to let it start today, or to name who decides until 6 Jul 2026.'],
    ['one that cannot be traced', 'grant g-nora grantorId=pia', 'Have it given again by someone who holds it. Until then: brief omar, who can decide: 1 piece, about 5 minutes.'],
  ])('for %s the act that closes it', (_, change, step) => {
    expect(flagUp('A5', change).nextStep).toBe(step);
  });

  test('of several lapsed grants it names one that reached this risk, and of those the last to end', () => {
    const others = [
      'grant g2 granteeId=nora grantorId=omar from=2022-01-01 to=2026-06-20 maxExposure=500k scope={"services":["index"]}',
      'grant g3 granteeId=nora grantorId=omar from=2022-01-01 to=2026-06-10 maxExposure=500k scope={"services":["shop"]}',
    ];
    expect(flagUp('A5', 'grant g-nora to=2026-06-11', ...others).sentence).toBe("nora's authority for shop ended on 11 Jun 2026.");
    expect(flagUp('A5', 'grant g-nora to=2026-06-09', ...others).sentence).toBe("nora's authority for shop ended on 10 Jun 2026.");
  });

  test('names the scope as services, as teams, or as all services', () => {
    expect(flagUp('A5', 'grant g-nora to=2026-06-29 scope={"teams":["orders"]}', 'team orders name=Orders').sentence).toContain('for the services of Orders ended');
    expect(flagUp('A5', 'grant g-nora to=2026-06-29 scope={"services":["*"],"teams":["*"]}').sentence).toContain('for all services ended');
  });
});
