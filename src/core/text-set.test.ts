import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextSet } from '#core/text-set.ts';

test('a set of texts says of each whether it was there, as a set does', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 200 }), fc.array(fc.string({ maxLength: 3 })), (texts, others) => {
      const held = new Set<string>();
      const set = new TextSet();
      for (const text of texts) {
        expect(set.add(text)).toBe(!held.has(text));
        held.add(text);
      }
      expect(set.size).toBe(held.size);
      for (const text of [...texts, ...others]) expect(set.has(text)).toBe(held.has(text));
    }),
    { seed: 20_261_121 },
  );
});

test('a hundred thousand ids that differ in a digit are all told apart', () => {
  const set = new TextSet();
  for (let n = 0; n < 100_000; n += 1) expect(set.add(`shop:trivy:CVE-2026-${n}`)).toBe(true);
  for (let n = 0; n < 100_000; n += 997) expect([set.has(`shop:trivy:CVE-2026-${n}`), set.has(`shop:trivy:CVE-2027-${n}`)]).toEqual([true, false]);
});
