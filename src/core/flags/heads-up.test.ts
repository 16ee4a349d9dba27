import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type When } from '#core/time.ts';
import { headsUpDays, headsUpWithoutClock, isPastHeadsUp } from '#core/flags/heads-up.ts';
import { policySettings } from '#core/flags/policy-defaults.ts';
import { flagsOn, flagUpOn } from '#test/support/world.ts';

/** Nora holds nothing for the shop from the 25th on: A9 is up from the day the risk was opened. */
const powerless = 'no grant g-nora';
const wide = 'risk r exposure={"low":100k,"high":600k}';

describe(headsUpDays, () => {
  test.each([
    ['U14', 14, 2], ['U60', 60, 2], ['U180', 180, 2], ['U60', 12, 2], ['U60', 11, 1], ['U60', 6, 1], ['U60', 5, 0], ['U3', 3, 0], ['U3', 60, 0],
  ] as const)('on %s with %i days to act there are %i days', (urgency, clock, days) => {
    expect(headsUpDays(policySettings({ id: 'policy' }), urgency, clock)).toBe(days);
  });

  test('about no risk there is no clock, and two days', () => {
    expect(headsUpWithoutClock(policySettings({ id: 'policy' }))).toBe(2);
  });

  test.each([
    ['headsUp.days', 5, 5], ['headsUp.days', 1, 1], ['headsUp.days', 0, 0], ['headsUp.days', 11, 10], ['headsUp.clockShare', 60, 1], ['headsUp.clockShare', 30, 2], ['headsUp.clockShare', 61, 0],
  ] as const)('a policy sets %s to %i: %i days on a clock of sixty', (name, value, days) => {
    const settings = policySettings({ id: 'policy', thresholds: { [name]: value } });
    expect(headsUpDays(settings, 'U60', 60)).toBe(days);
    expect(headsUpDays(settings, 'U3', 60)).toBe(0);
  });
});

