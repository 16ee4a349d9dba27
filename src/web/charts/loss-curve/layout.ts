import type { YearAnswer } from '#core/exposure/exposure-questions.ts';
import type { ToleranceTest } from '#core/exposure/tolerance-test.ts';
import { scaleLinear } from 'd3-scale';

export interface CurvePoint {
  amount: number;
  chance: number;
}

export interface LossCurveLayout {
  /** P(year > amount), falling. The first point is the chance of any loss at all. */
  years: readonly CurvePoint[];
  /** What is accepted at most, a stair from each amount to the next and on to the end of the axis. */
  accepted: readonly CurvePoint[];
  /** The curve at each amount of the tolerance. */
  tests: readonly (CurvePoint & { within: boolean })[];
  end: number;
  moneyTicks: readonly number[];
  chanceTicks: readonly number[];
}

/** What the curve is drawn from: money linear from zero, chance linear from 0 to 100%. */
export function layoutLossCurve({ curve }: Pick<YearAnswer, 'curve'>, tests: readonly ToleranceTest[], width: number): LossCurveLayout {
  const end = curve.at(-1)?.amount ?? 1;
  const last = tests.at(-1);
  return {
    years: curve,
    accepted: [
      ...tests.map(({ above, atMost }) => ({ amount: above, chance: atMost })),
      ...(last === undefined ? [] : [{ amount: end, chance: last.atMost }]),
    ],
    tests: tests.map(({ above, chance, within }) => ({ amount: above, chance, within })),
    end,
    moneyTicks: scaleLinear().domain([0, end]).ticks(Math.max(2, Math.floor(width / 110))),
    chanceTicks: [0, 0.2, 0.4, 0.6, 0.8, 1],
  };
}
