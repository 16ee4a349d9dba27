import { latticeOf } from '#core/exposure/lattice.ts';
import { generate, noEvent, thinned, type Frequency } from '#core/exposure/frequency.ts';
import type { Severity } from '#core/exposure/severity.ts';
import { addScaled, exponentiate, multiplyBy, ones, sequenceOf, spectrumOf, zeros, type Spectrum } from '#core/exposure/spectrum.ts';

/** One risk as the engine sees it: how often, and how much each time. */
export interface LossSource {
  id: string;
  frequency: Frequency;
  severity: Severity;
}

/** One event that hits several risks at once. Its rate is part of the stated rate of each, not beside it. */
export interface CommonCause {
  id: string;
  rate: number;
  sourceIds: readonly string[];
}

/** The year's total on a money grid, exact up to the size of a cell. */
export interface YearlyLoss {
  step: number;
  /** P(total = k step), k = 0 ... */
  masses: Float64Array;
  /** P(total <= k step). */
  cumulated: Float64Array;
  noLoss: number;
  mean: number;
  sources: readonly SourceYear[];
}

export interface SourceYear {
  id: string;
  mean: number;
  /** E[loss of this source; total = k step], computed when asked; the grid must have been made for it. */
  shares(): Float64Array;
}

/** theta * cells of Embrechts & Frei 2009: keeps what falls off the grid from wrapping round to its start. */
const TILT = 14;

/**
 * Distribution of the year's total loss and, when asked, what each source brings to each total
 * (size-biased, Denuit 2019), by FFT of compound frequencies. Pure and deterministic.
 */
export function yearlyLoss(
  sources: readonly LossSource[],
  causes: readonly CommonCause[],
  { step, cells, shares }: { step: number; cells: number; /** Whether shares will be asked for. */ shares: boolean },
): YearlyLoss {
  const half = cells / 2 + 1;
  const tilt = tiltOf(cells);
  const exponent = zeros(half);
  let mixtures: Spectrum | undefined;
  let shift = 0;
  const parts = sources.map((source): Part => {
    const lattice = latticeOf(source.severity, step, cells);
    const own = causes.filter((cause) => cause.sourceIds.includes(source.id));
    const frequency = frequencyBeside(own, source.frequency);
    const tilted = new Float64Array(cells);
    for (let k = 0; k < cells; k += 1) tilted[k] = (lattice[k] ?? 0) * (tilt[k] ?? 0);
    const phi = spectrumOf(tilted);
    const part = { source, tilted, frequency, phi: own.length > 0 ? phi : undefined };
    if (frequency.rates.length === 1) {
      addScaled(exponent, phi, frequency.mean);
      shift += frequency.mean;
      return { ...part, slope: undefined };
    }
    const { value, slopeOverValue } = generate(frequency, phi, shares);
    if (mixtures === undefined) mixtures = value;
    else multiplyBy(mixtures, value);
    return { ...part, slope: slopeOverValue };
  });
  for (const cause of causes) {
    addScaled(exponent, productOf(parts.filter((part) => cause.sourceIds.includes(part.source.id)), half), cause.rate);
    shift += cause.rate;
  }
  const total = exponent;
  exponentiate(total, shift);
  if (mixtures !== undefined) multiplyBy(total, mixtures);

  const masses = untilted(sequenceOf(total), tilt);
  const cumulated = new Float64Array(cells);
  let sum = 0;
  for (let k = 0; k < cells; k += 1) cumulated[k] = sum += masses[k] ?? 0;
  return {
    step,
    masses,
    cumulated,
    noLoss: noLossOf(sources, causes),
    mean: sources.reduce((all, { frequency, severity }) => all + frequency.mean * severity.mean, 0),
    sources: parts.map((part) => ({
      id: part.source.id,
      mean: part.source.frequency.mean * part.source.severity.mean,
      shares: () => sharesOf(part, parts, causes, total, { step, tilt }),
    })),
  };
}

/** P(nothing happens in a year), in closed form. */
export function noLossOf(sources: readonly LossSource[], causes: readonly CommonCause[]): number {
  const alone = sources.reduce((p, { id, frequency }) => {
    return p * noEvent(frequencyBeside(causes.filter(({ sourceIds }) => sourceIds.includes(id)), frequency));
  }, 1);
  return alone * Math.exp(-causes.reduce((sum, { rate }) => sum + rate, 0));
}

/** What is left of a source's frequency beside the common causes it is hit by; its mean with them stays as stated. */
export function frequencyBeside(own: readonly CommonCause[], frequency: Frequency): Frequency {
  if (own.length === 0) return frequency;
  const shared = own.reduce((sum, { rate }) => sum + rate, 0);
  return thinned(frequency, Math.max(0, 1 - shared / frequency.mean));
}

interface Part {
  source: LossSource;
  /** Lattice of one loss, tilted. */
  tilted: Float64Array;
  frequency: Frequency;
  /** Kept only where a common cause needs it. */
  phi: Spectrum | undefined;
  /** M'/M; undefined where it is the rate itself. */
  slope: Spectrum | undefined;
}

/** E[S_i; S = s] = FFT(x f_i) (M_i'/M_i + sum over causes of rate * product of the others' phi) M. */
function sharesOf(
  part: Part,
  parts: readonly Part[],
  causes: readonly CommonCause[],
  total: Spectrum,
  { step, tilt }: { step: number; tilt: Float64Array },
): Float64Array {
  const sized = new Float64Array(part.tilted.length);
  for (let k = 0; k < sized.length; k += 1) sized[k] = (part.tilted[k] ?? 0) * k * step;
  const weight = zeros(total.re.length);
  if (part.slope === undefined) weight.re.fill(part.frequency.mean);
  else addScaled(weight, part.slope, 1);
  for (const cause of causes) {
    if (!cause.sourceIds.includes(part.source.id)) continue;
    const others = parts.filter((other) => other !== part && cause.sourceIds.includes(other.source.id));
    addScaled(weight, productOf(others, weight.re.length), cause.rate);
  }
  const result = spectrumOf(sized);
  multiplyBy(result, weight);
  multiplyBy(result, total);
  return untilted(sequenceOf(result), tilt);
}

function productOf(parts: readonly Part[], length: number): Spectrum {
  const result = ones(length);
  for (const { phi } of parts) if (phi !== undefined) multiplyBy(result, phi);
  return result;
}

function tiltOf(cells: number): Float64Array {
  const tilt = new Float64Array(cells);
  for (let k = 0; k < cells; k += 1) tilt[k] = Math.exp((-TILT * k) / cells);
  return tilt;
}

function untilted(values: Float64Array, tilt: Float64Array): Float64Array {
  for (let k = 0; k < values.length; k += 1) values[k] = (values[k] ?? 0) / (tilt[k] ?? 1);
  return values;
}
