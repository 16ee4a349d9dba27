import { describe, expect, test } from 'vitest';
import { flagUp, isUp } from '#test/support/world.ts';

const accepted = 'decision d riskId=r kind=accept byId=nora at=2026-06-29 expiresAt=2026-09-30';

describe('I7 no range', () => {
  test.each([
    ['open 13 days', 'risk r exposure=- openedAt=2026-06-17', false],
    ['open 14 days', 'risk r exposure=- openedAt=2026-06-16', true],
    ['one number for both ends', 'risk r exposure={"low":1M,"high":1M} openedAt=2026-06-16', true],
    ['a narrow range', 'risk r exposure={"low":999999,"high":1M} openedAt=2026-06-16', false],
    ['accepted without a range', `risk r exposure=-\n${accepted}`, true],
    ['mitigated without a range', `risk r exposure=-\n${accepted}\ndecision d kind=mitigate`, false],
    ['an acceptance that has ended', `risk r exposure=-\n${accepted}\ndecision d expiresAt=2026-06-29`, false],
    ['slowest clock, open 89 days', 'risk r exposure=- urgency=U180 openedAt=2026-04-02', false],
    ['slowest clock, open 90 days', 'risk r exposure=- urgency=U180 openedAt=2026-04-01', true],
    ['slowest clock, accepted', `risk r exposure=- urgency=U180\n${accepted}`, false],
  ])('%s: %s', (_, change, up) => {
    expect(isUp('I7', change)).toBe(up);
  });

  test('asks two questions where the work is', () => {
    expect(flagUp('I7', 'risk r exposure=- openedAt=2026-06-16 label="Old parser"')).toMatchObject({
      sentence: 'Old parser has no range in money.', since: '2026-06-30', nextStep: 'Ask nora two questions: a low and a high end, 90% sure.',
    });
    expect(flagUp('I7', 'risk r exposure=- openedAt=2026-06-16 ownerId=-', 'service shop teamId=-').nextStep).toMatch(/^Ask whoever knows the service best/);
  });

  test('offers a neighbour of the same service as the starting point', () => {
    const neighbour = 'risk n serviceIds=[shop] openedAt=2026-06-01 closedAt=2026-06-05 label="New parser" exposure={"low":20k,"high":1234567}';
    expect(flagUp('I7', 'risk r exposure=- openedAt=2026-06-16', neighbour).nextStep).toBe(
      'Ask nora two questions: a low and a high end, 90% sure. A starting point: New parser, $20,000 to $1.2 million.',
    );
    expect(flagUp('I7', 'risk r exposure=- openedAt=2026-06-16', neighbour, 'risk n serviceIds=[index]').nextStep).not.toContain('starting point');
    expect(flagUp('I7', 'risk r exposure=- openedAt=2026-06-16', neighbour, 'risk n exposure={"low":5,"high":5}').nextStep).not.toContain('starting point');
  });

  test('starts with the acceptance where that came first', () => {
    expect(flagUp('I7', 'risk r exposure=-', accepted).since).toBe('2026-06-29');
    expect(flagUp('I7', 'risk r exposure=- openedAt=2026-06-01', accepted).since).toBe('2026-06-15');
    expect(flagUp('I7', 'risk r exposure=-', accepted, 'decision d at=2026-06-20').since).toBe('2026-06-25');
  });

  test('a harm that is not money has a range in its own unit', () => {
    const open = 'risk r exposure=- openedAt=2026-06-16';
    expect(isUp('I7', `${open} harms=[{"unit":"people hurt","low":0,"high":3}]`)).toBe(false);
    expect(isUp('I7', `${open} harms=[{"unit":"people hurt","low":3,"high":3}]`)).toBe(true);
  });
});
