import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#core/time.ts';
import type { Finding, Release } from '#core/record/entities.ts';
import { ReleaseLine } from '#core/release/release-line.ts';
import { originAfterScan, originAmong, type HoldingScan } from '#core/release/trace-origin.ts';

const release = (id: string, at: string, more: Partial<Release> = {}): Release => ({ id, serviceId: 'shop', at, version: id, ...more });
const releases = [release('r1', '2026-01-10'), release('r2', '2026-02-10'), release('r3', '2026-03-10')];
const scan = (at: string, build?: string, more: Partial<HoldingScan> = {}): HoldingScan => ({ at, builds: build === undefined ? [] : [build], stageId: undefined, isFirstStage: false, ...more });

/** The finding after scans, each with the record of releases it met. */
function after(scans: readonly HoldingScan[], known: readonly Release[] = releases, publishedAt?: string): Finding {
  let held: Finding | undefined;
  const line = new ReleaseLine(known);
  for (const one of scans) {
    const at = held === undefined || one.at < held.at ? one.at : held.at;
    held = { ...held, id: 'f', serviceId: 'shop', severity: 'high', at, publishedAt, ...originAfterScan(held, one, line, { at, publishedAt }) };
  }
  if (held === undefined) throw new Error('No scan.');
  return held;
}

describe('where a finding came from', () => {
  test('is the first release that a scan which holds it is tied to, in the order they shipped', () => {
    expect(after([scan('2026-03-11', 'r3'), scan('2026-03-12', 'r2')]).introducedReleaseId).toBe('r2');
    expect(after([scan('2026-02-09'), scan('2026-02-11', 'r2')]).introducedReleaseId).toBe('r2');
  });

  test('is not traced where no scan names a release', () => {
    expect(after([scan('2026-03-11'), scan('2026-03-12', 'latest')])).toMatchObject({ introducedReleaseId: undefined, originMethod: undefined });
  });

  test('is not traced to a release that is younger than the finding', () => {
    expect(after([scan('2026-01-01'), scan('2026-03-11', 'r3')])).toMatchObject({ introducedReleaseId: undefined });
    expect(after([scan('2026-02-20'), scan('2026-03-11', 'r3')]).introducedReleaseId).toBe('r3');
  });

  test('stays what somebody stated', () => {
    const stated: Finding = { id: 'f', serviceId: 'shop', severity: 'high', at: '2026-03-01', introducedReleaseId: 'r3' };
    expect(originAfterScan(stated, scan('2026-03-02', 'r1'), new ReleaseLine(releases), { at: '2026-03-01' })).toMatchObject({ introducedReleaseId: 'r3', originMethod: undefined });
  });

  test('is told when the release arrives after the scan', () => {
    const before = after([scan('2026-02-11', 'r2')], []);
    expect(before.introducedReleaseId).toBeUndefined();
    expect(originAmong(before, new ReleaseLine(releases))).toMatchObject({ introducedReleaseId: 'r2', originMethod: 'scan' });
  });

  test('does not depend on the order in which scans and releases arrive', () => {
    const day = fc.integer({ min: 0, max: 90 }).map((days) => addDays('2026-01-01', days));
    const one = fc.tuple(day, fc.constantFrom(undefined, 'r1', 'r2', 'r3', 'latest', 'r9'), fc.constantFrom(undefined, 'build', 'run'))
      .map(([at, build, stageId]) => scan(at, build, { stageId, isFirstStage: stageId === 'build' }));
    fc.assert(fc.property(fc.array(one, { minLength: 1, maxLength: 6 }), fc.nat(), day, (scans, seed, publishedAt) => {
      const shuffled = scans.map((each, index) => ({ each, key: (index + 1) * (seed + 7) % 11 })).toSorted((a, b) => a.key - b.key).map(({ each }) => each);
      const told = ({ introducedReleaseId, foundStageId, firstScan, afterShipping, introducedStageId }: Finding) => ({ introducedReleaseId, foundStageId, firstScan, afterShipping, introducedStageId });
      const straight = after(scans, releases, publishedAt);
      const expected = { ...told(straight), introducedStageId: undefined };
      expect({ ...told(after(shuffled, releases, publishedAt)), introducedStageId: undefined }).toEqual(expected);
    }));
  });
});

describe('a vulnerability that became public after the release had shipped', () => {
  test.each([
    ['2026-03-01', true], ['2026-01-31', false], ['2026-02-10', undefined], [undefined, undefined],
  ])('published on %s: %s', (publishedAt, expected) => {
    expect(after([scan('2026-03-05', 'r2')], releases, publishedAt).afterShipping).toBe(expected);
  });

  test('was made at no stage of the release', () => {
    const first = scan('2026-03-05', 'r2', { stageId: 'code', isFirstStage: true });
    expect(after([first], releases, '2026-03-01').introducedStageId).toBeUndefined();
    expect(after([first], releases, '2026-01-01').introducedStageId).toBe('code');
  });
});

describe('the stage it was found at', () => {
  test('is that of the earliest scan that says one, whichever was read first', () => {
    const scans = [scan('2026-03-05', undefined, { stageId: 'run' }), scan('2026-03-01', undefined, { stageId: 'build' })];
    expect([after(scans).foundStageId, after(scans.toReversed()).foundStageId]).toEqual(['build', 'build']);
  });

  test('is the one somebody stated', () => {
    const stated: Finding = { id: 'f', serviceId: 'shop', severity: 'high', at: '2026-03-01', foundStageId: 'run' };
    expect(originAfterScan(stated, scan('2026-02-01', undefined, { stageId: 'build' }), new ReleaseLine(releases), stated).foundStageId).toBe('run');
  });
});
