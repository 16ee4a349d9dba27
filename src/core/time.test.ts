import { describe, expect, it } from 'vitest';
import { addDays, dayAfter, dayInWords, dayOf, daysBetween, END_OF_TIME, isWhen, isoDay, previousQuarterEnd, quarterName } from '#core/time.ts';

describe('calendar arithmetic', () => {
  it('counts whole UTC days over a leap day', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2026-06-30', '2026-06-25')).toBe(-5);
  });

  it('agrees with the calendar of the platform for every day of four centuries', () => {
    for (let day = -150_000; day < 0; day += 37) expect(dayOf(isoDay(day))).toBe(day);
    for (let day = 0; day < 40_000; day += 1) expect(dayOf(isoDay(day))).toBe(day);
  });

  it('puts the day after any day behind everything within it, as text, up to the last day there is', () => {
    for (const day of ['2026-06-30', '2024-02-28', '2026-12-31', '9999-12-30', END_OF_TIME]) {
      expect(dayAfter(day) > `${day}T23:59:59.999Z`).toBe(true);
      expect(dayAfter(`${day}T10:00:00Z`)).toBe(dayAfter(day));
    }
    expect(dayAfter('9999-12-30')).toBe(END_OF_TIME);
    expect(dayAfter('2026-02-28')).toBe('2026-03-01');
  });

  it('puts an instant with an offset on its UTC day', () => {
    expect(isoDay(dayOf('2026-06-30T23:30:00-02:00'))).toBe('2026-07-01');
  });

  it('refuses days that do not exist and text that is no date', () => {
    expect(isWhen('2026-02-30')).toBe(false);
    expect(isWhen('30/06/2026')).toBe(false);
    expect(isWhen('2026-06-30T12:00:00Z')).toBe(true);
    expect(isWhen('2026-06-30')).toBe(true);
  });

  it('names quarters and their ends', () => {
    expect(previousQuarterEnd('2026-11-20')).toBe('2026-09-30');
    expect(previousQuarterEnd('2026-01-01')).toBe('2025-12-31');
    expect(quarterName('2026-11-20')).toBe('Q4 2026');
    expect(dayInWords(addDays('2026-07-01', 6))).toBe('7 Jul 2026');
  });
});
