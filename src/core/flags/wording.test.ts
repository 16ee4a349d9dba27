import { describe, expect, test } from 'vitest';
import { counted, inDays, onDay } from '#core/flags/wording.ts';

describe('wording', () => {
  test.each([
    [0, '0 days'], [1, '1 day'], [2, '2 days'], [120, '120 days'], [121, '3 months (121 days)'], [122, '4 months (122 days)'], [245, '8 months (245 days)'], [1234, '40 months (1,234 days)'],
  ])('%d days', (days, words) => {
    expect(inDays(days)).toBe(words);
  });

  test('counts', () => {
    expect(counted(1, 'piece')).toBe('1 piece');
    expect(counted(0, 'piece')).toBe('0 pieces');
    expect(counted(1500, 'piece')).toBe('1,500 pieces');
    expect(counted(2, 'person', 'people')).toBe('2 people');
    expect(counted(999, 'piece')).toBe('999 pieces');
    expect(counted(1000, 'piece')).toBe('1,000 pieces');
    expect(counted(1234567, 'piece')).toBe('1,234,567 pieces');
  });

  test('days are written for people', () => {
    expect(onDay('2026-07-07')).toBe('7 Jul 2026');
    expect(onDay(0)).toBe('1 Jan 1970');
  });
});
