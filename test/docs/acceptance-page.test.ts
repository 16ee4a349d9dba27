import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const rows = [...readFileSync(join(root, 'docs/acceptance.md'), 'utf8').matchAll(/^\| (\d+) \| ([^|]+) \| `([^`]+)` \| ([^|]+) \|$/gm)]
  .map(([, point, , file = '', name = '']) => ({ point: Number(point), file, name: name.trim() }));

it('every point from 1 to 30 names a test', () => {
  expect([...new Set(rows.map(({ point }) => point))].sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
});

it.each(rows)('point $point: $file has the test "$name"', ({ file, name }) => {
  expect(existsSync(join(root, file))).toBe(true);
  const names = [...readFileSync(join(root, file), 'utf8').matchAll(/\b(?:it|test|describe)(?:\.each\([\s\S]*?\))?\(\s*['"`]([^'"`\n]+)/g)].map(([, one]) => one ?? '');
  expect(names.some((one) => one.startsWith(name)), names.join('\n')).toBe(true);
});
