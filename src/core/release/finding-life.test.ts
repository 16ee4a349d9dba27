import { describe, expect, it } from 'vitest';
import type { Finding } from '#core/record/entities.ts';
import { POLICY_ID } from '#core/record/policy.ts';
import { isSuddenSilence, sightingOf } from '#core/release/finding-life.ts';

const finding = (more: Partial<Finding> = {}): Finding => ({ id: 'f', serviceId: 's', at: '2026-01-01', severity: 'low', location: 'src/a.js:10', ...more });

describe('a finding in a later scan', () => {
  it.each<[string, string, Finding | undefined, Finding]>([
    ['nobody held', 'new', undefined, finding()],
    ['at its place', 'seen again', finding(), finding()],
    ['some lines further down', 'seen again', finding(), finding({ location: 'src/a.js:99:4' })],
    ['in another file', 'moved', finding(), finding({ location: 'src/b.js:10' })],
    ['without a place before', 'seen again', finding({ location: undefined }), finding()],
    ['that was fixed', 'reopened', finding({ fixedAt: '2026-02-01' }), finding()],
    ['that was fixed, in another file', 'reopened', finding({ fixedAt: '2026-02-01' }), finding({ location: 'b' })],
    ['that is fixed still', 'seen again', finding({ fixedAt: '2026-02-01' }), finding({ fixedAt: '2026-02-01' })],
  ])('%s is %s', (_what, sighting, held, now) => {
    expect(sightingOf(held, now)).toBe(sighting);
  });
});

describe('a sudden silence', () => {
  it.each([
    [0, 0, false], [1, 1, false], [4, 4, false], [5, 5, true], [500, 500, true],
    [19, 18, false], [20, 10, false], [20, 11, true], [1_000, 500, false], [1_000, 501, true], [5, 4, false],
  ])('of %i findings %i gone: %s', (before, gone, sudden) => {
    expect(isSuddenSilence(before, gone, { id: POLICY_ID })).toBe(sudden);
  });

  it.each([
    [{ 'silence.emptyFrom': 1 }, 1, 1, true], [{ 'silence.emptyFrom': 6 }, 5, 5, false], [{ 'silence.shrunkenShare': 1 }, 100, 99, false],
    [{ 'silence.shrunkenFrom': 5, 'silence.shrunkenShare': 0.2 }, 10, 3, true], [{ 'silence.shrunkenFrom': 5, 'silence.shrunkenShare': 0.2 }, 10, 2, false],
  ])('is what the policy says: by %j, of %i findings %i gone: %s', (thresholds, before, gone, sudden) => {
    expect(isSuddenSilence(before, gone, { id: POLICY_ID, thresholds })).toBe(sudden);
  });
});
