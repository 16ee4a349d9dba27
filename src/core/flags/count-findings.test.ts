import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { viewAsOf } from '#core/record/view.ts';
import type { Entry } from '#core/record/entry.ts';
import type { TallyLimits } from '#core/record/finding-tallies.ts';
import { countFindings, heldUntraced, tallyLimits, type Counting } from '#core/flags/count-findings.ts';
import { evaluateRecord } from '#core/flags/evaluate.ts';
import type { Flag } from '#core/flags/flag.ts';
import { policySettings } from '#core/flags/policy-defaults.ts';
import { arbitraryEntries } from '#test/support/arbitrary-record.ts';
import { viewOn, TODAY } from '#test/support/world.ts';

const found = 'finding f serviceId=shop at=2026-06-01 severity=high';

const limits: TallyLimits = { fixDays: 30, quickDays: 29, tracedWithin: 0, passDays: 30, passCount: 2 };

function count(change: string, more: Partial<Counting> = {}) {
  return countFindings(viewOn(TODAY, found, change).findings.values(), TODAY, { limits, releasedOn: (id) => releases[id], held: [], ...more });
}

const releases: Readonly<Record<string, string>> = { old: '2026-05-30', new: '2026-05-31' };

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
    ['totalControl=true exploited=true', true],
    ['totalControl=true automatable=true', true],
    ['totalControl=true automatable=true at=2026-05-31', false],
    ['totalControl=true', false],
    ['exploited=true automatable=true', false],
    ['totalControl=false exploited=true', false],
  ])('a quick fix is one of the gravest, within the days of an emergency: %s', (fields, quick) => {
    expect(count(`finding f fixedAt=2026-06-30 ${fields}`).fixed[0]?.quick).toBe(quick);
  });

  test.each([
    ['open', 'severity=high', { count: 1, untraced: 1, newestUntraced: '2026-06-01' }, 1],
    ['fixed today', 'fixedAt=2026-06-30', undefined, 0],
    ['fixed tomorrow', 'fixedAt=2026-07-01', { count: 1, untraced: 1, newestUntraced: '2026-06-01' }, 1],
    ['bought in', 'external=true', undefined, 0],
    ['traced to a team', 'introducedByTeamId=orders', { count: 1, untraced: 0 }, 0],
    ['traced to a release', 'introducedReleaseId=v1', { count: 1, untraced: 0 }, 0],
    ['critical', 'severity=critical', { count: 1, untraced: 1, newestUntraced: '2026-06-01' }, 1],
    ['medium', 'severity=medium', { count: 1, untraced: 1, newestUntraced: '2026-06-01' }, 0],
  ])('%s: open and untraced', (_, fields, tally, untraced) => {
    const answer = count(`finding f ${fields}`);
    expect(answer.open).toEqual(tally === undefined ? [] : [{ serviceId: 'shop', ...tally }]);
    expect(answer.untraced).toEqual(untraced === 0 ? [] : [{ serviceId: 'shop', count: 1, first: '2026-06-01' }]);
  });

  test('a grave one counts from the day on that the policy gives, and not where the view names it', () => {
    const two = 'finding g serviceId=shop at=2026-06-10 severity=critical';
    const from = (tracedWithin: number, held: Counting['held'] = []) => count(two, { limits: { ...limits, tracedWithin }, held }).untraced;
    expect(from(20)).toEqual([{ serviceId: 'shop', count: 2, first: '2026-06-01' }]);
    expect(from(21)).toEqual([{ serviceId: 'shop', count: 1, first: '2026-06-01' }]);
    expect(from(30)).toEqual([]);
    expect(from(0, [{ serviceId: 'shop', at: '2026-06-01', count: 1 }])).toEqual([{ serviceId: 'shop', count: 1, first: '2026-06-10' }]);
    expect(heldUntraced(viewOn(TODAY, found, two, 'finding h serviceId=shop at=2026-06-10 severity=low').findings.values(), TODAY)).toEqual([
      { serviceId: 'shop', at: '2026-06-01', count: 1 }, { serviceId: 'shop', at: '2026-06-10', count: 1 },
    ]);
  });

  test.each([
    ['in the window', 'at=2026-05-31', ['2026-05-31']],
    ['a day before it', 'at=2026-05-30', undefined],
    ['a day before it, brought by a release within', 'at=2026-05-30 introducedReleaseId=new', ['2026-05-31']],
    ['within, brought by a release before', 'introducedReleaseId=old', undefined],
    ['brought by a release nobody recorded', 'introducedReleaseId=unheard', ['2026-06-01']],
    ['without a stage', 'escapedStageId=-', undefined],
    ['without a class', 'defectClass=-', undefined],
  ])('%s: passed a stage', (_, fields, first) => {
    const kind = { serviceId: 'shop', stageId: 'review', defectClass: 'token-check', count: 1 };
    expect(count(`finding f defectClass=token-check escapedStageId=review\nfinding f ${fields}`).passed).toEqual(first === undefined ? [] : [{ ...kind, first }]);
  });

  test('alike are counted in one row', () => {
    const passed = 'defectClass=token-check escapedStageId=review fixedAt=2026-06-30';
    const tallies = count(`finding f ${passed}\nfinding g serviceId=shop at=2026-06-03 severity=low ${passed}\nfinding h serviceId=shop at=2026-06-01 severity=low\nfinding i serviceId=shop at=2026-06-20 severity=low\nfinding j serviceId=shop at=2026-06-02 severity=low ${passed} fixedAt=2026-06-11`);
    expect(tallies.fixed).toEqual([{ serviceId: 'shop', quick: false, newestOn: '2026-06-30', count: 3 }]);
    expect(tallies.passed).toEqual([{ serviceId: 'shop', stageId: 'review', defectClass: 'token-check', first: ['2026-06-01', '2026-06-02'], count: 3 }]);
    expect(tallies.open).toEqual([{ serviceId: 'shop', count: 2, untraced: 2, newestUntraced: '2026-06-20' }]);
  });

  test('the limits are those of the policy', () => {
    const thresholds = { 'P5.days': 200, 'P6.days': 8, 'P9.days': 10, 'P9.n': 4 };
    expect(tallyLimits(policySettings({ id: 'policy', thresholds, clock: { U3: 5 } }))).toEqual({ fixDays: 200, quickDays: 5, tracedWithin: 8, passDays: 10, passCount: 4 });
  });
});

