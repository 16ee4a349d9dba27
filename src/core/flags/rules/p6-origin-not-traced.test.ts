import { describe, expect, test } from 'vitest';
import { flagUp, isUp, riskToday } from '#test/support/world.ts';

const found = 'finding f serviceId=shop at=2026-06-22 severity=critical';
function open(traced: number, untraced: number): string {
  return Array.from({ length: traced + untraced }, (_, at) =>
    `finding f${at} serviceId=shop at=2026-06-28 severity=medium${at < traced ? ' introducedByTeamId=orders' : ''}`,
  ).join('\n');
}

describe('P6 origin not traced', () => {
  test('a critical finding without an origin for 8 days', () => {
    expect(flagUp('P6', found, 'finding f title="SQL built from input"', 'service shop name=Shop')).toMatchObject({
      subjectKind: 'finding', subject: 'f', since: '2026-06-29', sentence: 'SQL built from input has no recorded origin: 8 days.',
      nextStep: 'Ask nora which release of Shop brought it.',
    });
  });

  test.each([
    ['6 days', 'finding f at=2026-06-24', false],
    ['7 days', 'finding f at=2026-06-23', true],
    ['high', 'finding f severity=high', true],
    ['medium', 'finding f severity=medium', false],
    ['traced to a team', 'finding f introducedByTeamId=orders', false],
    ['traced to a release', 'finding f introducedReleaseId=v1', false],
    ['a bought-in component', 'finding f external=true', false],
    ['our own component', 'finding f external=false', true],
    ['fixed', 'finding f fixedAt=2026-06-30', false],
    ['fixed tomorrow', 'finding f fixedAt=2026-07-01', true],
  ])('%s: %s', (_, change, up) => {
    expect(isUp('P6', found, change)).toBe(up);
  });

  test('offers the last release before it, and its team', () => {
    const releases = [
      'release v1 serviceId=shop at=2026-06-01 version=v1.0 shippedByTeamId=orders', 'release v2 serviceId=shop at=2026-06-22 version=v1.1 shippedByTeamId=search',
      'release v3 serviceId=shop at=2026-06-23 version=v1.2 shippedByTeamId=orders', 'release v4 serviceId=index at=2026-06-22 version=v9 shippedByTeamId=orders',
    ];
    expect(flagUp('P6', found, ...releases).nextStep).toBe('Confirm or correct: the last release of shop before it was v1.1, by search.');
    expect(flagUp('P6', found, ...releases.toReversed()).nextStep).toBe('Confirm or correct: the last release of shop before it was v1.1, by search.');
    expect(flagUp('P6', found, ...releases, 'release v2 shippedByTeamId=- version=-').nextStep).toBe('Confirm or correct: the last release of shop before it was 22 Jun 2026.');
    expect(flagUp('P6', found, 'service shop teamId=-').nextStep).toBe('Record which release of shop brought it.');
  });

  test.each([
    ['3 of 12', open(9, 3), true],
    ['2 of 12', open(10, 2), false],
    ['2 of 10: a fifth', open(8, 2), true],
    ['9 of 9: too few', open(0, 9), false],
    ['bought-in ones are not counted', `${open(8, 2)}\nfinding f9 external=true`, false],
    ['fixed ones are not counted', `${open(8, 2)}\nfinding f9 fixedAt=2026-06-29`, false],
  ])('of a team, %s: %s', (_, change, up) => {
    expect(isUp('P6', change)).toBe(up);
  });

  test('a share is about the team', () => {
    expect(flagUp('P6', open(9, 3), 'team orders name=Orders')).toMatchObject({
      subjectKind: 'team', subject: 'orders', since: '2026-06-28', sentence: "3 of 12 of Orders's open findings have no recorded origin.",
      nextStep: 'Ask nora which releases brought them.',
    });
    expect(flagUp('P6', open(9, 3), 'team orders leadId=- parentId=-').nextStep).toBe('Record which releases brought them.');
  });

  test('stands behind the lines of the risk the finding belongs to', () => {
    expect(riskToday('r', found, 'risk r findingIds=[f]').moreFlags.map((flag) => flag.flag)).toEqual(['P6']);
    expect(riskToday('r', found).moreFlags).toEqual([]);
  });

  test('a share is compared as a share: 7 of 35 is a fifth', () => {
    expect(isUp('P6', open(28, 7))).toBe(true);
    expect(isUp('P6', open(29, 7))).toBe(false);
  });

  test('a share starts with the newest finding without an origin', () => {
    expect(flagUp('P6', open(9, 3), 'finding f9 at=2026-06-10', 'finding f10 at=2026-06-27', 'finding f11 at=2026-06-20').since).toBe('2026-06-27');
  });
});
