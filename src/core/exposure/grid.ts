import { isNarrow } from '#core/exposure/severity.ts';
import { yearlyLoss, type CommonCause, type LossSource, type YearlyLoss } from '#core/exposure/yearly-loss.ts';

/** Years on money grids of several widths; each figure is read from the one that shows it best. */
export interface YearGrids {
  /** The year on a grid whose cells are small beside its quantile of p. */
  forProbability(p: number): YearlyLoss;
  /** The year on a grid whose cells are small beside this amount, and that reaches it. */
  forAmount(amount: number): YearlyLoss;
}

/** How far a grid reaches, in 99.9% quantiles. The tilt of the transform keeps what is beyond from folding back. */
const REACH = 2;
const COARSE_CELLS = 512;
const WIDER = 16;
const MOST_LEVELS = 14;
/** Cells below a quantile that show it to a hundred-thousandth. */
const FEWEST = 24;
/** Events a year above which one loss is small beside a cell. */
const FREQUENT = 100;

/**
 * Grids for the year of these sources, computed when first asked for. The first reaches twice the 99.9%
 * quantile, which is guessed from the size of one loss and set right once from a coarse pass. Others are 16
 * times wider or finer each. More cells are used where single amounts carry
 * probability or losses are many and small.
 */
export function yearGrids(sources: readonly LossSource[], causes: readonly CommonCause[], cells: number): YearGrids {
  const lumpy = sources.some(({ frequency, severity }) => isNarrow(severity) || frequency.mean > FREQUENT);
  const used = lumpy ? Math.max(cells, 16_384) : cells;
  const fewest = lumpy ? used / 32 : Math.max(FEWEST, used / 256);
  const atom = sources.find(({ severity }) => severity.atom !== undefined)?.severity.atom;
  const first = firstStep(sources, causes);
  const held = new Map<number, YearlyLoss>();
  const level = (index: number): YearlyLoss => {
    const known = held.get(index);
    if (known !== undefined) return known;
    const year = yearlyLoss(sources, causes, { step: aligned((first * COARSE_CELLS * WIDER ** index) / used, atom), cells: used, shares: sources.length > 1 });
    held.set(index, year);
    return year;
  };
  const seek = (cellOf: (year: YearlyLoss) => number): YearlyLoss => {
    let index = 0;
    for (let tried = 0; tried < 2 * MOST_LEVELS; tried += 1) {
      const cell = cellOf(level(index));
      if (cell > 0.95 * used && index < MOST_LEVELS) index += 1;
      else if (cell < fewest && index > -MOST_LEVELS) index -= Math.max(1, Math.floor(Math.log(fewest / Math.max(cell, 1)) / Math.log(WIDER)));
      else break;
    }
    return level(index);
  };
  return {
    forProbability: (p) => seek(({ cumulated }) => firstCellAt(cumulated, p)),
    forAmount: (amount) => seek(({ step }) => amount / step),
  };
}

/** First cell by which at least p of the years have come; the number of cells where the grid ends before. */
export function firstCellAt(cumulated: Float64Array, p: number): number {
  let below = 0;
  let at = cumulated.length;
  while (below < at) {
    const middle = (below + at) >> 1;
    if ((cumulated[middle] ?? 1) >= p) at = middle;
    else below = middle + 1;
  }
  return at;
}

/** Step of a grid of `COARSE_CELLS`. */
function firstStep(sources: readonly LossSource[], causes: readonly CommonCause[]): number {
  const events = sources.reduce((sum, { frequency }) => sum + frequency.mean, 0);
  const tail = Math.min(0.001, 0.05 * events);
  const guess = singleLossQuantile(sources, tail) + sources.reduce((sum, { frequency, severity }) => sum + frequency.mean * severity.mean, 0);
  const coarse = yearlyLoss(sources, causes, { step: (3 * guess) / COARSE_CELLS, cells: COARSE_CELLS, shares: false });
  const cell = Math.max(1, firstCellAt(coarse.cumulated, 1 - tail));
  return (REACH * coarse.step * cell) / COARSE_CELLS;
}

/** The amount that single losses pass `tail` times a year: sum of rate P(loss > x) = tail, by bisection of ln x. */
function singleLossQuantile(sources: readonly LossSource[], tail: number): number {
  const passed = (x: number): number => sources.reduce((sum, { frequency, severity }) => sum + frequency.mean * severity.survival(x), 0);
  const largest = Math.max(...sources.map(({ severity }) => severity.mean));
  let low = Math.log(Math.min(...sources.map(({ severity }) => severity.mean))) - 40;
  let high = Math.log(largest) + 40;
  for (let halving = 0; halving < 40; halving += 1) {
    const middle = (low + high) / 2;
    if (passed(Math.exp(middle)) > tail) low = middle;
    else high = middle;
  }
  return Math.exp(high);
}

/** The nearest smaller step of which the amount is a multiple. */
function aligned(step: number, atom: number | undefined): number {
  return atom === undefined || atom < step ? step : atom / Math.ceil(atom / step);
}
