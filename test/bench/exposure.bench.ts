import { cpus } from 'node:os';
import { Z95 } from '#core/exposure/normal.ts';
import { createExposureEngine, type ExposureEngine } from '#core/exposure/exposure-engine.ts';
import type { ExposureQuestion } from '#core/exposure/exposure-questions.ts';
import { yearGrids } from '#core/exposure/grid.ts';
import { assessPortfolio, sourceOf, type PortfolioAssessment } from '#core/exposure/portfolio.ts';
import type { RiskInput } from '#core/exposure/portfolio-input.ts';
import { quantile } from '#core/exposure/quantiles.ts';
import { finished } from '#core/exposure/steps.ts';
import { INDEPENDENT } from '#core/exposure/yearly-loss.ts';

/**
 * A year of losses by transform: one risk, 60 and 1,000 with contributions, from scratch, asked again, with one risk
 * changed and with a part taken out; then 60 beside a simulation of 10,000 years of the same portfolio in the same
 * run, time and error of each against the transform on a grid eight times as fine. Times are those of the processor,
 * so that a busy machine does not count.
 */
const TARGETS = { one: 20, sixty: 400, cached: 5, thousand: 10_000 };
const SIMULATED_YEARS = 10_000;
const REPEATS = 20;

/** Mulberry32: the same draws on every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function register(count: number, ranged: boolean): RiskInput[] {
  const next = randomFrom(60);
  return Array.from({ length: count }, (_, index) => {
    const rate = 0.02 * 200 ** next();
    const low = 2e3 * 500 ** next();
    const range = { id: `r${index}`, low, high: low * (10 + 90 * next()), team: `t${index % 12}`, process: `p${index % 5}` };
    return ranged ? { ...range, rateLow: rate / 3, rateHigh: rate * 3 } : { ...range, rate };
  });
}

function assessed(risks: readonly RiskInput[]): PortfolioAssessment {
  const outcome = assessPortfolio({ risks, thresholds: [1e6, 1e7] });
  if (outcome.kind === 'refused') throw new Error(outcome.refusals.map(({ sentence }) => sentence).join(' '));
  return outcome.assessment;
}

function timed<T>(run: () => T): { ms: number; value: T } {
  const start = process.cpuUsage();
  const value = run();
  const { user, system } = process.cpuUsage(start);
  return { ms: (user + system) / 1000, value };
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

function line(what: string, ms: number, target?: number): void {
  const ratio = target === undefined ? '' : `   ${(ms / target).toFixed(2)} of the target of ${target} ms`;
  process.stdout.write(`${what.padEnd(58)} ${ms.toFixed(1).padStart(9)} ms${ratio}\n`);
}

/** Totals of simulated years, sorted. */
function simulate(risks: readonly RiskInput[], seed: number): Float64Array {
  const next = randomFrom(seed);
  const totals = new Float64Array(SIMULATED_YEARS);
  for (const { rate = 0, low, high } of risks) {
    const middle = (Math.log(low) + Math.log(high)) / 2;
    const spread = (Math.log(high) - Math.log(low)) / (2 * Z95);
    const stop = Math.exp(-rate);
    for (let year = 0; year < SIMULATED_YEARS; year += 1) {
      for (let left = next(); left > stop; left *= next()) {
        const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
        totals[year] = (totals[year] ?? 0) + Math.exp(middle + spread * normal);
      }
    }
  }
  return totals.sort();
}

function spreadOf(values: readonly number[], truth: number): string {
  const off = Math.sqrt(values.reduce((sum, value) => sum + (value / truth - 1) ** 2, 0) / values.length);
  return `${(100 * off).toFixed(2)}%`;
}

process.stdout.write(`Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}\n`);
line('60 risks with contributions, the first call of the process', timed(() => assessed(register(60, false))).ms, TARGETS.sixty);
line('one risk, median of 60', median(register(60, false).map((risk) => timed(() => assessed([risk])).ms)), TARGETS.one);
line('one risk with a rate range, median of 60', median(register(60, true).map((risk) => timed(() => assessed([risk])).ms)), TARGETS.one);
line('60 risks with contributions, median of 7', median(Array.from({ length: 7 }, () => timed(() => assessed(register(60, false))).ms)), TARGETS.sixty);
line('60 risks with rate ranges, median of 7', median(Array.from({ length: 7 }, () => timed(() => assessed(register(60, true))).ms)), TARGETS.sixty);
line('1,000 risks with contributions', timed(() => assessed(register(1_000, false))).ms, TARGETS.thousand);

const YEAR: ExposureQuestion = { ask: 'year', percentiles: [0.5, 0.95, 0.99], thresholds: [1e6, 1e7], curvePoints: 160 };
const WORST: ExposureQuestion = { ask: 'worst', better: 0.95 };

function asked(engine: ExposureEngine, of: readonly RiskInput[]): void {
  for (const question of [YEAR, WORST]) finished(engine.answer({ risks: of, commonCauses: [] }, question));
}

/** What a page asks of the engine that remembers: all of it, the same again, one risk changed, a tenth taken out. */
function remembered(what: string, of: readonly RiskInput[], target: number): void {
  const engine = createExposureEngine();
  line(`${what}, year, curve and contributions`, timed(() => asked(engine, of)).ms, target);
  line(`${what}, asked again`, timed(() => asked(engine, of)).ms, TARGETS.cached);
  line(`${what}, one of them changed`, timed(() => asked(engine, of.with(3, { id: 'r3', rate: 0.5, low: 4321, high: 98_765 }))).ms);
  line(`${what}, a tenth of them taken out`, timed(() => asked(engine, of.filter((_, index) => index % 10 !== 0))).ms);
  line(`${what}, a year with one factor on all rates`, timed(() => finished(engine.answer({ risks: of, commonCauses: [], badYearVariance: 0.25 }, YEAR))).ms);
}

remembered('60 risks with rate ranges in the engine', register(60, true), TARGETS.sixty);
remembered('1,000 risks with rate ranges in the engine', register(1_000, true), TARGETS.thousand);

const risks = register(60, false);
const { portfolio } = assessed(risks);
const exact = yearGrids(risks.map((risk) => sourceOf(risk)), INDEPENDENT, 65_536);
const noLoss = portfolio.pNoLoss;
const runs = Array.from({ length: REPEATS }, (_, seed) => timed(() => simulate(risks, seed + 1)));

line('side by side: 60 risks by transform, year and contributions, median of 7', median(Array.from({ length: 7 }, () => timed(() => asked(createExposureEngine(), risks)).ms)));
line(`side by side: ${SIMULATED_YEARS} simulated years of them, median of ${REPEATS}`, median(runs.map(({ ms }) => ms)));
for (const p of [0.5, 0.95, 0.99]) {
  const truth = quantile(exact, noLoss, p);
  const drawn = runs.map(({ value }) => value[Math.ceil(p * SIMULATED_YEARS) - 1] ?? 0);
  const got = finished(createExposureEngine().answer({ risks, commonCauses: [] }, { ...YEAR, percentiles: [p] }));
  const off = got.of === 'year' ? Math.abs((got.quantiles[p] ?? 0) / truth - 1) : Number.NaN;
  process.stdout.write(`quantile ${p}: ${Math.round(truth)}; the transform is off by ${(100 * off).toFixed(5)}%, the simulation by ${spreadOf(drawn, truth)} from run to run\n`);
}
