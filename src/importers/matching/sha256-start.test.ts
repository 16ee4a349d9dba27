import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256Start } from '#importers/matching/sha256-start.ts';

test('the digits are those of the SHA-256 of the platform, whatever the length', () => {
  const same = (bytes: Uint8Array): void => {
    expect(sha256Start(bytes)).toBe(createHash('sha256').update(bytes).digest('hex').slice(0, 16));
  };
  for (let length = 0; length < 200; length += 1) same(new Uint8Array(length).fill(length));
  fc.assert(fc.property(fc.uint8Array({ maxLength: 2_000 }), same), { seed: 20_261_121 });
});
