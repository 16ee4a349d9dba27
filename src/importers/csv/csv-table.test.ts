import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCsv } from '#importers/csv/csv-table.ts';
import { limits } from '#importers/reading/limits.ts';
import { memorySource } from '#importers/reading/memory-source.ts';
import { refusalLater } from '#test/support/refusal.ts';

async function tableOf(content: string | Uint8Array) {
  const { header, rows } = await openCsv(memorySource('a.csv', content));
  const items = [];
  for await (const item of rows) items.push(item);
  return {
    header,
    rows: items.flatMap((item) => (item.type === 'row' ? [item.row] : [])),
    faults: items.flatMap((item) => (item.type === 'rejected' ? [item.fault] : [])),
  };
}

const refusal = (content: string | Uint8Array) => refusalLater(() => tableOf(content));

describe('a CSV table', () => {
  it.each([
    ['comma', ',', 'id,title\n1,a;b|c\td'],
    ['semicolon', ';', 'id;title\n1;a,b|c\td'],
    ['tab', '\t', 'id\ttitle\n1\ta,b|c;d'],
    ['bar', '|', 'id|title\n1|a,b;c\td'],
  ])('is separated by what its header line is separated by: %s', async (_name, delimiter, text) => {
    const table = await tableOf(text);
    expect(table.header).toMatchObject({ delimiter, names: ['id', 'title'], line: 1 });
    expect(table.rows[0]?.cells).toHaveLength(2);
  });

  it('does not count separators inside a quoted column name', async () => {
    expect((await tableOf('"a, b, c, d";e;f\n1;2;3')).header.names).toEqual(['a, b, c, d', 'e', 'f']);
  });

  it('may open with a byte order mark, a sep= line, comment lines and empty lines', async () => {
    const table = await tableOf('\ufeffsep=;\n# exported today\n\n id ; title\n1;a\n');
    expect(table.header).toEqual({ line: 4, names: ['id', 'title'], text: 'id;title', delimiter: ';' });
    expect(table.rows).toEqual([{ line: 5, cells: ['1', 'a'] }]);
  });

  it('may stand under its name', async () => {
    const table = await tableOf('Risk register of March;;\n"Confidential, internal"\n;;\nid;title;owner\n1;a;b\n');
    expect(table.header).toMatchObject({ line: 4, names: ['id', 'title', 'owner'], delimiter: ';' });
    expect(table.rows).toEqual([{ line: 5, cells: ['1', 'a', 'b'] }]);
  });

  it('may name a column of numbers #, and keeps # in later rows', async () => {
    const table = await tableOf('#,title\n#7,a\n');
    expect(table.header.names).toEqual(['#', 'title']);
    expect(table.rows[0]?.cells).toEqual(['#7', 'a']);
  });

  it('rejects a row of another width by its line and never shifts its cells', async () => {
    const table = await tableOf('a,b,c\n1,2,3\n4,5\n6,7,8,9\n"10\n11",12,13\n');
    expect(table.rows.map(({ line }) => line)).toEqual([2, 5]);
    expect(table.faults.map(({ place, code }) => `${place} ${code}`)).toEqual(['line 3 csv-columns', 'line 4 csv-columns']);
  });

  it('rejects a row with broken quoting and says how far it goes', async () => {
    const table = await tableOf('a,b\n"1\n2"x,3\n4,5\n');
    expect(table.faults).toMatchObject([{ place: 'lines 2 to 3', code: 'csv-quote' }]);
    expect(table.rows).toEqual([{ line: 4, cells: ['4', '5'] }]);
  });

  it('passes over rows that hold nothing at all', async () => {
    expect((await tableOf('a,b\n,\n , \n1,2\n')).rows).toEqual([{ line: 4, cells: ['1', '2'] }]);
  });

  it('is empty when only the header is there', async () => {
    expect(await tableOf('id,title')).toMatchObject({ rows: [], faults: [] });
  });

  it.each([
    ['two columns of one name', 'id,Owner, owner\n', 'csv-duplicate-header'],
    ['a column named __proto__', 'id,__proto__\n1,2\n', 'forbidden-key'],
    ['nothing but comments', '# a\n# b\n', 'csv-no-header'],
    ['no line with two cells', 'id\n1\n2\n', 'csv-no-header'],
    ['a hundred lines and one above the names', `${'a\n'.repeat(101)}id,title\n`, 'csv-no-header'],
    ['a workbook', 'PK\u0003\u0004rest', 'not-csv'],
    ['an older workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'not-csv'],
    ['no text', ' \n', 'empty'],
    ['a cell of one byte that is not UTF-8', Uint8Array.from([0x61, 0x0a, 0xe9, 0x0a]), 'encoding'],
    ['one column too many', Array.from({ length: limits.csvColumns + 1 }, (_, index) => `c${index}`).join(','), 'csv-too-many-columns'],
  ])('is refused for %s', async (_name, content, code) => {
    expect((await refusal(content)).code).toBe(code);
  });

  it('is read with as many columns as the limit', async () => {
    const names = Array.from({ length: limits.csvColumns }, (_, index) => `c${index}`);
    expect((await tableOf(names.join(','))).header.names).toEqual(names);
  });

  it('keeps every good row whatever bad rows stand between them', async () => {
    const bad = fc.constantFrom('1,2', '1,2,3,4', 'x"y,2,3', '"a"b,2,3', ',', '1', ',,,,,,,');
    const good = fc.tuple(fc.nat(), fc.string({ unit: fc.constantFrom('a', '"', ',', ' ', '\n', 'ü'), maxLength: 5 }));
    const rows = fc.array(fc.oneof(bad.map((text) => ({ text, id: undefined })), good.map(([id, text]) => ({ text, id }))), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(rows, async (lines) => {
        const text = lines.map((line) => (line.id === undefined ? line.text : `g${line.id},"${line.text.replaceAll('"', '""')}",end`)).join('\n');
        const table = await tableOf(`id,text,last\n${text}\n`);
        const kept = table.rows.filter(({ cells }) => cells[2] === 'end');
        const expected = lines.flatMap((line) => (line.id === undefined ? [] : [[`g${line.id}`, line.text, 'end']]));
        expect(kept.map(({ cells }) => cells)).toEqual(expected);
      }),
      { seed: 20_261_121 },
    );
  });
});
