import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { viewAsOf } from '#core/record/view.ts';
import type { Entry } from '#core/record/entry.ts';
import { countFindings, talliedDays } from '#core/flags/count-findings.ts';
import { evaluateRecord } from '#core/flags/evaluate.ts';
import { policySettings } from '#core/flags/policy-defaults.ts';
import { arbitraryEntries } from '#test/support/arbitrary-record.ts';
import { viewOn, TODAY } from '#test/support/world.ts';

const found = 'finding f serviceId=shop at=2026-06-01 severity=high';

function count(change: string, days = 30) {
  return countFindings(viewOn(TODAY, found, change).findings.values(), TODAY, days);
}

describe(countFindings, () => {
  test.each([
    ['fixed today', 'fixedAt=2026-06-30', 1],
    ['fixed tomorrow', 'fixedAt=2026-07-01', 0],
    ['fixed 30 days ago', 'at=2026-05-01 fixedAt=2026-05-31', 1],
    ['fixed 31 days ago', 'at=2026-05-01 fixedAt=2026-05-30', 0],
    ['a shield', 'fixedAt=2026-06-30 fixKind=shield', 0],
    ['not fixed', 'fixedAt=-', 0],
  ])('%s: fixed', (_, fields, rows) => {
    expect(count(`finding f ${fields}`).fixed).toHaveLength(rows);
  });

  test.each([
    ['totalControl=true exploited=true', 29],
    ['totalControl=true automatable=true', 29],
    ['totalControl=true', undefined],
    ['exploited=true automatable=true', undefined],
    ['totalControl=false exploited=true', undefined],
  ])('how long a fix took is kept with the gravest only: %s', (fields, days) => {
    expect(count(`finding f fixedAt=2026-06-30 ${fields}`).fixed[0]?.gravestDays).toBe(days);
  });

  test.each([
    ['open', 'severity=high', { count: 1, untraced: 1, newestUntraced: '2026-06-01' }, ['f']],
    ['fixed today', 'fixedAt=2026-06-30', undefined, []],
    ['fixed tomorrow', 'fixedAt=2026-07-01', { count: 1, untraced: 1, newestUntraced: '2026-06-01' }, ['f']],
    ['bought in', 'external=true', undefined, []],
    ['traced to a team', 'introducedByTeamId=orders', { count: 1, untraced: 0 }, []],
    ['traced to a release', 'introducedReleaseId=v1', { count: 1, untraced: 0 }, []],
    ['critical', 'severity=critical', { count: 1, untraced: 1, newestUntraced: '2026-06-01' }, ['f']],
    ['medium', 'severity=medium', { count: 1, untraced: 1, newestUntraced: '2026-06-01' }, []],
  ])('%s: open and untraced', (_, fields, tally, untraced) => {
    const { open, untraced: named } = count(`finding f ${fields}`);
    expect(open).toEqual(tally === undefined ? [] : [{ serviceId: 'shop', ...tally }]);
    expect(named.map(({ id }) => id)).toEqual(untraced);
  });

  test.each([
    ['in the window', 'at=2026-05-31', 1],
    ['a day before it', 'at=2026-05-30', 0],
    ['a day before it, brought by a known release', 'at=2026-05-30 introducedReleaseId=v1', 1],
    ['without a stage', 'escapedStageId=-', 0],
    ['without a class', 'defectClass=-', 0],
  ])('%s: passed a stage', (_, fields, rows) => {
    expect(count(`finding f defectClass=token-check escapedStageId=review\nfinding f ${fields}`).passed).toHaveLength(rows);
  });

  test('alike are counted in one row', () => {
    const passed = 'defectClass=token-check escapedStageId=review fixedAt=2026-06-30';
    const tallies = count(`finding f ${passed}\nfinding g serviceId=shop at=2026-06-01 severity=low ${passed}\nfinding h serviceId=shop at=2026-06-01 severity=low\nfinding i serviceId=shop at=2026-06-20 severity=low`);
    expect(tallies.fixed).toEqual([{ serviceId: 'shop', fixedOn: '2026-06-30', count: 2 }]);
    expect(tallies.passed).toEqual([{ serviceId: 'shop', stageId: 'review', defectClass: 'token-check', at: '2026-06-01', count: 2 }]);
    expect(tallies.open).toEqual([{ serviceId: 'shop', count: 2, untraced: 2, newestUntraced: '2026-06-20' }]);
  });

  test('the window is the longest that any rule of any policy looks back over', () => {
    expect(talliedDays(policySettings({ id: 'policy' }))).toBe(180);
    expect(talliedDays(policySettings({ id: 'policy', thresholds: { 'P5.days': 200 } }), policySettings({ id: 'policy', thresholds: { 'P9.days': 10 } }))).toBe(200);
  });
});

describe('findings that no risk links to', () => {
  test('are judged from the tallies as they are from the findings themselves', () => {
    fc.assert(
      fc.property(arbitraryEntries, (entries) => {
        const whole = viewAsOf(entries, '2026-06-01');
        const tallies = countFindings(whole.findings.values(), whole.asOf, 3_650);
        const linked = viewAsOf(withoutLoneFindings(entries), whole.asOf, tallies);
        expect(evaluateRecord(linked).flags).toEqual(evaluateRecord(whole).flags);
        expect(evaluateRecord(linked).otherShown).toEqual(evaluateRecord(whole).otherShown);
      }),
      { seed: 21, numRuns: 100 },
    );
  });

  test('count for the team that owns the service', () => {
    const fixes = Array.from({ length: 6 }, (_, at) => `finding f${at} serviceId=shop at=2026-06-01 fixedAt=2026-06-28 introducedByTeamId=orders fixedByTeamId=${at < 3 ? 'shield' : 'orders'}`);
    const whole = viewOn(TODAY, ...fixes);
    const none = { ...whole, findings: new Map(), tallies: countFindings(whole.findings.values(), TODAY, 90) };
    expect(evaluateRecord(none).flags.map(({ flag, subject }) => [flag, subject])).toEqual([['P5', 'orders']]);
  });
});

function withoutLoneFindings(entries: readonly Entry[]): readonly Entry[] {
  const linked = new Set(entries.flatMap((entry) => (entry.kind === 'risks' ? (entry.entity.findingIds ?? []) : [])));
  return entries.filter((entry) => entry.kind !== 'findings' || linked.has(entry.entity.id));
}
