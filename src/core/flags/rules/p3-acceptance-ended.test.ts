import { describe, expect, test } from 'vitest';
import { flagUp, isUp } from '#test/support/world.ts';

const ended = 'risk r openedAt=2026-04-01\ndecision d riskId=r kind=accept byId=nora at=2026-04-01 expiresAt=2026-06-29';

describe('P3 the acceptance has ended', () => {
  test('ended yesterday', () => {
    expect(flagUp('P3', ended)).toMatchObject({
      subject: 'r', person: 'nora', since: '2026-06-30', sentence: 'The acceptance by nora ended on 29 Jun 2026.',
      nextStep: 'Show nora what has changed since 1 Apr 2026; then renew, change or fix.',
    });
  });

  test('made more than a year ago with no end', () => {
    const endless = 'risk r openedAt=2025-01-01\ndecision d riskId=r kind=accept byId=nora at=2025-05-26';
    const flag = flagUp('P3', endless);
    expect(flag.sentence).toBe('The acceptance by nora was made on 26 May 2025 with no end.');
    expect(flag.since).toBe('2026-05-27');
    expect(isUp('P3', endless, 'decision d at=2025-06-29')).toBe(true);
    expect(isUp('P3', endless, 'decision d at=2025-06-30')).toBe(false);
  });

  test.each([
    ['ends today', 'decision d expiresAt=2026-06-30', false],
    ['still running', 'decision d expiresAt=2026-07-30', false],
    ['renewed', 'decision d2 riskId=r kind=accept byId=nora at=2026-06-29 expiresAt=2026-07-30', false],
    ['renewed before, and that one ended too', 'decision d2 riskId=r kind=accept byId=nora at=2026-05-29 expiresAt=2026-06-28', true],
    ['mitigated since', 'decision d2 riskId=r kind=mitigate byId=nora at=2026-06-29', false],
    ['the newest is not an acceptance', 'decision d kind=mitigate', false],
    ['inferred from the record', 'decision d implicit=true', true],
    ['closed', 'risk r closedAt=2026-06-29', false],
  ])('%s: %s', (_, change, up) => {
    expect(isUp('P3', ended, change)).toBe(up);
  });

  test('shows the owner what changed, not a decider who is no longer the owner', () => {
    expect(flagUp('P3', ended, 'decision d byId=omar').nextStep).toMatch(/^Show nora /);
    expect(flagUp('P3', ended, 'decision d byId=omar', 'risk r ownerId=-').nextStep).toMatch(/^Show omar /);
    expect(flagUp('P3', ended, 'decision d byId=desk', 'risk r ownerId=-').nextStep).toMatch(/^Ask nora to take it/);
  });

  test('an acceptance without its maker is named by the record', () => {
    const flag = flagUp('P3', ended, 'decision d byId=-');
    expect(flag.sentence).toBe('The acceptance on the record ended on 29 Jun 2026.');
    expect(flag.person).toBeUndefined();
    expect(flagUp('P3', 'risk r openedAt=2024-01-01', 'decision d riskId=r kind=accept at=2025-01-01').sentence).toBe(
      'The acceptance on the record was made on 1 Jan 2025 with no end.',
    );
  });

  test('the person is the holder of the post that accepted, and the post where nobody holds it', () => {
    expect(flagUp('P3', ended, 'decision d byId=chair').person).toBe('nora');
    expect(flagUp('P3', ended, 'decision d byId=desk').person).toBe('desk');
  });
});
