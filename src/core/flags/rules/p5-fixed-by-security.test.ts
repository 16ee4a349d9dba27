import { describe, expect, test } from 'vitest';
import { flagsOn, flagUp, isUp, TODAY } from '#test/support/world.ts';

function fixed(bySecurity: number, byTeam: number, change = ''): string {
  return Array.from({ length: bySecurity + byTeam }, (_, at) =>
    `finding f${at} serviceId=shop at=2026-06-01 fixedAt=2026-06-28 introducedByTeamId=orders fixedByTeamId=${at < bySecurity ? 'shield' : 'orders'} ${change}`.trim(),
  ).join('\n');
}

describe('P5 security fixes this team\'s code', () => {
  test.each([
    ['3 of 6', fixed(3, 3), true],
    ['2 of 8: a quarter', fixed(2, 6), true],
    ['2 of 9', fixed(2, 7), false],
    ['1 of 6', fixed(1, 5), false],
    ['4 of 4: too few', fixed(4, 0), false],
    ['5 of 5', fixed(5, 0), true],
    ['temporary shields', `${fixed(3, 3)}\nfinding f0 fixKind=shield\nfinding f1 fixKind=shield\nfinding f2 fixKind=shield`, false],
    ['shields by the team itself are not counted either', `${fixed(2, 4)}\nfinding f4 fixKind=shield\nfinding f5 fixKind=shield`, false],
    ['real fixes', fixed(3, 3, 'fixKind=fix'), true],
    ['90 days ago', `${fixed(3, 2)}\nfinding f0 at=2026-03-01 fixedAt=2026-04-01`, true],
    ['91 days ago', `${fixed(3, 2)}\nfinding f0 at=2026-03-01 fixedAt=2026-03-31`, false],
    ['fixed today', `${fixed(3, 2)}\nfinding f0 fixedAt=2026-06-30`, true],
    ['fixed tomorrow', `${fixed(3, 2)}\nfinding f0 fixedAt=2026-07-01`, false],
    ['not fixed', `${fixed(3, 2)}\nfinding f0 fixedAt=-`, false],
    ['fixed by nobody on the record', `${fixed(2, 4)}\nfinding f0 fixedByTeamId=-`, false],
    ['on security\'s own service', fixed(3, 3, 'serviceId=vault'), false],
  ])('%s: %s', (_, change, up) => {
    expect(isUp('P5', change)).toBe(up);
  });

  test('an emergency fixed within the 3-day clock is not counted', () => {
    const pressing = 'exploited=true totalControl=true severity=critical';
    expect(isUp('P5', fixed(5, 0, `${pressing} at=2026-06-25`))).toBe(false);
    expect(isUp('P5', fixed(5, 0, `${pressing} at=2026-06-24`))).toBe(true);
    expect(isUp('P5', fixed(5, 0, 'exploited=true severity=critical at=2026-06-25'))).toBe(true);
  });

  test('is about the team, with its lead as the one to ask', () => {
    expect(flagUp('P5', fixed(3, 3), 'team orders name=Orders')).toMatchObject({
      subjectKind: 'team', subject: 'orders', person: 'nora', since: '2026-06-28',
      sentence: "Security fixed 3 of 6 of Orders's findings in 90 days.",
      nextStep: 'Book the next fix with Orders: ask nora for the slot it needs in the plan.',
    });
    expect(flagUp('P5', fixed(3, 3), 'team orders leadId=- parentId=-').nextStep).toBe('Book the next fix with orders, in the slot it needs in the plan.');
  });

  test('each team is judged by its own services', () => {
    const both = `${fixed(3, 2)}\n${fixed(3, 2).replaceAll('finding f', 'finding g').replaceAll('serviceId=shop', 'serviceId=index')}`;
    expect(flagsOn(TODAY, both).map((flag) => flag.subject).sort()).toEqual(['orders', 'search']);
  });

  test('starts with the newest of the fixes by security', () => {
    expect(flagUp('P5', fixed(3, 3), 'finding f1 fixedAt=2026-06-20', 'finding f2 fixedAt=2026-06-29', 'finding f4 fixedAt=2026-06-30').since).toBe('2026-06-29');
  });
});
