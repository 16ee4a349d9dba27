import { expect, test } from 'vitest';
import { publishedOn } from '#importers/scan/published.ts';

test.each([
  ['2024-04-16T00:00:00Z', 'CVE-2024-3177', '2024-04-16T00:00:00Z'],
  ['2023-12-30', 'CVE-2024-1', '2023-12-30'],
  ['2018-04-16', 'CVE-2024-3177', undefined],
  ['2018-04-16', 'GHSA-xxxx-yyyy-zzzz', '2018-04-16'],
  ['2018-04-16', undefined, '2018-04-16'],
  [undefined, 'CVE-2024-3177', undefined],
])('%s of %s is taken as %s', (stated, name, expected) => {
  expect(publishedOn(stated, name)).toBe(expected);
});
