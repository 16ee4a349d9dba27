import { generateBadYears, noneInYear } from '#core/exposure/bad-years.ts';
import { generate, generateSlope, noEvent, thinned, type Frequency } from '#core/exposure/frequency.ts';
import { latticeOf } from '#core/exposure/lattice.ts';
import type { Severity } from '#core/exposure/severity.ts';
import type { SourceGrid, SourceGrids } from '#core/exposure/source-grids.ts';
import { addScaled, divideBy, exponentiate, innerProduct, multiplyBy, ones, sequenceOf, spectrumOf, zeros, type Spectrum } from '#core/exposure/spectrum.ts';
import type { Steps } from '#core/exposure/steps.ts';

/** One risk as the engine sees it: how often, and how much each time. */
export interface LossSource {
  id: string;
  /** The same for two sources whose frequency and severity are the same. */
  key: string;
  frequency: Frequency;
  severity: Severity;
}

/** One event that hits several risks at once. Its rate is part of the stated rate of each, not beside it. */
export interface CommonCause {
  id: string;
  rate: number;
  sourceIds: readonly string[];
}

/** What the sources of a year share. Everything else about them is independent. */
export interface Dependence {
  causes: readonly CommonCause[];
  /** Variance of a factor, gamma with mean 1, on the rate of everything in a year; 0 = none. Above 0 every source has one rate. */
  badYearVariance: number;
}

export const INDEPENDENT: Dependence = { causes: [], badYearVariance: 0 };

/** The year's total on a money grid, exact up to the size of a cell. */
export interface YearlyLoss {
  step: number;
  /** P(total = k step), k = 0 ... */
  masses: Float64Array;
  /** P(total <= k step). */
  cumulated: Float64Array;
  noLoss: number;
  sources: readonly SourceYear[];
}

export interface SourceYear {
  id: string;
  mean: number;
}

export interface YearGrid {
  year: YearlyLoss;
  /**
   * What each source brings to the years whose total is below a cell, and to `part` of those in it: the sum over
   * those totals s of E[loss of the source; total = s] (size-biased, Denuit 2019), in the order of the sources.
   */
  broughtBelow(cell: number, part: number): Steps<readonly number[]>;
}

/** theta * cells of Embrechts & Frei 2009: keeps what falls off the grid from wrapping round to its start. */
const TILT = 14;

/**
 * Distribution of the year's total loss and, when asked, what each source brings to it, by FFT of compound
 * frequencies. Pure and deterministic; a step a source.
 */
export function* yearlyLoss(
  sources: readonly LossSource[],
  { causes, badYearVariance }: Dependence,
  { step, cells, grids }: { step: number; cells: number; /** Where what one source contributes is kept. */ grids: SourceGrids },
): Steps<YearGrid> {
  const half = cells / 2 + 1;
  const tilt = tiltOf(cells);
  const exponent = zeros(half);
  const parts: Part[] = [];
  let mixtures: Spectrum | undefined;
  let shift = 0;
  for (const source of sources) {
    const own = causes.filter((cause) => cause.sourceIds.includes(source.id));
    const hit = own.length > 0;
    const frequency = frequencyBeside(own, source.frequency);
    const key = `${gridKey(source, frequency, step, cells)}${hit ? ' hit' : ''}`;
    const { tilted, value } = grids.gridOf(key, () => sourceGrid(source.severity, frequency, { step, tilt, hit }));
    // Kept only where a common cause needs it.
    const phi = hit ? (tilted === undefined || frequency.rates.length === 1 ? value : spectrumOf(tilted)) : undefined;
    parts.push({ source, key, tilted, frequency, value, phi, hit });
    if (frequency.rates.length === 1) {
      addScaled(exponent, value, frequency.mean);
      shift += frequency.mean;
    } else {
      mixtures ??= ones(half);
      multiplyBy(mixtures, value);
    }
    yield { done: parts.length, total: sources.length };
  }
  for (const cause of causes) {
    addScaled(exponent, productOf(parts.filter((part) => cause.sourceIds.includes(part.source.id)), half), cause.rate);
    shift += cause.rate;
  }
  const { total, slope } = badYearVariance > 0 ? generateBadYears(exponent, shift, badYearVariance) : { total: exponent, slope: exponent };
  if (badYearVariance === 0) {
    exponentiate(total, shift);
    if (mixtures !== undefined) multiplyBy(total, mixtures);
  }

  const onGrid = weightsOf(total, tilt);
  const biased = slope === total ? onGrid : weightsOf(slope, tilt);
  const year: YearlyLoss = {
    step,
    ...onGrid,
    noLoss: noLossOf(sources, { causes, badYearVariance }),
    sources: parts.map(({ source }) => ({ id: source.id, mean: source.frequency.mean * source.severity.mean })),
  };
  return { year, broughtBelow: (cell, part) => broughtBelow(parts, { causes, grids }, { ...biased, step, slope, tilt }, { cell, part }) };
}

