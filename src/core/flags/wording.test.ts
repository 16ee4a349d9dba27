import { describe, expect, test } from 'vitest';
import { counted, fill, inDays, lowerFirst, onDay } from '#core/flags/wording.ts';

let made = 0;

describe('wording', () => {
  test('a template is filled wherever its placeholders stand', () => {
    expect(fill('{a} and {b}, then {a}', { a: 'one', b: 'two' })).toBe('one and two, then one');
    expect(fill('{a}', { a: '{b}' })).toBe('{b}');
    expect(fill('no placeholder', {})).toBe('no placeholder');
  });

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

  test('a text goes on after a colon', () => {
    expect(lowerFirst('Ask nora')).toBe('ask nora');
    expect(lowerFirst('')).toBe('');
  });

  test('a template no text was made of before is filled the first time and the second', () => {
    made += 1;
    const template: string = `{a} for the ${made}th time`;
    expect(fill(template, { a: 'once' })).toBe(`once for the ${made}th time`);
    expect(fill(template, { a: 'again' })).toBe(`again for the ${made}th time`);
  });
});
