import { contributionsInSteps } from '#core/exposure/contributions.ts';
import { expectedShortfall } from '#core/exposure/expected-shortfall.ts';
import type { BoundAnswer, ExposureAnswer, ExposureQuestion, Portfolio, WorstAnswer, YearAnswer } from '#core/exposure/exposure-questions.ts';
import { falling, rising } from '#core/exposure/figures.ts';
import { yearGrids, type YearGrids } from '#core/exposure/grid.ts';
import { textOfInputs } from '#core/exposure/input-hash.ts';
import { inputRefusals } from '#core/exposure/input-refusals.ts';
import { CELLS_OF_ALL, CELLS_OF_ONE, dependenceOf, sourcesOf } from '#core/exposure/portfolio.ts';
import { exceedance, exceedanceIn, quantile } from '#core/exposure/quantiles.ts';
import { keptSourceGrids, noSourceGrids } from '#core/exposure/source-grids.ts';
import { finished, type Steps } from '#core/exposure/steps.ts';
import { INDEPENDENT, noLossOf, type Dependence, type LossSource } from '#core/exposure/yearly-loss.ts';

/**
 * The engine of `assessPortfolio` with a memory, for those who ask again and again: the browser's worker, the
 * server, a command. Answers are kept by all the numbers they are made from, and so is what one risk is on one
 * grid: a filter, a drill or one changed risk computes only what was not asked before.
 */
export interface ExposureEngine {
  answer(portfolio: Portfolio, question: ExposureQuestion): Steps<ExposureAnswer>;
  /** How many risks were put on a grid so far, for those who count the work. */
  gridsMade(): number;
}

interface Opened {
  grids: YearGrids;
  sources: readonly LossSource[];
  dependence: Dependence;
  mean: number;
  noLoss: number;
}

/** Room for 1,000 risks with rate ranges on the four grids a page of them takes; a company of a hundred takes a tenth of it. */
const MOST_BYTES = 320 * 2 ** 20;
const MOST_ANSWERS = 500;
const MOST_PORTFOLIOS = 6;
const CURVE_END = 0.995;

export function createExposureEngine(mostBytes: number = MOST_BYTES): ExposureEngine {
  const kept = keptSourceGrids(mostBytes);
  const answers = new Map<string, ExposureAnswer>();
  const opened = new Map<string, Opened>();
  const alone = new Map<string, number>();

  const open = (key: string, portfolio: Portfolio): Opened => {
    if (isSensitivity(portfolio)) return opening(portfolio);
    const known = opened.get(key);
    const made = known ?? opening(portfolio);
    opened.delete(key);
    hold(opened, key, made, MOST_PORTFOLIOS);
    return made;
  };
  const opening = ({ risks, commonCauses, badYearVariance }: Portfolio): Opened => {
    const dependence = dependenceOf(commonCauses, badYearVariance);
    const sources = sourcesOf(risks, dependence);
    return {
      grids: yearGrids(sources, dependence, CELLS_OF_ALL, isSensitivity({ badYearVariance }) ? noSourceGrids : kept),
      sources,
      dependence,
      mean: sources.reduce((sum, { frequency, severity }) => sum + frequency.mean * severity.mean, 0),
      noLoss: noLossOf(sources, dependence),
    };
  };
  function* aloneShortfall(source: LossSource): Steps<number> {
    const known = alone.get(source.key);
    if (known !== undefined) return known;
    const grids = yearGrids([source], INDEPENDENT, CELLS_OF_ONE);
    yield* grids.prepare({ probabilities: [0.95], amounts: [] });
    const made = expectedShortfall(grids, { mean: source.frequency.mean * source.severity.mean, noLoss: noLossOf([source], INDEPENDENT) }, 0.95);
    hold(alone, source.key, made, 20_000);
    return made;
  }
  function* bound({ sources }: Opened): Steps<BoundAnswer> {
    let es95 = 0;
    for (const [index, source] of sources.entries()) {
      es95 += finished(aloneShortfall(source));
      yield { done: index + 1, total: sources.length };
    }
    return { of: 'bound', es95 };
  }
  function* compute(portfolio: Opened, question: ExposureQuestion): Steps<ExposureAnswer> {
    switch (question.ask) {
      case 'year': return yield* yearOf(portfolio, question);
      case 'worst': return yield* worstOf(portfolio, question.better);
      case 'over': return yield* overOf(portfolio, question.amount);
      case 'bound': return yield* bound(portfolio);
    }
  }
  return {
    gridsMade: () => kept.made(),
    *answer(portfolio, question) {
      const inputs = textOfInputs(portfolio);
      const key = `${JSON.stringify(question)} ${inputs}`;
      const known = answers.get(key);
      if (known !== undefined) return known;
      const refusals = inputRefusals(portfolio);
      if (refusals.length > 0) return { of: 'refused', refusals };
      kept.startRun();
      const made = yield* compute(open(inputs, portfolio), question);
      hold(answers, key, made, MOST_ANSWERS);
      return made;
    },
  };
}

