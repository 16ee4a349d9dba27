import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf } from '#core/csv-text.ts';

describe(csvOf, () => {
  it('reads back as the same rows', () => {
    const text = fc.string({ unit: 'grapheme' }).filter((cell) => !/^[=+\-@\t\r]/.test(cell));
    const rows = fc.array(fc.array(text, { minLength: 2, maxLength: 2 }), { minLength: 1 });
    fc.assert(fc.property(rows, (given) => {
      expect(parse(csvOf(given), { relax_column_count: true, record_delimiter: '\r\n', skip_empty_lines: false })).toEqual(given);
    }), { seed: 20_261_121 });
  });

  it('writes numbers as they are and leads a formula by an apostrophe', () => {
    expect(csvOf([['=1+1', -3.5, null], ['@x', 0, 'a "b"']])).toBe('\'=1+1,-3.5,\r\n\'@x,0,"a ""b"""\r\n');
  });
});
