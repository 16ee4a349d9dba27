import { describe, expect, test } from 'vitest';
import { flagUp, isUp } from '#test/support/world.ts';

/** One decision a day up to yesterday, the newest first, with these triggers. */
function decisions(...triggers: readonly string[]): string {
  return triggers
    .map((trigger, at) => `decision d${at} riskId=r kind=mitigate byId=${['nora', 'omar', 'rita'][at % 3]} at=2026-06-${29 - at} trigger=${trigger}`)
    .join('\n');
}
const many = (reactive: number, planned: number) =>
  decisions(...Array.from({ length: reactive }, () => 'incident'), ...Array.from({ length: planned }, () => 'planned'));

describe('P4 decided because something happened', () => {
  test.each([
    ['7 of 10', many(7, 3), true],
    ['6 of 10', many(6, 4), true],
    ['5 of 10', many(5, 5), false],
    ['6 of 6: too few', many(6, 0), false],
    ['9 of 9: too few', many(9, 0), false],
    ['decisions that do not say', `${many(6, 3)}\ndecision d9 riskId=r kind=mitigate byId=nora at=2026-06-20`, false],
    ['180 days ago', `${many(6, 4)}\ndecision d9 at=2026-01-01`, true],
    ['181 days ago', `${many(6, 4)}\ndecision d9 at=2025-12-31`, false],
    ['one only inferred', `${many(6, 4)}\ndecision d9 implicit=true`, false],
  ])('%s: %s', (_, change, up) => {
    expect(isUp('P4', change)).toBe(up);
  });

  test.each(['incident', 'audit', 'regulator', 'customer', 'press'])('%s is an event', (trigger) => {
    expect(isUp('P4', many(5, 4), `decision d10 riskId=r kind=mitigate byId=nora at=2026-06-10 trigger=${trigger}`)).toBe(true);
  });

  test.each(['planned', 'advisory', 'something'])('%s is none', (trigger) => {
    expect(isUp('P4', many(5, 4), `decision d10 riskId=r kind=mitigate byId=nora at=2026-06-10 trigger=${trigger}`)).toBe(false);
  });

  test('names the three kinds that recur most, about the organisation', () => {
    const mixed = decisions('press', 'audit', 'audit', 'incident', 'incident', 'incident', 'customer', 'customer', 'planned', 'planned');
    expect(flagUp('P4', mixed)).toMatchObject({
      subjectKind: 'organisation', subject: 'organisation',
      sentence: '8 of 10 decisions in two quarters followed an incident, audit, regulator, customer or press.',
      nextStep: 'Propose one standing decision for each kind that recurs: incident (3), audit (2) and customer (2).',
    });
  });

  test('does not name kinds that do not recur at all', () => {
    expect(flagUp('P4', many(7, 3)).nextStep).toBe('Propose one standing decision for each kind that recurs: incident (7).');
  });

  test('starts with the decision that made it so', () => {
    expect(flagUp('P4', many(10, 0)).since).toBe('2026-06-29');
    expect(flagUp('P4', decisions(...Array.from({ length: 12 }, () => 'audit'))).since).toBe('2026-06-27');
  });

  test('names the kind that recurs most first, whatever kind that is', () => {
    const mixed = decisions('incident', 'customer', 'customer', 'press', 'press', 'press', 'press', 'planned', 'planned', 'planned');
    expect(flagUp('P4', mixed).nextStep).toBe('Propose one standing decision for each kind that recurs: press (4), customer (2) and incident (1).');
  });
});