/** P(nothing happens in a year), in closed form. */
export function noLossOf(sources: readonly LossSource[], { causes, badYearVariance }: Dependence): number {
  const together = causes.reduce((sum, { rate }) => sum + rate, 0);
  if (badYearVariance > 0) {
    const apart = sources.reduce((sum, { id, frequency }) => sum + frequencyBeside(causes.filter(({ sourceIds }) => sourceIds.includes(id)), frequency).mean, 0);
    return noneInYear(apart + together, badYearVariance);
  }
  const alone = sources.reduce((p, { id, frequency }) => {
    return p * noEvent(frequencyBeside(causes.filter(({ sourceIds }) => sourceIds.includes(id)), frequency));
  }, 1);
  return alone * Math.exp(-together);
}

/** What is left of a source's frequency beside the common causes it is hit by; its mean with them stays as stated. */
export function frequencyBeside(own: readonly CommonCause[], frequency: Frequency): Frequency {
  if (own.length === 0) return frequency;
  const shared = own.reduce((sum, { rate }) => sum + rate, 0);
  return thinned(frequency, Math.max(0, 1 - shared / frequency.mean));
}

interface Part extends SourceGrid {
  source: LossSource;
  /** Stands for what it is on this grid. */
  key: string;
  frequency: Frequency;
  /** Transform of one loss; kept only where a common cause needs it. */
  phi: Spectrum | undefined;
  /** Whether a common cause hits it. */
  hit: boolean;
}

/** Weights by cell of the grid, and their running sum. */
interface OnGrid {
  masses: Float64Array;
  cumulated: Float64Array;
}

/** The slope of the generating function, which is that function itself unless years share a factor; on the grid, and transformed. */
interface Biased extends OnGrid {
  step: number;
  slope: Spectrum;
  tilt: Float64Array;
}

function weightsOf(spectrum: Spectrum, tilt: Float64Array): OnGrid {
  const masses = untilted(sequenceOf(spectrum), tilt);
  const cumulated = new Float64Array(masses.length);
  let sum = 0;
  for (let k = 0; k < masses.length; k += 1) cumulated[k] = sum += masses[k] ?? 0;
  return { masses, cumulated };
}

function gridKey({ key }: LossSource, { mean }: Frequency, step: number, cells: number): string {
  return `${key} ${mean} ${step} ${cells}`;
}

/** Beside one known rate, and where a common cause hits, the losses themselves are asked for again and again: they are kept. */
function sourceGrid(severity: Severity, frequency: Frequency, { step, tilt, hit }: { step: number; tilt: Float64Array; hit: boolean }): SourceGrid {
  const tilted = tiltedLosses(severity, step, tilt);
  const phi = spectrumOf(tilted);
  if (frequency.rates.length === 1) return { tilted, value: phi };
  return { tilted: hit ? tilted : undefined, value: generate(frequency, phi, tilted[0] ?? 0) };
}