describe('findings that no risk links to', () => {
  test('are judged from the tallies as they are from the findings themselves; grave ones without an origin in one line a team', () => {
    fc.assert(
      fc.property(arbitraryEntries, (entries) => {
        const whole = viewAsOf(entries, '2026-06-01');
        const left = viewAsOf(withoutLoneFindings(entries), whole.asOf);
        const tallies = countFindings(whole.findings.values(), whole.asOf, {
          limits: tallyLimits(policySettings(whole.policy)), releasedOn: (id) => whole.releases.get(id)?.at, held: heldUntraced(left.findings.values(), whole.asOf),
        });
        const [all, linked] = [evaluateRecord(whole), evaluateRecord({ ...left, tallies })];
        const others = (flags: readonly Flag[]) => flags.filter(({ flag, subjectKind }) => flag !== 'P6' || subjectKind !== 'finding');
        const named = new Set(left.findings.keys());
        expect(others(linked.flags)).toEqual(others(all.flags));
        expect(linked.flags.filter(({ subject }) => named.has(subject))).toEqual(all.flags.filter(({ subject }) => named.has(subject)));
        // One finding alone is named where the view holds it, and told in the line of its team where it does not.
        const together = (flags: readonly Flag[]) => others(flags).filter(({ sentence }) => !sentence.startsWith('A finding '));
        expect(together(linked.otherShown)).toEqual(others(all.otherShown));
        const lone = all.otherShown.filter(({ flag, subject }) => flag === 'P6' && whole.findings.has(subject) && !named.has(subject));
        expect(linked.otherShown.filter(({ sentence }) => sentence.startsWith('A finding '))).toHaveLength(lone.length);
      }),
      { seed: 21, numRuns: 100 },
    );
  });

  test('count for the team that owns the service', () => {
    const fixes = Array.from({ length: 6 }, (_, at) => `finding f${at} serviceId=shop at=2026-06-01 fixedAt=2026-06-28 introducedByTeamId=orders fixedByTeamId=${at < 3 ? 'shield' : 'orders'}`);
    const whole = viewOn(TODAY, ...fixes);
    const tallies = countFindings(whole.findings.values(), TODAY, { limits: { ...limits, fixDays: 90 }, releasedOn: () => undefined, held: [] });
    expect(evaluateRecord({ ...whole, findings: new Map(), tallies }).flags.map(({ flag, subject }) => [flag, subject])).toEqual([['P5', 'orders']]);
  });
});

function withoutLoneFindings(entries: readonly Entry[]): readonly Entry[] {
  const linked = new Set(entries.flatMap((entry) => (entry.kind === 'risks' ? (entry.entity.findingIds ?? []) : [])));
  return entries.filter((entry) => entry.kind !== 'findings' || linked.has(entry.entity.id));
}
