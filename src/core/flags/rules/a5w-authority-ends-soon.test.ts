import { describe, expect, test } from 'vitest';
import { flagUp, isUp, riskToday } from '#test/support/world.ts';

describe('A5w authority ends soon', () => {
  test.each([
    ['2026-06-29', false],
    ['2026-06-30', true],
    ['2026-07-30', true],
    ['2026-07-31', false],
  ])('a grant that ends on %s: %s', (to, up) => {
    expect(isUp('A5w', `grant g-nora to=${to}`)).toBe(up);
  });

  test('says when it ends and who can renew it, and is no lack', () => {
    const flag = flagUp('A5w', 'grant g-nora to=2026-07-10');
    expect(flag.sentence).toBe("nora's authority for shop ends on 10 Jul 2026.");
    expect(flag.nextStep).toBe('Ask omar to renew it as is, to renew it with changes, or to let it lapse and name who takes over.');
    expect(flag.person).toBe('nora');
    expect(riskToday('r', 'grant g-nora to=2026-07-10').lack).toBe('neither');
  });

  test('starts a notice ahead of the end, and no earlier than the ownership', () => {
    expect(flagUp('A5w', 'grant g-nora to=2026-07-28', 'risk r openedAt=2026-06-01').since).toBe('2026-06-28');
    expect(flagUp('A5w', 'grant g-nora to=2026-07-10').since).toBe('2026-06-25');
  });

  test('stays quiet while another grant that covers the risk lasts longer', () => {
    const ends = 'grant g-nora to=2026-07-10';
    const other = 'grant g2 granteeId=nora grantorId=omar from=2022-01-01 maxExposure=500k';
    expect(isUp('A5w', ends, other)).toBe(false);
    expect(isUp('A5w', ends, `${other} to=2026-08-30`)).toBe(false);
    expect(flagUp('A5w', ends, `${other} to=2026-07-20`).sentence).toContain('20 Jul 2026');
    expect(flagUp('A5w', ends, `${other} to=2026-07-05`).sentence).toContain('10 Jul 2026');
    expect(isUp('A5w', ends, `${other} scope={"services":["index"]}`)).toBe(true);
    expect(isUp('A5w', ends, `${other} maxExposure=399k`)).toBe(true);
    expect(isUp('A5w', ends, `${other} maxExposure=400k`)).toBe(false);
    expect(isUp('A5w', ends, other, 'grant g2 grantorId=pia')).toBe(true);
    expect(isUp('A5w', ends, `${other} maxExposure=1`, 'risk r exposure=-')).toBe(false);
  });

  test('is not up beside a lack of authority', () => {
    expect(isUp('A5w', 'grant g-nora to=2026-07-10', 'policy policy reserved=[safety]', 'risk r category=safety')).toBe(false);
    expect(isUp('A5w', 'grant g-nora to=2026-07-10', 'risk r exposure={"low":1,"high":600k}')).toBe(false);
  });
});
