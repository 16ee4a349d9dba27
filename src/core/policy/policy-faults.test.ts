import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figureDefault, figureNames, figureText } from '#core/flags/policy-catalogue.ts';
import { changedPolicy } from '#core/policy/policy-changes.ts';
import { policyFaults } from '#core/policy/policy-faults.ts';

const policy = { id: 'policy' };
const placesOf = (changes: Parameters<typeof policyFaults>[1]) => policyFaults(policy, changes).map(({ place }) => place);

describe(policyFaults, () => {
  test('finds none in the product defaults, nor in either bound of a figure', () => {
    for (const name of figureNames) {
      const { least, most } = figureText(name);
      expect(placesOf({ figures: { [name]: figureDefault(name).value } })).toEqual([]);
      expect(placesOf({ figures: { [name]: null } })).toEqual([]);
      if (!name.startsWith('clock.U')) expect(placesOf({ figures: { [name]: least } }).concat(placesOf({ figures: { [name]: most } }))).toEqual([]);
    }
  });

  test.each(figureNames)('refuses %s outside its bounds, without end, and as no number', (name) => {
    const { least, most, unit } = figureText(name);
    const step = unit === 'share' ? 0.001 : 1;
    for (const value of [least - step, most + step, Infinity, -Infinity, NaN]) expect(placesOf({ figures: { [name]: value } })).toContain(`figures.${name}`);
    expect(placesOf({ figures: { [name]: figureDefault(name).value + 0.25 } }).length).toBe(unit === 'share' ? Number(figureDefault(name).value + 0.25 > most) : 1);
  });

  test('refuses a clock that is longer than a less urgent one, at the one that was changed', () => {
    expect(placesOf({ figures: { 'clock.U3': 15 } })).toEqual(['figures.clock.U3']);
    expect(placesOf({ figures: { 'clock.U14': 2 } })).toEqual(['figures.clock.U14']);
    expect(placesOf({ figures: { 'clock.U3': 14 } })).toEqual([]);
    expect(placesOf({ figures: { 'clock.U3': 15, 'clock.U14': 20 } })).toEqual([]);
  });

  test('refuses a nameless or endless category, and a currency that is none', () => {
    expect(placesOf({ reserved: ['safety', ' ', 'x'.repeat(201)] })).toEqual(['reserved.1', 'reserved.2']);
    expect(placesOf({ reserved: ['x'.repeat(200)] })).toEqual([]);
    for (const currency of ['usd', 'US', 'USDX', '']) expect(placesOf({ currency })).toEqual(['currency']);
    expect(placesOf({ currency: 'CHF' })).toEqual([]);
    expect(placesOf({ currency: null })).toEqual([]);
  });

  test('names the point and the field of a curve that makes no sense', () => {
    expect(placesOf({ tolerance: null })).toEqual([]);
    expect(placesOf({ tolerance: { points: [] } })).toEqual(['tolerance.points']);
    expect(placesOf({ tolerance: { points: [{ above: 1, atMost: 0.1 }, { above: 0, atMost: 0.1 }] } })).toEqual(['tolerance.points.1.above']);
    expect(placesOf({ tolerance: { points: [{ above: 1, atMost: 2 }] } })).toEqual(['tolerance.points.0.atMost']);
    expect(placesOf({ tolerance: { points: [{ above: 1, atMost: 0.1 }, { above: 1, atMost: 0.1 }] } })).toEqual(['tolerance.points.1.above']);
    expect(placesOf({ tolerance: { points: [{ above: 9, atMost: 0.2 }, { above: 1, atMost: 0.1 }] } })).toEqual(['tolerance.points.0.atMost']);
  });
});

describe(changedPolicy, () => {
  test('keeps what is not named, and leaves the policy it came from as it was', () => {
    const before = { id: 'policy', version: '1', currency: 'EUR', clock: { U3: 2 }, thresholds: { 'P7.n': 20, 'of another product': 1 }, reserved: ['safety'], scales: { likelihood: [], loss: [] } };
    const copy = structuredClone(before);
    expect(changedPolicy(before, { figures: { 'P1.days': 7, 'clock.U14': 10 } })).toEqual({
      ...copy, clock: { U3: 2, U14: 10 }, thresholds: { 'P7.n': 20, 'of another product': 1, 'P1.days': 7 },
    });
    expect(before).toEqual(copy);
  });

  test('a change back to the default leaves nothing behind', () => {
    const before = { id: 'policy', clock: { U3: 2 }, thresholds: { 'P7.n': 20 }, reserved: ['a'], acceptanceNonDelegable: true, currency: 'EUR', tolerance: { points: [{ above: 1, atMost: 0.1 }] } };
    expect(changedPolicy(before, { figures: { 'clock.U3': null, 'P7.n': null }, reserved: [], acceptanceNonDelegable: false, currency: null, tolerance: null })).toEqual({ id: 'policy' });
  });

  test('says a category once', () => {
    expect(changedPolicy(policy, { reserved: ['a', 'b', 'a'] }).reserved).toEqual(['a', 'b']);
  });

  test('no change changes nothing', () => {
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.integer()), (thresholds) => {
      const before = Object.keys(thresholds).length === 0 ? policy : { ...policy, thresholds };
      expect(changedPolicy(before, {})).toEqual(before);
    }), { seed: 4711 });
  });
});