describe('heads-up first', () => {
  test('the person named sees it on the first two days, everybody on the third', () => {
    expect(flagUpOn('2026-06-25', 'A9', powerless).headsUp).toEqual({ untilAt: '2026-06-27', to: [{ kind: 'person', id: 'nora' }] });
    expect(flagUpOn('2026-06-26', 'A9', powerless).headsUp?.untilAt).toBe('2026-06-27');
    expect(flagUpOn('2026-06-27', 'A9', powerless).headsUp).toBeUndefined();
  });

  test('on a clock of six days it is one day, on a shorter one none', () => {
    const clock = (days: number) => `policy policy clock={"U60":${days}}`;
    expect(flagUpOn('2026-06-25', 'A9', powerless, clock(6)).headsUp?.untilAt).toBe('2026-06-26');
    expect(flagUpOn('2026-06-26', 'A9', powerless, clock(6)).headsUp).toBeUndefined();
    expect(flagUpOn('2026-06-25', 'A9', powerless, clock(5)).headsUp).toBeUndefined();
  });

  test('the policy of the day sets how long, of a team as of a risk', () => {
    const longer = 'policy policy thresholds={"headsUp.days":4}';
    expect(flagUpOn('2026-06-28', 'A9', powerless, longer).headsUp?.untilAt).toBe('2026-06-29');
    expect(flagUpOn('2026-06-29', 'A9', powerless, longer).headsUp).toBeUndefined();
    expect(flagUpOn('2026-06-25', 'A9', powerless, 'policy policy thresholds={"headsUp.days":0}').headsUp).toBeUndefined();
    const fixes = Array.from({ length: 6 }, (_, at) => `finding f${at} serviceId=shop at=2026-06-01 fixedAt=2026-06-26 introducedByTeamId=orders fixedByTeamId=shield`);
    expect(flagUpOn('2026-06-29', 'P5', longer, ...fixes).headsUp?.untilAt).toBe('2026-06-30');
    expect(flagUpOn('2026-06-29', 'P5', ...fixes).headsUp).toBeUndefined();
  });

  test('on the most urgent clock nobody waits', () => {
    expect(flagUpOn('2026-06-25', 'A9', powerless, 'risk r urgency=U3').headsUp).toBeUndefined();
    expect(flagUpOn('2026-06-25', 'A9', powerless, 'risk r urgency=U3', 'policy policy clock={"U3":60}').headsUp).toBeUndefined();
  });

  test('a flag that names nobody is for everybody at once', () => {
    expect(flagUpOn('2026-06-28', 'A1', 'risk r ownerId=-').headsUp).toBeUndefined();
    expect(flagUpOn('2026-06-28', 'A2', 'risk r ownerId=desk').headsUp).toBeUndefined();
  });

  test('a post stands for its holder', () => {
    expect(flagUpOn('2026-06-25', 'A9', powerless, 'risk r ownerId=chair').headsUp?.to).toEqual([{ kind: 'person', id: 'nora' }]);
  });

  test('it starts when the record held the risk: nobody can have seen what had not been entered', () => {
    const entered = `${powerless}\nrisk r recordedAt=2026-06-28`;
    expect(flagUpOn('2026-06-29', 'A9', entered)).toMatchObject({ since: '2026-06-25', headsUp: { untilAt: '2026-06-30' } });
    expect(flagUpOn('2026-06-30', 'A9', entered).headsUp).toBeUndefined();
  });

  test('a later version of the risk does not start it anew', () => {
    expect(flagUpOn('2026-06-27', 'A9', powerless, 'later risk r recordedAt=2026-06-27 dueAt=2026-08-01').headsUp).toBeUndefined();
  });

  test('a decision entered late is shown to its maker from that day on', () => {
    const decided = 'decision d riskId=r kind=accept byId=pia at=2026-06-26 recordedAt=2026-06-29 expiresAt=2026-12-31\nevidence e recordedAt=2026-06-26';
    expect(flagUpOn('2026-06-30', 'A10', decided).headsUp).toEqual({ untilAt: '2026-07-01', to: [{ kind: 'person', id: 'pia' }] });
    expect(flagUpOn('2026-07-01', 'A10', decided).headsUp).toBeUndefined();
  });

  test('a condition that is closed within its heads-up is never shown above', () => {
    const granted = `${wide}\ngrant g2 granteeId=nora grantorId=omar from=2026-06-26 maxExposure=1M scope={"services":["shop"]}`;
    for (let day: When = '2026-06-24'; day < '2026-08-01'; day = addDays(day, 1)) {
      expect(flagsOn(day, granted).filter((flag) => flag.flag === 'A3' && isPastHeadsUp(flag))).toEqual([]);
    }
    expect(flagUpOn('2026-06-25', 'A3', granted).headsUp?.untilAt).toBe('2026-06-27');
  });

  test('the presenter of a pack, and a team with its lead, have two days', () => {
    const pack = 'pack p at=2026-06-29 presenterId=nora riskIds=[r] evidenceIds=[]';
    expect(flagUpOn('2026-06-30', 'I8', pack).headsUp).toEqual({ untilAt: '2026-07-01', to: [{ kind: 'person', id: 'nora' }] });
    expect(flagUpOn('2026-07-01', 'I8', pack).headsUp).toBeUndefined();
    const fixes = Array.from({ length: 5 }, (_, n) => `finding f${n} serviceId=shop severity=low at=2026-06-01 fixedAt=2026-06-29 fixedByTeamId=shield introducedByTeamId=orders`);
    expect(flagUpOn('2026-06-30', 'P5', ...fixes).headsUp).toEqual({
      untilAt: '2026-07-01', to: [{ kind: 'team', id: 'orders' }, { kind: 'person', id: 'nora' }],
    });
    expect(flagUpOn('2026-07-01', 'P5', ...fixes).headsUp).toBeUndefined();
  });

  test('it never lasts beyond the second day, whatever the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), (days) => {
        const day = addDays('2026-06-25', days);
        const running = flagsOn(day, powerless, wide).filter((flag) => flag.headsUp !== undefined);
        for (const flag of running) {
          expect(day < (flag.headsUp?.untilAt ?? '')).toBe(true);
          expect(flag.headsUp?.untilAt).toBe(addDays(flag.since, 2));
        }
      }),
    );
  });

  test('a risk that has the id of a team is shown first to no team', () => {
    const named = `risk orders serviceIds=[shop] ownerId=nora openedAt=2026-06-29 dueAt=2026-07-20 urgency=U60 exposure={"low":1,"high":2}\n${powerless}\nno risk r`;
    expect(flagUpOn('2026-06-29', 'A9', named).headsUp?.to).toEqual([{ kind: 'person', id: 'nora' }]);
  });

  test('is past once it no longer runs', () => {
    expect(isPastHeadsUp(flagUpOn('2026-06-26', 'A9', powerless))).toBe(false);
    expect(isPastHeadsUp(flagUpOn('2026-06-27', 'A9', powerless))).toBe(true);
  });
});
