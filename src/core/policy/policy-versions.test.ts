import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayOf } from '#core/time.ts';
import type { Entry } from '#core/record/entry.ts';
import { POLICY_ID, type Policy } from '#core/record/policy.ts';
import { viewAsOf } from '#core/record/view.ts';
import { evaluateRecord } from '#core/flags/evaluate.ts';
import { figureNames, figureText } from '#core/flags/policy-catalogue.ts';
import { changedPolicy, type PolicyChanges } from '#core/policy/policy-changes.ts';
import { policyDifference } from '#core/policy/policy-difference.ts';
import { previewPolicy } from '#core/policy/policy-preview.ts';
import { inForce, nextVersionName, policyVersions } from '#core/policy/policy-versions.ts';
import { policyView } from '#core/policy/policy-view.ts';
import { policyWords } from '#core/policy/version-words.ts';
import { arbitraryEntries } from '#test/support/arbitrary-record.ts';

const entry = (recordedAt: string | undefined, policy: Omit<Policy, 'id'>): Entry => ({
  kind: 'policy', entity: { id: POLICY_ID, ...policy }, stamp: recordedAt === undefined ? {} : { recordedAt, recordedBy: 'ana' },
});

describe(policyVersions, () => {
  const entries = [entry('2026-03-03T10:00:00Z', { version: 'b' }), entry('2026-01-01', { version: 'a', reason: 'first' }), entry('2026-03-03T09:00:00+05:00', { thresholds: { 'P1.days': 7 } })];

  test('stand in the order they were recorded, after the product defaults', () => {
    expect(policyVersions(entries, '2026-12-31').map(({ revision, version }) => [revision, version])).toEqual([
      [0, 'product-defaults-1'], [1, 'a'], [2, 'product-defaults-1 with changes'], [3, 'b'],
    ]);
    expect(inForce(policyVersions(entries, '2026-12-31'))).toMatchObject({ version: 'b', recordedAt: '2026-03-03T10:00:00Z', recordedBy: 'ana', reason: null });
  });

  test('are those recorded by the end of the day', () => {
    expect(inForce(policyVersions(entries, '2025-12-31')).revision).toBe(0);
    expect(inForce(policyVersions(entries, '2026-01-01'))).toMatchObject({ version: 'a', reason: 'first' });
    expect(inForce(policyVersions(entries, '2026-03-02')).version).toBe('a');
    expect(inForce(policyVersions(entries, '2026-03-03')).version).toBe('b');
  });

  test('a version without a day has always been there', () => {
    expect(policyVersions([entry(undefined, { version: 'a' })], '2000-01-01').map(({ recordedAt }) => recordedAt)).toEqual([null, null]);
  });

  test('the next one is called by its number, and never as another', () => {
    expect(nextVersionName(policyVersions([], '2026-01-01'))).toBe('policy-1');
    expect(nextVersionName(policyVersions(entries, '2026-12-31'))).toBe('policy-4');
    expect(nextVersionName(policyVersions([entry('2026-01-01', { version: 'policy-2' })], '2026-12-31'))).toBe('policy-3');
  });
});

describe(policyWords, () => {
  test.each([
    ['policy-2', '2026-03-03T10:00:00Z', 'policy 2 of 3 Mar 2026'],
    ['2026-1', '2025-11-24', 'policy 2026-1 of 24 Nov 2025'],
    ['board', null, 'policy board'],
    ['product-defaults-1', null, 'the product defaults'],
    ['product-defaults-1 with changes', '2026-03-03', 'the product defaults with changes of 3 Mar 2026'],
  ])('%s recorded %s is %s', (version, recordedAt, words) => {
    expect(policyWords(version, recordedAt)).toBe(words);
  });
});

