import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#core/time.ts';
import { ageBands, ageSentence } from '#core/release/age-bands.ts';
import { balanceSentence, periodOf, riverBalance, weeksOf } from '#core/release/river-period.ts';
import { riverWeeks } from '#core/release/river-weeks.ts';

const FIRST = '2026-05-25';
const AS_OF = '2026-11-21';
const someWeeks = fc.uniqueArray(fc.record({ at: fc.nat(25), found: fc.nat(50), fixed: fc.nat(50) }), { selector: ({ at }) => at })
  .map((some) => some.map(({ at, ...row }) => ({ week: addDays(FIRST, 7 * at), ...row })));

test('in every period what came in less what went out is the change', () => {
  fc.assert(fc.property(fc.nat(1_000), someWeeks, fc.nat(25), fc.nat(25), (openBefore, weeks, a, b) => {
    const rows = riverWeeks({ firstWeek: FIRST, openBefore, weeks });
    const part = weeksOf(rows, periodOf(rows, { from: addDays(FIRST, 7 * Math.min(a, b)), to: addDays(FIRST, 7 * Math.max(a, b)) }));
    const { before, found, fixed, after } = riverBalance(part);
    expect(part).toHaveLength(Math.abs(a - b) + 1);
    expect(before + found - fixed).toBe(after);
    expect(before).toBe(rows[Math.min(a, b) - 1]?.open ?? openBefore);
    expect(after).toBe(rows[Math.max(a, b)]?.open);
  }));
});

test('periods that follow each other fit together, however the river is cut', () => {
  fc.assert(fc.property(fc.nat(100), someWeeks, fc.integer({ min: 1, max: 25 }), (openBefore, weeks, cut) => {
    const rows = riverWeeks({ firstWeek: FIRST, openBefore, weeks });
    expect(riverBalance(rows.slice(0, cut)).after).toBe(riverBalance(rows.slice(cut)).before);
  }));
});

test('a period that is none of the river, or the wrong way round, is the whole river', () => {
  const rows = riverWeeks({ firstWeek: FIRST, openBefore: 1, weeks: [] });
  const whole = { from: FIRST, to: '2026-11-16' };
  expect(periodOf(rows, {})).toEqual(whole);
  expect(periodOf(rows, { from: '2026-05-26', to: 'x' })).toEqual(whole);
  expect(periodOf(rows, { from: '2026-08-03', to: '2026-06-01' })).toEqual(whole);
  expect(periodOf(rows, { from: '2026-08-03' })).toEqual({ from: '2026-08-03', to: '2026-11-16' });
});

test('the balance is told in one sentence that ends on the last day of the period or the day asked for', () => {
  const rows = riverWeeks({ firstWeek: FIRST, openBefore: 312, weeks: [{ week: FIRST, found: 41, fixed: 33 }] });
  expect(balanceSentence(rows, AS_OF)).toBe('312 open before 25 May 2026, plus 41 found, less 33 fixed: 320 open on 21 Nov 2026, 8 more.');
  expect(balanceSentence(rows.slice(1, 3), AS_OF)).toBe('320 open before 1 Jun 2026, plus 0 found, less 0 fixed: 320 open on 14 Jun 2026, as many as before.');
});

test('every open finding is in exactly one band, and the days of the bands follow each other', () => {
  const weeks = fc.uniqueArray(fc.nat(200), { maxLength: 40 }).map((ago) => ago.map((at) => ({ week: addDays('2026-11-16', -7 * at), count: at + 1 })).toSorted((a, b) => (a.week < b.week ? -1 : 1)));
  fc.assert(fc.property(weeks, (openByWeek) => {
    const bands = ageBands({ openByWeek }, AS_OF);
    expect(bands.reduce((sum, { count }) => sum + count, 0)).toBe(openByWeek.reduce((sum, { count }) => sum + count, 0));
    for (const band of bands) {
      const within = openByWeek.filter(({ week }) => addDays(week, 6) <= band.foundTo && (band.foundFrom === undefined || week >= band.foundFrom));
      expect(within.reduce((sum, { count }) => sum + count, 0)).toBe(band.count);
    }
    expect(bands.slice(1).map(({ foundTo }) => addDays(foundTo, 1))).toEqual(bands.slice(0, -1).map(({ foundFrom }) => foundFrom));
  }));
});

test('ages are told in words of the bands', () => {
  const of = (openByWeek: readonly { week: string; count: number }[]): string => ageSentence(ageBands({ openByWeek }, AS_OF));
  expect(of([])).toBe('Nothing is open');
  expect(of([{ week: '2026-11-16', count: 4 }])).toBe('None of the 4 open was found 26 weeks ago or longer');
  expect(of([{ week: '2026-05-18', count: 3 }, { week: '2026-05-25', count: 17 }])).toBe('3 of the 20 open were found 26 weeks ago or longer');
  expect(of([{ week: '2024-01-01', count: 2 }])).toBe('All 2 open were found 26 weeks ago or longer');
});
