import { describe, expect, test } from 'vitest';
import type { Release } from '#core/record/entities.ts';
import { buildName, releaseBefore, releaseOfBuilds } from '#core/release/build-names.ts';

const release = (id: string, at: string, more: Partial<Release> = {}): Release => ({ id, serviceId: 'shop', at, ...more });
const COMMIT = '4d1a2c7f00112233445566778899aabbccddeeff';
const releases = [
  release('a', '2026-01-10', { version: 'v1.4.0' }),
  release('b', '2026-02-10T08:00:00Z', { version: '1.5.0', builds: [COMMIT, 'sha256:0b31b1c02ff458ad9b7b81cbdf8f028bd54699fa'] }),
  release('c', '2026-02-12', { version: '1.5.0' }),
];

describe('the release a scan names', () => {
  test.each([
    ['1.4.0', 'a'], ['refs/tags/v1.4.0', 'a'], ['V1.4.0', 'a'], ['a', 'a'], [COMMIT, 'b'], [COMMIT.slice(0, 7), 'b'],
    ['SHA256:0b31b1c02ff458ad9b7b81cbdf8f028bd54699fa', 'b'],
  ])('%s is %s', (name, id) => {
    expect(releaseOfBuilds(releases, [name])?.id).toBe(id);
  });

  test('of one build that shipped more than once it is the first', () => {
    expect(releaseOfBuilds(releases.toReversed(), ['1.5.0'])?.id).toBe('b');
  });

  test.each([['latest'], ['main'], ['refs/heads/release'], [''], ['1.4'], [COMMIT.slice(0, 6)], ['sha256:0b31b1c']])('%j names none', (name) => {
    expect(releaseOfBuilds(releases, [name])).toBeUndefined();
  });

  test('a name that moves is no name of a build', () => {
    expect([buildName('latest'), buildName(' V2 ')]).toEqual([undefined, '2']);
  });
});

test('the release before is the last that shipped before it', () => {
  expect(releases.map((one) => releaseBefore(releases, one)?.id)).toEqual([undefined, 'a', 'b']);
});
