import { afterEach, describe, expect, test } from 'vitest';
import { english, setLanguage } from '#language/current.ts';
import { writtenDay } from '#language/dates.ts';
import { german } from '#language/german/german.ts';
import { listed } from '#language/lists.ts';
import { decimal, grouped, percent } from '#language/numbers.ts';
import { preferredLanguage } from '#language/preferred.ts';
import { moneyMark, moneyProse, moneySpoken } from '#core/exposure/money-words.ts';
import { dayInWords } from '#core/time.ts';

afterEach(() => setLanguage(english));

describe('numbers, days, amounts and lists', () => {
  test('are written as in English', () => {
    expect([grouped(7), grouped(1743), grouped(1234567), decimal(1743.456, 2), percent('12')]).toEqual(['7', '1,743', '1,234,567', '1,743.46', '12%']);
    expect([dayInWords('2026-07-07'), writtenDay('2026', 9, 30)]).toEqual(['7 Jul 2026', '30 Sep 2026']);
    expect([moneyMark(1.2e6, 'modelled'), moneyMark(450_000, 'exact'), moneyProse(1.2e6, 'modelled', 'CHF'), moneySpoken(1e6, 'modelled')]).toEqual(['$1.2M', '$450k', 'CHF 1.2 million', '1 million dollars']);
    expect(listed(['A', 'B', 'C'])).toBe('A, B and C');
  });

  test('are written as in German, the unit kept on the line of its number', () => {
    setLanguage(german);
    expect([grouped(7), grouped(1743), grouped(1234567), decimal(1743.456, 2), percent('12')]).toEqual(['7', '1.743', '1.234.567', '1.743,46', '12\u00a0%']);
    expect([dayInWords('2026-07-07'), writtenDay('2026', 9, 30)]).toEqual(['7. Juli 2026', '30. Sept. 2026']);
    expect([moneyMark(1.2e6, 'modelled'), moneyMark(450_000, 'exact'), moneyMark(-800, 'exact'), moneyProse(1.2e9, 'modelled', 'CHF')]).toEqual(['1,2\u00a0Mio.\u00a0$', '450\u00a0T$', '−800\u00a0$', '1,2\u00a0Mrd.\u00a0CHF']);
    expect([moneySpoken(1e6, 'modelled'), moneySpoken(1.2e6, 'modelled', 'EUR'), moneySpoken(-450_000, 'exact')]).toEqual(['1 Million Dollar', '1,2 Millionen Euro', 'minus 450.000 Dollar']);
    expect([listed(['A']), listed(['A', 'B']), listed(['A', 'B', 'C'])]).toEqual(['A', 'A und B', 'A, B und C']);
  });
});

describe(preferredLanguage, () => {
  test.each([
    ['de', 'de'], ['de-AT,en;q=0.5', 'de'], ['en,de;q=0.9', 'en'], ['fr, de;q=0.3, en;q=0.2', 'de'], ['de;q=0', 'en'], ['fr', 'en'], ['', 'en'], ['de;q=x', 'en'],
  ])('of %s is %s', (header, tag) => {
    expect(preferredLanguage(header)).toBe(tag);
  });

  test('of a list of a browser is the first that is shipped', () => {
    expect(preferredLanguage(['fr-FR', 'de-DE', 'en'])).toBe('de');
    expect(preferredLanguage(null)).toBe('en');
  });
});
