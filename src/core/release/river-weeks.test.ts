import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#core/time.ts';
import { aWeek, paceSentence, riverSentence, riverTrend, riverWeeks } from '#core/release/river-weeks.ts';

const FIRST = '2026-05-25';
const weekRows = (found: number, fixed: number, from = 0, to = 26) =>
  Array.from({ length: to - from }, (_, index) => ({ week: addDays(FIRST, 7 * (index + from)), found, fixed }));

describe('the weeks of a river', () => {
  it('keep open before + found - fixed = open after in every week, whatever weeks are recorded', () => {
    fc.assert(fc.property(
      fc.nat(1_000),
      fc.uniqueArray(fc.record({ at: fc.nat(25), found: fc.nat(50), fixed: fc.nat(50) }), { selector: ({ at }) => at }),
      (openBefore, some) => {
        const rows = riverWeeks({ firstWeek: FIRST, openBefore, weeks: some.map(({ at, ...row }) => ({ week: addDays(FIRST, 7 * at), ...row })) });
        expect(rows.map(({ week }) => week)).toEqual(Array.from({ length: 26 }, (_, index) => addDays(FIRST, 7 * index)));
        rows.forEach((row, index) => { expect((rows[index - 1]?.open ?? openBefore) + row.found - row.fixed).toBe(row.open); });
        const net = some.reduce((sum, row) => sum + row.found - row.fixed, 0);
        expect(rows.at(-1)?.open).toBe(openBefore + net);
      },
    ));
  });

  it('tell the direction over the last eight whole weeks', () => {
    const rows = riverWeeks({ firstWeek: FIRST, openBefore: 104, weeks: weekRows(41, 33) });
    const ended = addDays(FIRST, 7 * 26 - 1);
    expect(riverTrend(rows, ended)).toEqual({ direction: 'rising', weeks: 8, foundAWeek: 41, fixedAWeek: 33, open: 312, change: 64 });
    expect(riverSentence(riverTrend(rows, ended))).toBe('Rising: 41 found and 33 fixed a week over the last 8 whole weeks; 312 open, up 64');
  });

  it('leave a week that is still running out of the pace', () => {
    const rows = riverWeeks({ firstWeek: FIRST, openBefore: 500, weeks: weekRows(1, 3, 0, 25) });
    expect(riverTrend(rows, addDays(FIRST, 7 * 25 + 5))).toMatchObject({ direction: 'falling', foundAWeek: 1, fixedAWeek: 3, open: 450, change: -16 });
    expect(riverTrend(rows, addDays(FIRST, 7 * 25 + 6))).toMatchObject({ foundAWeek: 0.875, fixedAWeek: 2.625, change: -14 });
  });

  it('say level where as many are open as before', () => {
    const rows = riverWeeks({ firstWeek: FIRST, openBefore: 5, weeks: [] });
    expect(riverSentence(riverTrend(rows, addDays(FIRST, 181)))).toBe('Level: 0 found and 0 fixed a week over the last 8 whole weeks; 5 open, as many as before');
  });

  it.each([
    [41, 33, 312, 'At this pace the 312 open grow by 8 a week.'],
    [2, 2, 9, 'At this pace the 9 open stay as many: as many are found as are fixed.'],
    [2, 4, 9, 'At this pace the 9 open are fixed in about 5 weeks.'],
    [1, 2, 1, 'At this pace the 1 open are fixed in about 1 week.'],
    [1, 2, 33, 'At this pace the 33 open are fixed in about 35 weeks.'],
    [1, 2, 62, 'At this pace the 62 open are fixed in about 70 weeks.'],
    [0, 0, 4, 'At this pace the 4 open stay as many: as many are found as are fixed.'],
    [1, 2, 105, 'At this pace the 105 open take more than two years.'],
    [3, 0, 1_200, 'At this pace the 1,200 open grow by 3 a week.'],
    [3, 1, 0, 'Nothing is open.'],
  ])('found %d, fixed %d a week with %d open: %s', (foundAWeek, fixedAWeek, open, words) => {
    expect(paceSentence({ foundAWeek, fixedAWeek, open })).toBe(words);
  });

  it.each([[0, '0'], [2.625, '2.6'], [9.94, '9.9'], [10.4, '10'], [1234.5, '1,235']])('%d a week is %s', (mean, words) => {
    expect(aWeek(mean)).toBe(words);
  });
});
