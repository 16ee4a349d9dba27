import type { When } from '#core/time.ts';

/** One point of the curve: P(total loss of a year > `above`) <= `atMost`. */
export interface TolerancePoint {
  /** In the currency of the record, above zero. */
  above: number;
  /** Probability of a year, from 0 to 1. */
  atMost: number;
}

/**
 * The loss the governing body accepts, as points of a tolerance curve (Hubbard and Seiersen, "How to Measure Anything
 * in Cybersecurity Risk": the curve a loss exceedance curve is held against; NIST CSF 2.0 GV.RM-02).
 */
export interface LossTolerance {
  points: readonly TolerancePoint[];
  /** Id of the person, or the name of the body, that set it. */
  setBy?: string | undefined;
  setAt?: When | undefined;
  /** Where it is written down, such as the minutes of a meeting. */
  source?: string | undefined;
}

/** What is wrong with a curve, and which point (counted from 0) shows it. */
export interface ToleranceFault {
  kind: 'no-points' | 'loss-not-positive' | 'chance-outside-0-to-1' | 'same-loss-twice' | 'larger-loss-larger-chance';
  index: number;
}

/**
 * The first thing that makes a curve absurd, or undefined. Points may come in any order: every loss is above zero and
 * stands once, every chance lies in 0 to 1, and no larger loss may have a larger chance than a smaller one, because a
 * year that loses more than the larger has lost more than the smaller too.
 */
export function toleranceFault(points: readonly TolerancePoint[]): ToleranceFault | undefined {
  if (points.length === 0) return { kind: 'no-points', index: 0 };
  for (const [index, { above, atMost }] of points.entries()) {
    if (!(above > 0 && above < Infinity)) return { kind: 'loss-not-positive', index };
    if (!(atMost >= 0 && atMost <= 1)) return { kind: 'chance-outside-0-to-1', index };
  }
  const rising = [...points.entries()].sort(([, a], [, b]) => a.above - b.above);
  for (const [place, [index, point]] of rising.entries()) {
    const before = rising[place - 1]?.[1];
    if (before === undefined) continue;
    if (before.above === point.above) return { kind: 'same-loss-twice', index };
    if (point.atMost > before.atMost) return { kind: 'larger-loss-larger-chance', index };
  }
  return undefined;
}

/** The points from the smallest loss to the largest. */
export function byLoss(points: readonly TolerancePoint[]): readonly TolerancePoint[] {
  return points.toSorted((a, b) => a.above - b.above);
}
