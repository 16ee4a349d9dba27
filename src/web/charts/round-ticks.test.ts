import { scaleLinear } from 'd3-scale';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roundTicks } from '#web/charts/round-ticks.ts';

test('the ticks are those of the scales of d3 for an axis from zero', () => {
  const top = fc.oneof(fc.double({ min: 0.01, max: 1e12, noNaN: true }), fc.integer({ min: 1, max: 10_000_000_000 }));
  fc.assert(fc.property(top, fc.integer({ min: 1, max: 20 }), (most, count) => {
    expect(roundTicks(most, count)).toEqual(scaleLinear().domain([0, most]).ticks(count));
  }), { seed: 20_261_121, numRuns: 2000 });
});

test('they are round and begin at zero', () => {
  expect(roundTicks(30_000_000, 6)).toEqual([0, 5_000_000, 10_000_000, 15_000_000, 20_000_000, 25_000_000, 30_000_000]);
  expect(roundTicks(0.35, 4)).toEqual([0, 0.1, 0.2, 0.3]);
});
