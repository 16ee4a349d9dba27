import { describe, expect, test } from 'vitest';
import { byLoss, toleranceFault } from '#core/record/loss-tolerance.ts';

describe(toleranceFault, () => {
  test('takes a falling curve in any order, level stretches and both ends of the chance', () => {
    expect(toleranceFault([{ above: 1_000_000, atMost: 0.2 }])).toBeUndefined();
    expect(toleranceFault([{ above: 20_000_000, atMost: 0 }, { above: 1_000_000, atMost: 1 }, { above: 5_000_000, atMost: 0 }])).toBeUndefined();
    expect(toleranceFault([{ above: 1, atMost: 0.1 }, { above: 2, atMost: 0.1 }])).toBeUndefined();
  });

  test.each([
    ['no points', [], { kind: 'no-points', index: 0 }],
    ['a loss of nothing', [{ above: 0, atMost: 0.1 }], { kind: 'loss-not-positive', index: 0 }],
    ['a gain', [{ above: 5, atMost: 0.1 }, { above: -5, atMost: 0.1 }], { kind: 'loss-not-positive', index: 1 }],
    ['a loss without end', [{ above: Infinity, atMost: 0.1 }], { kind: 'loss-not-positive', index: 0 }],
    ['a loss that is no number', [{ above: NaN, atMost: 0.1 }], { kind: 'loss-not-positive', index: 0 }],
    ['a chance below 0', [{ above: 1, atMost: -0.01 }], { kind: 'chance-outside-0-to-1', index: 0 }],
    ['a chance above 1', [{ above: 1, atMost: 5 }], { kind: 'chance-outside-0-to-1', index: 0 }],
    ['one loss with two chances', [{ above: 1, atMost: 0.2 }, { above: 1, atMost: 0.1 }], { kind: 'same-loss-twice', index: 1 }],
    ['a larger loss that may come more often', [{ above: 9, atMost: 0.2 }, { above: 1, atMost: 0.1 }], { kind: 'larger-loss-larger-chance', index: 0 }],
  ] as const)('refuses %s and says at which point', (_, points, fault) => {
    expect(toleranceFault(points)).toEqual(fault);
  });
});

test('points are ordered from the smallest loss and the given list stays as it was', () => {
  const points = [{ above: 9, atMost: 0.1 }, { above: 1, atMost: 0.2 }];
  expect(byLoss(points).map(({ above }) => above)).toEqual([1, 9]);
  expect(points[0]?.above).toBe(9);
});
