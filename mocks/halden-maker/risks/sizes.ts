import { streamOf, type Stream } from '#mocks/halden-maker/random.ts';
import type { Day, RangeSpec } from '#mocks/halden-maker/risks/risk.ts';

const THOUSAND = 1000;

/** Ends of the range of one loss in thousands of dollars, and of events a year, for each size of a risk. */
const SIZES = {
  S: { low: [20, 25, 30, 40, 50], high: [200, 240, 300, 360, 450], rates: [[0.1, 0.8], [0.2, 1], [0.1, 0.5], [0.2, 1.4]] },
  M: { low: [50, 80, 100, 150], high: [650, 900, 1200, 1500, 1900], rates: [[0.1, 0.6], [0.1, 0.8], [0.05, 0.5], [0.1, 0.4]] },
  L: { low: [200, 300, 400], high: [2200, 2500, 2800], rates: [[0.05, 0.4], [0.1, 0.5], [0.05, 0.3]] },
  X: { low: [500, 600], high: [3400, 3800], rates: [[0.05, 0.3], [0.1, 0.4]] },
} as const;

/** The range of a risk of a size; none for `-`, a risk nobody has put in money yet. */
export function rangesOf(name: string, size: string, since: Day): readonly RangeSpec[] {
  if (size !== 'S' && size !== 'M' && size !== 'L' && size !== 'X') return [];
  const stream = streamOf('range', name);
  const choice = SIZES[size];
  const [rateLow, rateHigh] = stream.pick<readonly [number, number]>(choice.rates);
  return [{
    since,
    low: pickThousands(stream, choice.low),
    high: pickThousands(stream, choice.high),
    rateLow,
    rateHigh,
    currency: 'USD',
  }];
}

function pickThousands(stream: Stream, list: readonly number[]): number {
  return stream.pick(list) * THOUSAND;
}
