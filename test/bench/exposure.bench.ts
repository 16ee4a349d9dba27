import { cpus } from 'node:os';
import { Z95 } from '#core/exposure/expected-annual-loss.ts';
import { assessPortfolio, type PortfolioAssessment } from '#core/exposure/portfolio.ts';
import type { RiskInput } from '#core/exposure/portfolio-input.ts';

/**
 * A year of losses by transform: one risk, 60 and 1,000 with contributions; then 60 beside a simulation of 10,000
 * years of the same portfolio, time and spread of each. Times are those of the processor, so that a busy machine
 * does not count.
 */
const TARGETS = { one: 20, sixty: 400, thousand: 10_000 };
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

const risks = register(60, false);
const { portfolio } = assessed(risks);
const runs = Array.from({ length: REPEATS }, (_, seed) => timed(() => simulate(risks, seed + 1)));
line(`${SIMULATED_YEARS} simulated years of the same 60 risks, median of ${REPEATS}`, median(runs.map(({ ms }) => ms)));
for (const p of [0.95, 0.99]) {
  const drawn = runs.map(({ value }) => value[Math.ceil(p * SIMULATED_YEARS) - 1] ?? 0);
  process.stdout.write(`quantile ${p}: ${Math.round(portfolio.quantiles[p] ?? 0)} each time by transform; off by ${spreadOf(drawn, portfolio.quantiles[p] ?? 0)} from run to run by simulation\n`);
}
