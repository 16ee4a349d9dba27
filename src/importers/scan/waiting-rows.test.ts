import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WaitingRows } from '#importers/scan/waiting-rows.ts';

describe('rows that wait', () => {
  it('come back as they went in, in order, as often as they are asked for', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ text: fc.string({ unit: 'binary', maxLength: 20 }), list: fc.array(fc.integer()) })), fc.integer({ min: 1, max: 7 }), (rows, size) => {
        const waiting = new WaitingRows<{ text: string; list: number[] }>();
        for (const row of rows) waiting.push(row);
        expect([...waiting]).toEqual(rows);
        expect([...waiting.pages(size)].flat()).toEqual(rows);
        expect(waiting.length).toBe(rows.length);
      }),
      { seed: 20_261_121 },
    );
  });

  it('come back over many pieces, and in pages of the size asked for', () => {
    const waiting = new WaitingRows<{ n: number; text: string }>();
    for (let n = 0; n < 3_000; n += 1) waiting.push({ n, text: `${n} ü\n😀 `.repeat(40) });
    const pages = [...waiting.pages(700)];
    expect(pages.map((page) => page.length)).toEqual([700, 700, 700, 700, 200]);
    expect(pages.flat().every((row, n) => row.n === n && row.text === `${n} ü\n😀 `.repeat(40))).toBe(true);
  });
});