/** Asked once and never changed bit by bit: only its answers are kept, so that it takes no room from the figures of the page. */
function isSensitivity({ badYearVariance = 0 }: Pick<Portfolio, 'badYearVariance'>): boolean {
  return badYearVariance > 0;
}

function* yearOf({ grids, mean, noLoss }: Opened, question: Extract<ExposureQuestion, { ask: 'year' }>): Steps<YearAnswer> {
  const { percentiles, thresholds, curvePoints } = question;
  const probabilities = [...new Set([...percentiles, 0.95, ...(curvePoints > 0 ? [CURVE_END] : [])])].sort((a, b) => b - a);
  yield* grids.prepare({ probabilities: probabilities.filter((p) => p > noLoss), amounts: thresholds.filter((amount) => amount > 0) });
  return {
    of: 'year',
    mean,
    pNoLoss: noLoss,
    es95: expectedShortfall(grids, { mean, noLoss }, 0.95),
    quantiles: rising(percentiles, (p) => quantile(grids, noLoss, p)),
    exceedance: falling(thresholds, (amount) => exceedance(grids, noLoss, amount)),
    curve: curveOf(grids, noLoss, Math.max(0, ...thresholds), curvePoints),
  };
}

function curveOf(grids: YearGrids, noLoss: number, atLeast: number, points: number): YearAnswer['curve'] {
  if (points < 2) return [];
  const end = Math.max(quantile(grids, noLoss, CURVE_END), atLeast);
  const { year } = grids.forAmount(end);
  let chance = 1;
  return Array.from({ length: points }, (_, index) => {
    const amount = (end * index) / (points - 1);
    chance = Math.min(chance, exceedanceIn(year, noLoss, amount));
    return { amount, chance };
  });
}

function* worstOf({ grids, sources, mean, noLoss }: Opened, better: number): Steps<WorstAnswer> {
  if (better > noLoss) yield* grids.prepare({ probabilities: [better], amounts: [] });
  const average = expectedShortfall(grids, { mean, noLoss }, better);
  const worst = yield* contributionsInSteps(grids, { noLoss, total: average }, better);
  return {
    of: 'worst',
    chance: 1 - better,
    average,
    parts: sources.map(({ id, frequency, severity }) => ({ id, mean: frequency.mean * severity.mean, worst: worst.get(id) ?? 0 })),
  };
}

function* overOf(portfolio: Opened, amount: number): Steps<WorstAnswer> {
  yield* portfolio.grids.prepare({ probabilities: [], amounts: amount > 0 ? [amount] : [] });
  const chance = exceedance(portfolio.grids, portfolio.noLoss, Math.max(0, amount));
  if (chance < LEAST_CHANCE) return { of: 'worst', chance, average: 0, parts: [] };
  return { ...(yield* worstOf(portfolio, 1 - chance)), chance };
}

/** Years rarer than this are not told apart from the rounding of the transform. */
const LEAST_CHANCE = 1e-7;

/** Keeps at most so many, the oldest giving way. */
function hold<T>(held: Map<string, T>, key: string, value: T, most: number): void {
  held.set(key, value);
  for (const oldest of held.keys()) {
    if (held.size <= most) break;
    held.delete(oldest);
  }
}