function tiltedLosses(severity: Severity, step: number, tilt: Float64Array): Float64Array {
  const tilted = latticeOf(severity, step, tilt.length);
  for (let k = 0; k < tilt.length; k += 1) tilted[k] = (tilted[k] ?? 0) * (tilt[k] ?? 0);
  return tilted;
}

function* broughtBelow(
  parts: readonly Part[],
  { causes, grids }: { causes: readonly CommonCause[]; grids: SourceGrids },
  biased: Biased,
  { cell, part }: { cell: number; part: number },
): Steps<readonly number[]> {
  const { slope, tilt } = biased;
  const brought: number[] = [];
  const weighted = spectrumOf(Float64Array.from(tilt, (tilted, k) => (k < cell ? 1 / tilted : k === cell ? part / tilted : 0)));
  for (const one of parts) {
    brought.push(one.frequency.rates.length === 1 && !one.hit
      ? broughtAtOneRate(one, biased, { cell, part })
      : innerProduct(one.hit ? sharesOf(one, parts, causes, biased) : keptShares(one, grids, biased), slope, weighted));
    yield { done: brought.length, total: parts.length };
  }
  return brought;
}

/** rate * sum over x of x f(x) P(the total is below the cell with x added to it). */
function broughtAtOneRate({ tilted, frequency }: Part, { masses, cumulated, step, tilt }: Biased, { cell, part }: { cell: number; part: number }): number {
  let sum = part * cell * ((tilted?.[cell] ?? 0) / (tilt[cell] ?? 1)) * (masses[0] ?? 0);
  for (let k = 1; k < cell; k += 1) {
    sum += k * ((tilted?.[k] ?? 0) / (tilt[k] ?? 1)) * ((cumulated[cell - 1 - k] ?? 0) + part * (masses[cell - k] ?? 0));
  }
  return frequency.mean * step * sum;
}

/** Beside no common cause, the shares are the same whatever else the portfolio holds: one changed risk leaves the others'. */
function keptShares(part: Part, grids: SourceGrids, biased: { step: number; tilt: Float64Array }): Spectrum {
  return grids.gridOf(`${part.key} brought`, () => ({ value: sharesOf(part, [], [], biased), tilted: undefined })).value;
}

/** Transform of E[S_i; S = s] over M: FFT(x f_i) (M_i'/M_i + sum over causes of rate * product of the others' phi). */
function sharesOf({ source, tilted: kept, frequency, value, phi: held }: Part, parts: readonly Part[], causes: readonly CommonCause[], { step, tilt }: { step: number; tilt: Float64Array }): Spectrum {
  const tilted = kept ?? tiltedLosses(source.severity, step, tilt);
  const weight = zeros(value.re.length);
  if (frequency.rates.length === 1) weight.re.fill(frequency.mean);
  else {
    addScaled(weight, generateSlope(frequency, held ?? spectrumOf(tilted), tilted[0] ?? 0), 1);
    divideBy(weight, value);
  }
  for (const cause of causes) {
    if (!cause.sourceIds.includes(source.id)) continue;
    const others = parts.filter((other) => other.source.id !== source.id && cause.sourceIds.includes(other.source.id));
    addScaled(weight, productOf(others, weight.re.length), cause.rate);
  }
  const result = spectrumOf(tilted.map((mass, k) => mass * k * step));
  multiplyBy(result, weight);
  return result;
}

function productOf(parts: readonly Part[], length: number): Spectrum {
  const result = ones(length);
  for (const { phi } of parts) if (phi !== undefined) multiplyBy(result, phi);
  return result;
}

const tilts = new Map<number, Float64Array>();

function tiltOf(cells: number): Float64Array {
  const held = tilts.get(cells);
  if (held !== undefined) return held;
  const tilt = Float64Array.from({ length: cells }, (_, k) => Math.exp((-TILT * k) / cells));
  tilts.set(cells, tilt);
  return tilt;
}

function untilted(values: Float64Array, tilt: Float64Array): Float64Array {
  for (let k = 0; k < values.length; k += 1) values[k] = (values[k] ?? 0) / (tilt[k] ?? 1);
  return values;
}
