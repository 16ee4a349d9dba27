import { describe, expect, test } from 'vitest';
import type { Flag, FlagId } from '#core/flags/flag.ts';
import { arrange } from '#core/flags/quiet.ts';
import { flagRuleOf } from '#core/flags/rules.ts';

function flag(id: FlagId, since = '2026-06-01'): Flag {
  const { family, title } = flagRuleOf(id).text;
  return { flag: id, family, title, subjectKind: 'risk', subject: 'r', sentence: '', nextStep: '', since, policyVersion: '1' };
}

function lines(...ids: readonly FlagId[]): string {
  const { flags, moreFlags } = arrange(ids.map((id) => flag(id)));
  return `${flags.map((each) => each.flag).join(' ')} | ${moreFlags.map((each) => each.flag).join(' ')}`.trim();
}

describe(arrange, () => {
  test('shows the five raw conditions of the Equifax portal as four lines and one more, known elsewhere first', () => {
    expect(lines('I1', 'P2', 'I6', 'A2', 'P8', 'I3')).toBe('A2 I3 I1 I6 | P2');
  });

  test.each<[string, readonly FlagId[], string]>([
    ['nobody named hides what would be said of an owner', ['A1', 'A3', 'A4', 'A5', 'A9', 'A11'], 'A1 |'],
    ['no grant at all hides its limit, scope and end', ['A9', 'A3', 'A4', 'A5'], 'A9 |'],
    ['a lapsed grant hides the notice that it lapses', ['A5', 'A5w'], 'A5 |'],
    ['not shown at all hides new since last seen and summary only, never known elsewhere', ['I1', 'I2', 'I5', 'I3'], 'I3 I1 |'],
    ['an acceptance that ended hides that there is no date', ['P3', 'P1'], 'P3 |'],
    ['past its date hides that it runs without a decision', ['P2', 'P8'], 'P2 |'],
  ])('%s', (_, ids, expected) => {
    expect(lines(...ids)).toBe(expected);
  });

  test('keeps conditions that do not lead behind the others', () => {
    expect(lines('A8', 'A10', 'I4', 'P8')).toBe('A8 P8 | A10 I4');
  });

  test('never hides the reason of the lack behind more conditions, unless one of its family leads', () => {
    expect(lines('A4', 'P8')).toBe('A4 P8 |');
    expect(lines('I2', 'P8')).toBe('I2 P8 |');
    expect(lines('I5', 'P8')).toBe('I5 P8 |');
    expect(lines('A4', 'A8', 'P8')).toBe('A8 P8 | A4');
    expect(lines('I2', 'I6')).toBe('I6 | I2');
  });

  test('puts the longest first within a family', () => {
    const { flags } = arrange([flag('P1', '2026-06-03'), flag('P8', '2026-06-02')]);
    expect(flags.map((each) => each.flag)).toEqual(['P8', 'P1']);
  });

  test.each<[FlagId, readonly FlagId[]]>([
    ['A1', ['A3', 'A4', 'A5', 'A9', 'A11']], ['A2', ['A3', 'A4', 'A5', 'A9', 'A11']], ['A9', ['A3', 'A4', 'A5']], ['A5', ['A5w']],
    ['I1', ['I2', 'I5']], ['P2', ['P8']], ['P3', ['P1']],
  ])('%s alone hides each of %o', (id, hidden) => {
    for (const each of hidden) {
      expect(lines(id, each)).toBe(`${id} |`);
      expect(lines(each)).toContain(each);
    }
  });

  test('puts a notice behind everything else', () => {
    expect(lines('A5w', 'A10', 'I4')).toMatch(/A10 I4 A5w$/);
  });

  test('authority, known elsewhere, information, process, notice: the dates do not change that', () => {
    const all = [flag('A5w', '2026-06-01'), flag('P8', '2026-06-02'), flag('I6', '2026-06-03'), flag('I3', '2026-06-04'), flag('A8', '2026-06-05')];
    const { flags, moreFlags } = arrange(all);
    expect([...flags, ...moreFlags].map((each) => each.flag)).toEqual(['A8', 'I3', 'I6', 'P8', 'A5w']);
    expect(arrange([flag('A5w', '2026-06-01'), flag('P4', '2026-06-02')]).moreFlags.at(-1)?.flag).toBe('A5w');
  });

  test('puts the longest first in whatever order they come, and of one day the first of the catalogue', () => {
    const order = (...all: readonly (readonly [FlagId, string])[]) => {
      const { flags, moreFlags } = arrange(all.map(([id, since]) => flag(id, since)));
      return [...flags, ...moreFlags].map((each) => each.flag).join(' ');
    };
    expect(order(['P1', '2026-06-01'], ['P8', '2026-06-02'])).toBe('P1 P8');
    expect(order(['P8', '2026-06-02'], ['P1', '2026-06-01'])).toBe('P1 P8');
    expect(order(['P1', '2026-06-02'], ['P8', '2026-06-01'])).toBe('P8 P1');
    expect(order(['P8', '2026-06-01'], ['P1', '2026-06-02'])).toBe('P8 P1');
    expect(order(['P8', '2026-06-01'], ['P1', '2026-06-01'])).toBe('P1 P8');
    expect(order(['P1', '2026-06-01'], ['P8', '2026-06-01'])).toBe('P1 P8');
    expect(order(['A11', '2026-06-01'], ['A10', '2026-06-01'])).toBe('A10 A11');
    expect(order(['A10', '2026-06-01'], ['A11', '2026-06-01'])).toBe('A10 A11');
  });
});