/** Changes within the bounds, the clocks among them. */
const changes: fc.Arbitrary<PolicyChanges> = fc.record({
  figures: fc.dictionary(fc.constantFrom(...figureNames), fc.nat({ max: 1_000 }), { maxKeys: 6 }).map((chosen) =>
    Object.fromEntries(Object.entries(chosen).map(([name, nth]) => {
      const { least, most, unit } = figureText(figureNames.find((one) => one === name) ?? 'P1.days');
      const value = least + ((most - least) * nth) / 1_000;
      return [name, unit === 'share' ? value : Math.round(value)];
    }))),
  reserved: fc.subarray(['safety', 'licence']),
  acceptanceNonDelegable: fc.boolean(),
}, { requiredKeys: [] });

describe('a new version', () => {
  test('never touches a flag, a state or a policy view of a day before it was recorded', () => {
    const from = dayOf('2024-06-01');
    fc.assert(fc.property(arbitraryEntries, changes, fc.integer({ min: from, max: dayOf('2026-11-21') }), fc.integer({ min: 1, max: 400 }), (entries, wanted, day, later) => {
      const asOf = addDays('1970-01-01', day);
      const recordedAt = `${addDays(asOf, later)}T08:00:00Z`;
      const before = viewAsOf(entries, asOf);
      const next = { ...changedPolicy(before.policy, wanted), version: 'policy-x', reason: 'why' };
      const all: Entry[] = [...entries, { kind: 'policy', entity: next, stamp: { recordedAt } }];
      const after = viewAsOf(all, asOf);
      expect(evaluateRecord(after).flags).toEqual(evaluateRecord(before).flags);
      expect([...evaluateRecord(after).risks.values()].map(({ readiness }) => readiness)).toEqual([...evaluateRecord(before).risks.values()].map(({ readiness }) => readiness));
      expect(policyView(after, all, asOf)).toEqual(policyView(before, entries, asOf));
    }), { seed: 20_261_121, numRuns: 60 });
  });

  test('on the day it is recorded every flag names it, and counts as its preview said', () => {
    fc.assert(fc.property(arbitraryEntries, changes, (entries, wanted) => {
      const today = '2026-11-22';
      const view = viewAsOf(entries, today);
      const proposed = changedPolicy(view.policy, wanted);
      const preview = previewPolicy(view, proposed);
      const saved = viewAsOf([...entries, { kind: 'policy', entity: { ...proposed, version: 'policy-x' }, stamp: { recordedAt: `${today}T08:00:00Z` } }], today);
      const now = evaluateRecord(saved);
      for (const flag of now.flags) expect(flag.policyVersion).toBe('policy-x');
      const counts = (risks: Iterable<{ readiness: string }>) => [...risks].reduce<Record<string, number>>((sum, { readiness }) => ({ ...sum, [readiness]: (sum[readiness] ?? 0) + 1 }), {});
      expect(preview.readiness.after).toMatchObject(counts(now.risks.values()));
      for (const { flag, after, gained, lost, before } of preview.flags) {
        const shown = [...now.risks.values()].flatMap(({ flags, moreFlags }) => [...flags, ...moreFlags]).filter((one) => one.subjectKind === 'risk').concat(now.otherShown);
        expect(shown.filter((one) => one.flag === flag)).toHaveLength(after);
        expect(before + gained.length - lost.length).toBe(after);
      }
    }), { seed: 20_261_121, numRuns: 60 });
  });

  test('differs from the one before by what was changed and by nothing else', () => {
    const before = { id: 'policy', thresholds: { 'P1.days': 14 } };
    expect(policyDifference(before, { id: 'policy' })).toEqual([]);
    expect(policyDifference(before, changedPolicy(before, { figures: { 'P4.share': 0.7, 'clock.briefShare': 4 }, reserved: ['safety', 'licence'], acceptanceNonDelegable: true, currency: 'EUR' }))).toEqual([
      { name: 'clock.briefShare', label: 'Time to show it', from: 'clock / 6', to: 'clock / 4' },
      { name: 'P4.share', label: 'Decided because something happened: share', from: '60%', to: '70%' },
      { name: 'reserved', label: 'Reserved categories', from: 'none', to: 'safety and licence' },
      { name: 'acceptanceNonDelegable', label: 'Acceptance cannot be passed on', from: 'no', to: 'yes' },
      { name: 'currency', label: 'Currency', from: 'USD', to: 'EUR' },
    ]);
  });
});
