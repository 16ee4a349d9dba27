import { expect, test } from 'vitest';
import { squareCode } from '#web/pages/print/square-code.ts';

function modules({ size, path }: { size: number; path: string }): boolean[][] {
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let at = Number(x); at < Number(x) + Number(length); at += 1) (rows[Number(y)] ?? [])[at] = true;
  }
  return rows;
}

test('the code has the three squares a reader looks for, and four light modules around it', () => {
  const code = squareCode('https://risk.example/?asOf=2026-09-30&against=2026-06-30');
  const drawn = modules(code);
  const finder = ['1111111', '1000001', '1011101', '1011101', '1011101', '1000001', '1111111'];
  const at = (x: number, y: number) => finder.map((_, row) => drawn[y + row]?.slice(x, x + 7).map(Number).join(''));
  const far = code.size - 4 - 7;
  expect(at(4, 4)).toEqual(finder);
  expect(at(far, 4)).toEqual(finder);
  expect(at(4, far)).toEqual(finder);
  const edge = drawn.flatMap((row, y) => row.filter((dark, x) => dark && (Math.min(x, y) < 4 || Math.max(x, y) >= code.size - 4)));
  expect(edge).toEqual([]);
});

test('another address is another code', () => {
  expect(squareCode('https://risk.example/?asOf=2026-09-30').path).not.toBe(squareCode('https://risk.example/?asOf=2026-06-30').path);
});
