import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WaitingRows } from '#importers/scan/waiting-rows.ts';

async function pagesOf<Row extends object>(rows: WaitingRows<Row>, size: number): Promise<(readonly Row[])[]> {
  const pages: (readonly Row[])[] = [];
  for await (const page of rows.pages(size)) pages.push(page);
  return pages;
}

describe('rows that wait', () => {
  it('come back as they went in, in order, as often as they are asked for', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ text: fc.string({ unit: 'binary', maxLength: 20 }), list: fc.array(fc.integer()) })), fc.integer({ min: 1, max: 7 }), async (rows, size) => {
        const waiting = new WaitingRows<{ text: string; list: number[] }>();
        for (const row of rows) waiting.push(row);
        await waiting.settle();
        expect((await pagesOf(waiting, 100)).flat()).toEqual(rows);
        expect((await pagesOf(waiting, size)).flat()).toEqual(rows);
        expect(waiting.length).toBe(rows.length);
      }),
      { seed: 20_261_121 },
    );
  });

  it('come back from outside memory too, in pages of the size asked for', async () => {
    const kept: string[] = [];
    const waiting = new WaitingRows<{ n: number; text: string }>(() => Promise.resolve({
      write: (text) => Promise.resolve(void kept.push(text)),
      async *read() {
        // Cut where it hurts: in the middle of lines.
        for (const text of kept) for (let at = 0; at < text.length; at += 70_001) yield text.slice(at, at + 70_001);
      },
      close: () => Promise.resolve(),
    }));
    for (let n = 0; n < 3_000; n += 1) {
      waiting.push({ n, text: `${n} ü\n😀 `.repeat(40) });
      await waiting.settle();
    }
    expect(kept.length).toBeGreaterThan(0);
    const pages = await pagesOf(waiting, 700);
    expect(pages.map((page) => page.length)).toEqual([700, 700, 700, 700, 200]);
    expect(pages.flat().every((row, n) => row.n === n && row.text === `${n} ü\n😀 `.repeat(40))).toBe(true);
  });
});
