import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvReader } from '#importers/csv/csv-reader.ts';
import { limits } from '#importers/reading/limits.ts';
import { refusalOf } from '#test/support/refusal.ts';

function read(text: string, delimiter = ',') {
  const reader = new CsvReader('a.csv', delimiter, 1);
  return [...reader.push(text), ...reader.end()];
}

const cellsOf = (text: string, delimiter?: string) => read(text, delimiter).map(({ cells }) => cells);

describe('CSV text', () => {
  it('keeps separators, line ends and doubled quotes inside quotes', () => {
    expect(cellsOf('a,"b,""c""","d\ne"\r\n1,,2\n')).toEqual([['a', 'b,"c"', 'd\ne'], ['1', '', '2']]);
  });

  it('says on which lines a record stands, whatever ends the lines', () => {
    const lines = read('a\r\n"b\r\nc"\r\n\r\nd\re').map(({ line, endLine }) => [line, endLine]);
    expect(lines).toEqual([[1, 1], [2, 3], [5, 5], [6, 6]]);
  });

  it.each([
    ['a quote inside an unquoted cell', 'a,b"c,d'],
    ['text after a closing quote', 'a,"b"c,d'],
    ['a space before an opening quote', 'a, "b, c",d'],
  ])('marks a record broken for %s and reads the next one', (_name, line) => {
    expect(read(`${line}\n1,2,3`).map(({ brokenQuote }) => brokenQuote)).toEqual([true, false]);
  });

  it('refuses a quote that is never closed and names the line it was opened on', () => {
    expect(refusalOf(() => read('a,b\n1,2\n3,"open\n4,5\n'))).toMatchObject({ code: 'csv-quote', place: 'line 3' });
  });

  it('reads a cell at the limit and refuses one that is longer', () => {
    expect(cellsOf('x'.repeat(limits.stringLength))[0]?.[0]).toHaveLength(limits.stringLength);
    expect(refusalOf(() => read('x'.repeat(limits.stringLength + 1))).code).toBe('string-too-long');
  });

  it('keeps no more cells of a record than the limit and one', () => {
    expect(cellsOf(','.repeat(100_000))[0]).toHaveLength(limits.csvColumns + 1);
  });

  it('is the same however it is cut into pieces', () => {
    const text = 'a,"b\r\n""c""",d\r\n"",é,"x"\r1,2,3';
    const whole = read(text);
    for (let cut = 0; cut < text.length; cut += 1) {
      const reader = new CsvReader('a.csv', ',', 1);
      expect([...reader.push(text.slice(0, cut)), ...reader.push(text.slice(cut)), ...reader.end()]).toEqual(whole);
    }
  });

  it('agrees with csv-parse on any table', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ' ', ',', ';', '"', '\n', '\r\n', '😀', '='), maxLength: 6 });
    const table = fc.integer({ min: 1, max: 5 }).chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
    );
    fc.assert(
      fc.property(table, fc.constantFrom(',', ';', '\t', '|'), (rows, delimiter) => {
        const text = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(delimiter)).join('\n');
        expect(cellsOf(text, delimiter)).toEqual(parse(text, { delimiter, record_delimiter: '\n' }));
        expect(cellsOf(text, delimiter)).toEqual(rows);
      }),
      { seed: 20_261_121 },
    );
  });
});
