import { describe, expect, test } from 'vitest';
import { flagUp, isUp } from '#test/support/world.ts';

const undated = 'risk r dueAt=- openedAt=2026-06-10';
const decided = 'decision d riskId=r kind=mitigate byId=nora at=2026-06-16';

describe('P1 no date', () => {
  test('proposes the date the clock gives', () => {
    expect(flagUp('P1', undated, 'risk r label="Old parser"')).toMatchObject({
      family: 'process', subject: 'r', since: '2026-06-24', sentence: 'Old parser has no due date and no review date.',
      nextStep: 'Set 9 Aug 2026 as its due date, 60 days after it was opened, or choose another.',
    });
  });

  test('proposes a review where the clock has run already', () => {
    expect(flagUp('P1', undated, 'risk r openedAt=2026-05-01').nextStep).toBe('Set a review date; 60 days from today is 29 Aug 2026.');
    expect(flagUp('P1', undated, 'risk r openedAt=2026-05-02').nextStep).toMatch(/^Set 1 Jul 2026/);
  });

  test.each([
    ['open 13 days', 'risk r openedAt=2026-06-17', false],
    ['open 14 days', 'risk r openedAt=2026-06-16', true],
    ['on the 3-day clock, two days', 'risk r openedAt=2026-06-28 urgency=U3', false],
    ['on the 3-day clock, three days', 'risk r openedAt=2026-06-27 urgency=U3', true],
    ['a review date only', 'risk r reviewAt=2026-07-09', false],
    ['a due date only', 'risk r dueAt=2026-07-09', false],
    ['an acceptance with an end', `${decided}\ndecision d kind=accept expiresAt=2026-07-30`, false],
    ['an acceptance that has ended', `${decided}\ndecision d kind=accept expiresAt=2026-06-29`, true],
    ['decided 13 days ago', `${decided}\ndecision d at=2026-06-17`, false],
    ['decided 14 days ago', decided, true],
    ['decided 15 days ago, no date anywhere', `${decided}\ndecision d at=2026-06-15`, true],
    ['passed up yesterday', `${decided}\ndecision d at=2026-06-29 kind=pass-up`, true],
    ['closed', 'risk r closedAt=2026-06-29', false],
  ])('%s: %s', (_, change, up) => {
    expect(isUp('P1', undated, change)).toBe(up);
  });
});
