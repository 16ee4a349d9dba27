import type { FiguresByNumber } from '#core/exposure/figures.ts';
import { byLoss, type LossTolerance } from '#core/record/loss-tolerance.ts';

/** One point of the tolerance beside what the portfolio does there. */
export interface ToleranceTest {
  above: number;
  atMost: number;
  /** Chance of a year above the amount. */
  chance: number;
  within: boolean;
}

/** Every point of the tolerance tested, by rising amount. `exceedance` holds the chance at each of its amounts. */
export function toleranceTests(tolerance: LossTolerance, exceedance: FiguresByNumber): readonly ToleranceTest[] {
  return byLoss(tolerance.points).map(({ above, atMost }) => {
    const chance = exceedance[above] ?? 0;
    return { above, atMost, chance, within: chance <= atMost };
  });
}

/** The point a one-line answer speaks of: the smallest amount passed more often than accepted, else the smallest. */
export function leadingTest(tests: readonly ToleranceTest[]): ToleranceTest | undefined {
  return tests.find(({ within }) => !within) ?? tests[0];
}
