import { describe, expect, test } from 'vitest';
import { flagUp, isUp } from '#test/support/world.ts';

const running = 'risk r openedAt=2026-04-30';

describe('P8 running without a decision', () => {
  test('the clock ran out', () => {
    expect(flagUp('P8', running, 'risk r label="Old parser"')).toMatchObject({
      subject: 'r', since: '2026-06-30', sentence: 'Old parser needed a decision by 29 Jun 2026. None is recorded.',
      nextStep: 'Offer nora four choices: fix, accept until a date, stop, or pass up.',
    });
  });

  test.each([
    ['on its last day', 'risk r openedAt=2026-05-01', false],
    ['one day left', 'risk r openedAt=2026-05-02', false],
    ['on the 3-day clock, three days', 'risk r openedAt=2026-06-27 urgency=U3', false],
    ['on the 3-day clock, four days', 'risk r openedAt=2026-06-26 urgency=U3', true],
    ['on the 14-day clock', 'risk r openedAt=2026-06-15 urgency=U14', true],
    ['on the 14-day clock, its last day', 'risk r openedAt=2026-06-16 urgency=U14', false],
    ['on the 180-day clock', 'risk r openedAt=2025-12-31 urgency=U180', true],
    ['on the 180-day clock, its last day', 'risk r openedAt=2026-01-01 urgency=U180', false],
    ['needed yesterday, clock still running', 'risk r openedAt=2026-06-25 decisionNeededBy=2026-06-29', true],
    ['needed today', 'risk r openedAt=2026-06-25 decisionNeededBy=2026-06-30', false],
    ['needed by next week', 'risk r decisionNeededBy=2026-07-07', false],
    ['decided', 'decision d riskId=r kind=accept byId=nora at=2026-06-29 expiresAt=2026-09-30', false],
    ['decided once, and that has ended', 'decision d riskId=r kind=accept byId=nora at=2026-05-01 expiresAt=2026-05-30', false],
    ['an older one ended, the newest counts', 'decision d riskId=r kind=accept byId=nora at=2026-05-01 expiresAt=2026-05-30\ndecision d2 riskId=r kind=mitigate byId=nora at=2026-06-01', false],
    ['another risk was decided', 'decision d riskId=other kind=accept byId=nora at=2026-06-29', true],
    ['fixed without a decision', 'risk r closedAt=2026-06-29', false],
  ])('%s: %s', (_, change, up) => {
    expect(isUp('P8', running, change)).toBe(up);
  });

  test('a policy with its own clock', () => {
    expect(isUp('P8', 'risk r openedAt=2026-06-19', 'policy policy clock={"U60":10}')).toBe(true);
    expect(isUp('P8', 'risk r openedAt=2026-06-20', 'policy policy clock={"U60":10}')).toBe(false);
    expect(isUp('P8', 'risk r openedAt=2026-06-20 urgency=U3', 'policy policy clock={"U60":90}')).toBe(true);
  });

  test('offers it to the lowest who can decide today, before the lowest who would have to be briefed', () => {
    const omarRead = 'ack b evidenceId=e personId=omar at=2026-06-28 level=detail';
    expect(flagUp('P8', running, 'no ack a', omarRead).nextStep).toMatch(/^Offer omar /);
    expect(flagUp('P8', running, 'no ack a').nextStep).toMatch(/^Offer nora /);
    expect(flagUp('P8', running, 'no grant g-nora').nextStep).toMatch(/^Offer omar /);
    expect(flagUp('P8', running, 'no ack a', 'no grant g-nora', 'ack b evidenceId=e personId=rita at=2026-06-28 level=detail').nextStep).toMatch(/^Offer rita /);
    expect(flagUp('P8', running, 'no grant g-rita').nextStep).toBe(
      'Nobody on the line or by grant has the authority: bring the gap in the grants to the governing body.',
    );
  });

  test('what the record only infers is no recorded decision', () => {
    const inferred = 'decision d riskId=r kind=defer byId=nora at=2026-06-01 implicit=true';
    expect(isUp('P8', running, inferred)).toBe(true);
    expect(isUp('P8', running, inferred, 'decision d implicit=false')).toBe(false);
    expect(isUp('P8', running, inferred, 'decision d2 riskId=r kind=accept byId=nora at=2026-06-02')).toBe(false);
  });
});
