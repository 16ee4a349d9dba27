import { isNarrow } from '#core/exposure/severity.ts';
import { noSourceGrids, type SourceGrids } from '#core/exposure/source-grids.ts';
import { finished, type Steps } from '#core/exposure/steps.ts';
import { yearlyLoss, type Dependence, type LossSource, type YearGrid, type YearlyLoss } from '#core/exposure/yearly-loss.ts';

/** Years on money grids of several widths; each figure is read from the one that shows it best. */
export interface YearGrids {
  /** The year on a grid whose cells are small beside its quantile of p. */
  forProbability(p: number): YearGrid;
  /** The year on a grid whose cells are small beside this amount, and that reaches it. */
  forAmount(amount: number): YearGrid;
  /** Makes the grids these figures will be read from, in steps. What is read without is made then. */
  prepare(asked: { probabilities: readonly number[]; amounts: readonly number[] }): Steps<void>;
}

/** How far a grid reaches, in 99.9% quantiles. The tilt of the transform keeps what is beyond from folding back. */
const REACH = 2;
const COARSE_CELLS = 512;
const WIDER = 16;
const RUNGS_AN_OCTAVE = 2;
const MOST_LEVELS = 14;
/** Cells below a quantile that show it to a hundred-thousandth. */
const FEWEST = 24;
/** Events a year above which one loss is small beside a cell. */
const FREQUENT = 100;

/**
 * Grids for the year of these sources, computed when first asked for. The first reaches twice the 99.9%
 * quantile, which is guessed from the size of one loss and set right once from a coarse pass. Others are 16
 * times wider or finer each. More cells are used where single amounts carry
 * probability or losses are many and small. Widths come from one ladder, so that portfolios of about the same
 * size share what their common risks are on it.
 */
export function yearGrids(sources: readonly LossSource[], dependence: Dependence, cells: number, kept: SourceGrids = noSourceGrids): YearGrids {
  const lumpy = sources.some(({ frequency, severity }) => isNarrow(severity) || frequency.mean > FREQUENT);
  const used = lumpy ? Math.max(cells, 16_384) : cells;
  const fewest = lumpy ? used / 32 : Math.max(FEWEST, used / 256);
  const atom = sources.find(({ severity }) => severity.atom !== undefined)?.severity.atom;
  let first: number | undefined;
  const held = new Map<number, YearGrid>();
  function* level(index: number): Steps<YearGrid> {
    const known = held.get(index);
    if (known !== undefined) return known;
    first ??= yield* firstStep(sources, dependence);
    const step = aligned((first * COARSE_CELLS * WIDER ** index) / used, atom);
    const grid = yield* yearlyLoss(sources, dependence, { step, cells: used, grids: kept });
    held.set(index, grid);
    return grid;
  }
  function* seek(cellOf: (year: YearlyLoss) => number): Steps<YearGrid> {
    let index = 0;
    for (let tried = 0; tried < 2 * MOST_LEVELS; tried += 1) {
      const cell = cellOf((yield* level(index)).year);
      if (cell > 0.95 * used && index < MOST_LEVELS) index += 1;
      else if (cell < fewest && index > -MOST_LEVELS) index -= Math.max(1, Math.floor(Math.log(fewest / Math.max(cell, 1)) / Math.log(WIDER)));
      else break;
    }
    return yield* level(index);
  }
  const forProbability = (p: number): Steps<YearGrid> => seek(({ cumulated }) => firstCellAt(cumulated, p));
  const forAmount = (amount: number): Steps<YearGrid> => seek(({ step }) => amount / step);
  return {
    forProbability: (p) => finished(forProbability(p)),
    forAmount: (amount) => finished(forAmount(amount)),
    *prepare({ probabilities, amounts }) {
      for (const p of probabilities) yield* forProbability(p);
      for (const amount of amounts) yield* forAmount(amount);
    },
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
function* firstStep(sources: readonly LossSource[], dependence: Dependence): Steps<number> {
  const events = sources.reduce((sum, { frequency }) => sum + frequency.mean, 0);
  const tail = Math.min(0.001, 0.05 * events);
  const guess = singleLossQuantile(sources, tail) + sources.reduce((sum, { frequency, severity }) => sum + frequency.mean * severity.mean, 0);
  const { year } = yield* yearlyLoss(sources, dependence, { step: (3 * guess) / COARSE_CELLS, cells: COARSE_CELLS, grids: noSourceGrids });
  const cell = Math.max(1, firstCellAt(year.cumulated, 1 - tail));
  return rung((REACH * year.step * cell) / COARSE_CELLS);
}

/** The nearest of the widths all portfolios share. */
function rung(step: number): number {
  return 2 ** (Math.round(Math.log2(step) * RUNGS_AN_OCTAVE) / RUNGS_AN_OCTAVE);
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
