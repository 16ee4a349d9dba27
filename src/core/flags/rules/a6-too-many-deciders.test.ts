import { describe, expect, test } from 'vitest';
import { flagUp, isUp } from '#test/support/world.ts';

const decidedByMany = 'risk r openedAt=2026-05-30 deciderIds=[nora,omar]';

describe('A6 too many deciders', () => {
  test('two people decide and half the clock has gone', () => {
    const flag = flagUp('A6', decidedByMany, 'risk r label="Old parser"');
    expect(flag.sentence).toBe('2 people can each decide or block Old parser; undecided for 31 days.');
    expect(flag.nextStep).toBe('Keep one who decides and turn the others to input or agree; the lowest person who can is nora.');
    expect(flag.since).toBe('2026-06-29');
    expect(flag.person).toBeUndefined();
  });

  test.each([
    ['2026-05-31', true],
    ['2026-06-01', false],
  ])('opened on %s with a clock of 60 days: %s', (openedAt, up) => {
    expect(isUp('A6', decidedByMany, `risk r openedAt=${openedAt}`)).toBe(up);
  });

  test('half of an odd clock is not rounded down', () => {
    expect(isUp('A6', decidedByMany, 'risk r urgency=U3 openedAt=2026-06-29')).toBe(false);
    expect(flagUp('A6', decidedByMany, 'risk r urgency=U3 openedAt=2026-06-28').since).toBe('2026-06-30');
  });

  test.each([
    ['four can block', 'risk r openedAt=2026-05-30 approverIds=[nora,omar,sam,eve]', true],
    ['three can block', 'risk r openedAt=2026-05-30 approverIds=[nora,omar,sam]', false],
    ['one decides, many advise', 'risk r openedAt=2026-05-30 deciderIds=[nora] inputIds=[omar,sam,eve,tom]', false],
    ['a post and its holder are one', 'risk r openedAt=2026-05-30 deciderIds=[nora,chair]', false],
    ['the same person twice', 'risk r openedAt=2026-05-30 deciderIds=[nora,nora]', false],
    ['a board votes as one', 'risk r openedAt=2026-05-30 deciderIds=[crew]', false],
  ])('%s: %s', (_, change, up) => {
    expect(isUp('A6', change)).toBe(up);
  });

  test('counts everybody who decides or can block once', () => {
    expect(flagUp('A6', 'risk r openedAt=2026-05-30 deciderIds=[nora,omar] approverIds=[omar,sam]').sentence).toMatch(/^3 people/);
  });

  test('stays quiet once it is decided, and comes back when that decision has ended or only passed it on', () => {
    const decision = 'decision d riskId=r kind=mitigate byId=nora at=2026-06-29';
    expect(isUp('A6', decidedByMany, decision)).toBe(false);
    expect(isUp('A6', decidedByMany, decision, 'decision d expiresAt=2026-06-30')).toBe(false);
    expect(isUp('A6', decidedByMany, decision, 'decision d expiresAt=2026-06-29')).toBe(true);
    expect(isUp('A6', decidedByMany, decision, 'decision d kind=pass-up')).toBe(true);
  });

  test('where nobody has the authority it names nobody', () => {
    expect(flagUp('A6', decidedByMany, 'no grant g-rita').nextStep).toBe('Keep one who decides and turn the others to input or agree.');
  });

  test('two boards or lists that decide are two', () => {
    const many = 'risk r openedAt=2026-05-01 deciderIds=[desk,crew]';
    expect(isUp('A6', many)).toBe(true);
    expect(isUp('A6', many, 'risk r deciderIds=[desk,desk]')).toBe(false);
  });
});
