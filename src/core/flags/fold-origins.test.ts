import { describe, expect, test } from 'vitest';
import { evaluateRecord } from '#core/flags/evaluate.ts';
import { TODAY, viewOn } from '#test/support/world.ts';

/** Grave findings on a service, each a day younger than the one before, the first of them 11 days old. */
function grave(count: number, service = 'shop', prefix = 'f'): string {
  return Array.from({ length: count }, (_, at) => `finding ${prefix}${at} serviceId=${service} at=2026-06-${19 + at} severity=critical`).join('\n');
}

function shown(...changes: readonly string[]): readonly string[] {
  return evaluateRecord(viewOn(TODAY, ...changes)).otherShown.map(({ subjectKind, subject, sentence }) => `${subjectKind} ${subject}: ${sentence}`);
}

describe('findings without an origin that no risk rests on', () => {
  test('one stands alone', () => {
    expect(shown(grave(1))).toEqual(['finding f0: f0 has no recorded origin: 11 days.']);
  });

  test('two of a team stand in one line, from the first of them on', () => {
    expect(shown(grave(2), 'team orders name=Orders')).toEqual(['team orders: 2 findings of Orders have no recorded origin: 11 days for the first of them.']);
    expect(evaluateRecord(viewOn(TODAY, grave(2))).otherShown[0]).toMatchObject({
      flag: 'P6', since: '2026-06-26', nextStep: 'Ask nora which releases brought them.',
    });
  });

  test('each stays a condition of its own, shown together or not', () => {
    expect(evaluateRecord(viewOn(TODAY, grave(2))).flags.map(({ subject }) => subject)).toEqual(['f0', 'f1']);
  });

  test('one that a risk rests on stands by itself', () => {
    expect(shown(grave(3), 'risk r findingIds=[f2]')).toEqual([
      'finding f2: f2 has no recorded origin: 9 days.',
      'team orders: 2 findings of orders have no recorded origin: 11 days for the first of them.',
    ]);
  });

  test('the share of a team says it for all of them', () => {
    const young = Array.from({ length: 9 }, (_, at) => `finding y${at} serviceId=shop at=2026-06-28 severity=medium`).join('\n');
    expect(shown(grave(1), young)).toEqual(["team orders: 10 of 10 of orders's open findings have no recorded origin."]);
  });

  test('two teams have two lines, and services without a team one', () => {
    expect(shown(grave(2), grave(2, 'index', 'g'), grave(2, 'nowhere', 'h'), 'service lost exposure=internal', grave(1, 'lost', 'l'))).toEqual([
      'team orders: 2 findings of orders have no recorded origin: 11 days for the first of them.',
      'team search: 2 findings of search have no recorded origin: 11 days for the first of them.',
      'organisation organisation: 3 findings on services without a team have no recorded origin: 11 days for the first of them.',
    ]);
  });

  test('what else is up stays as it is, and says nothing about origins', () => {
    const fixes = Array.from({ length: 5 }, (_, at) => `finding x${at} serviceId=shop at=2026-06-01 fixedAt=2026-06-28 introducedByTeamId=orders fixedByTeamId=shield`).join('\n');
    const all = evaluateRecord(viewOn(TODAY, grave(2), fixes, 'step k state=open to=Door', 'step l state=open to=Hall'));
    expect(all.otherShown.map(({ flag, subjectKind, subject }) => `${flag} ${subjectKind} ${subject}`)).toEqual([
      'P5 team orders', 'P11 step k', 'P11 step l', 'P6 team orders',
    ]);
  });

  test('where none stands alone all is shown as it is', () => {
    const { otherFlags, otherShown } = evaluateRecord(viewOn(TODAY, grave(2), 'risk r findingIds=[f0,f1]', 'step k state=open to=Door'));
    expect(otherFlags).toHaveLength(3);
    expect(otherShown).toEqual(otherFlags);
  });
});
