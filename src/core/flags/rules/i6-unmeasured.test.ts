import { describe, expect, test } from 'vitest';
import { flagUp, isUp } from '#test/support/world.ts';

const bare = 'no ack a\nno evidence e\nrisk r openedAt=2026-06-18';
function scan(change: string): string {
  return `no ack a\nno evidence e\nevidence s riskId=r at=2026-06-28 kind=scan teamId=shield ${change}`;
}

describe('I6 not measured', () => {
  test('never measured asks where the work is', () => {
    expect(flagUp('I6', bare)).toMatchObject({
      subject: 'r', person: 'nora', since: '2026-06-28', sentence: 'Nobody has measured it.',
      nextStep: 'Ask nora for a scan of shop, with the share it covers.',
    });
  });

  test.each([
    ['U60', '2026-06-21', false],
    ['U60', '2026-06-20', true],
    ['U3', '2026-06-29', true],
    ['U3', '2026-06-30', false],
  ])('never measured on the clock %s, opened on %s: %s', (urgency, openedAt, up) => {
    expect(isUp('I6', bare, `risk r urgency=${urgency} openedAt=${openedAt}`)).toBe(up);
  });

  test.each([
    ['an advisory measures nothing', 'evidence s riskId=r at=2026-06-28 kind=advisory', true],
    ['an incident measures nothing', 'evidence s riskId=r at=2026-06-28 kind=incident', true],
    ['a kind the rules do not know measures nothing', 'evidence s riskId=r at=2026-06-28 kind=rumour', true],
    ['a scan of another risk', 'evidence s riskId=r2 at=2026-06-28 kind=scan', true],
    ['a superseded scan', 'evidence s riskId=r at=2026-06-28 kind=scan supersededAt=2026-06-30', true],
    ['a scan superseded tomorrow', 'evidence s riskId=r at=2026-06-28 kind=scan supersededAt=2026-07-01', false],
    ['a routine scan', 'evidence s riskId=r at=2026-06-28 kind=scan material=false', false],
  ])('%s: %s', (_, change, up) => {
    expect(isUp('I6', bare, change)).toBe(up);
  });

  test.each([
    ['scan', 'U3', 7],
    ['scan', 'U14', 14],
    ['scan', 'U60', 45],
    ['scan', 'U180', 45],
    ['metric', 'U60', 35],
    ['attestation', 'U60', 90],
    ['statement', 'U60', 90],
    ['assessment', 'U60', 180],
    ['audit', 'U60', 365],
    ['test', 'U60', 365],
  ])('a %s on the clock %s stays good for %d days', (kind, urgency, days) => {
    const aged = (age: number) =>
      `risk r openedAt=2024-01-01 urgency=${urgency}\nno ack a\nno evidence e\nevidence s riskId=r at=${dayBefore(age)} kind=${kind}`;
    expect(isUp('I6', aged(days))).toBe(false);
    const flag = flagUp('I6', aged(days + 1));
    expect(flag.sentence).toMatch(new RegExp(`^The newest measurement is .*${days + 1} days\\)? old\\.$`));
    expect(flag.since).toBe('2026-06-30');
  });

  test.each([
    ['clean, coverage unknown', 'negative=true', true],
    ['clean, 94.9% covered', 'negative=true coverage=0.949', true],
    ['clean, 95% covered', 'negative=true coverage=0.95', false],
    ['a hit, coverage unknown', '', false],
    ['a hit, little covered', 'negative=false coverage=0.1', false],
  ])('a scan of an exposed service, %s: %s', (_, change, up) => {
    expect(isUp('I6', scan(change))).toBe(up);
  });

  test.each([
    ['internal, 80% covered', 'service shop exposure=internal', 'negative=true coverage=0.8', false],
    ['internal, 79% covered', 'service shop exposure=internal', 'negative=true coverage=0.79', true],
    ['partner, 80% covered', 'service shop exposure=partner', 'negative=true coverage=0.8', true],
    ['unknown reach counts as exposed', 'service shop exposure=unknown', 'negative=true coverage=0.8', true],
    ['a service the record does not hold', 'risk r serviceIds=[ghost]', 'negative=true coverage=0.8', true],
    ['one of two is exposed', 'risk r serviceIds=[index,shop]', 'negative=true coverage=0.8', true],
    ['the whole company', 'risk r serviceIds=[]', 'negative=true coverage=0.8', true],
  ])('a clean scan, %s', (_, place, change, up) => {
    expect(isUp('I6', scan(change), place)).toBe(up);
  });

  test('says how much a clean result covered, and asks for the rest by name', () => {
    expect(flagUp('I6', scan('negative=true coverage=0.949'))).toMatchObject({
      sentence: 'A clean result that covered 94% of the estate.',
      nextStep: 'Ask sam to name what of shop the scan does not cover, and to cover it.',
      since: '2026-06-28',
    });
    expect(flagUp('I6', scan('negative=true')).sentence).toBe('A clean result that covered an unknown part of the estate.');
  });

  test('only the newest measurement counts', () => {
    const old = 'evidence o riskId=r at=2025-11-01 kind=assessment';
    expect(isUp('I6', scan('negative=true'), old)).toBe(true);
    expect(isUp('I6', scan('coverage=1'), old)).toBe(false);
    expect(flagUp('I6', 'no ack a', 'no evidence e', old, 'risk r openedAt=2025-10-01').sentence).toBe('The newest measurement is 7 months (241 days) old.');
    expect(isUp('I6', scan('negative=true'), 'evidence z riskId=r at=2026-06-28 kind=scan coverage=1')).toBe(false);
  });

  test('asks whoever measured last to measure again', () => {
    const old = 'no ack a\nno evidence e\nrisk r openedAt=2025-10-01\nevidence o riskId=r at=2025-11-01 kind=assessment';
    expect(flagUp('I6', old, 'evidence o teamId=search').nextStep).toBe('Ask tom to repeat the assessment on shop, with the share it covers.');
    expect(flagUp('I6', old).nextStep).toBe('Ask nora to repeat the assessment on shop, with the share it covers.');
    expect(flagUp('I6', old, 'service shop teamId=-', 'risk r ownerId=-').nextStep).toMatch(/^Ask whoever runs the measurements to repeat/);
  });

  test('where nothing measured, whoever produced the newest piece is asked', () => {
    const pieces = 'no ack a\nevidence e kind=advisory at=2026-06-10 teamId=shield\nevidence e2 riskId=r at=2026-06-12 kind=advisory teamId=search\nrisk r openedAt=2026-06-10';
    expect(flagUp('I6', pieces).nextStep).toBe('Ask tom for a scan of shop, with the share it covers.');
  });

  test('is about the deciding person, where there is one', () => {
    expect(flagUp('I6', bare, 'risk r ownerId=-').person).toBe('nora');
    expect(flagUp('I6', bare, 'risk r ownerId=ghost').person).toBeUndefined();
  });

  test('of three pieces that measure nothing the newest says whom to ask', () => {
    const told = ['risk r openedAt=2026-05-01', 'evidence e kind=advisory at=2026-05-02 teamId=orders', 'evidence e2 riskId=r kind=advisory at=2026-05-03 teamId=search', 'evidence e3 riskId=r kind=advisory at=2026-05-04 teamId=shield'];
    expect(flagUp('I6', ...told).nextStep).toMatch(/\bsam\b/);
  });

  test('does not start before the risk was opened', () => {
    expect(flagUp('I6', scan('negative=true'), 'evidence s at=2026-06-20').since).toBe('2026-06-25');
  });
});

function dayBefore(days: number): string {
  return new Date(Date.UTC(2026, 5, 30 - days)).toISOString().slice(0, 10);
}
