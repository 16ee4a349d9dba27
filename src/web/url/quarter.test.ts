import { expect, test } from 'vitest';
import { dayOfQuarter, quarterText } from '#web/url/quarter.ts';

test('a quarter that is over is shown for its last day, the running one for today', () => {
  expect(dayOfQuarter('2026Q3', '2026-11-21')).toBe('2026-09-30');
  expect(dayOfQuarter('2026Q4', '2026-11-21T10:00:00Z')).toBe('2026-11-21');
  expect(dayOfQuarter('2026Q4', '2026-12-31')).toBe('2026-12-31');
  expect(dayOfQuarter('2025Q4', '2026-11-21')).toBe('2025-12-31');
});

test('a quarter that has not begun, and what is no quarter, has no day', () => {
  expect(dayOfQuarter('2027Q1', '2026-11-21')).toBeUndefined();
  expect(dayOfQuarter('2027Q1', '2026-12-31')).toBeUndefined();
  for (const text of ['', 'Q4', '2026Q5', '2026Q0', '2026-11-21']) expect(dayOfQuarter(text, '2026-11-21')).toBeUndefined();
});

test('the quarter of a day is the one that is shown for it', () => {
  for (const day of ['2026-01-01', '2026-03-31', '2026-06-30', '2026-12-31']) expect(dayOfQuarter(quarterText(day), day)).toBe(day);
});
