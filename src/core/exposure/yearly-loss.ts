import { latticeOf } from '#core/exposure/lattice.ts';
import { generate, noEvent, type Frequency } from '#core/exposure/frequency.ts';
import type { Severity } from '#core/exposure/severity.ts';
import { addScaled, product, sequenceOf, spectrumOf, zeros, type Spectrum } from '#core/exposure/spectrum.ts';

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
  sources: readonly { id: string; mean: number; /** E[loss of this source; total = k step] */ shares: Float64Array }[];
}

/** theta * cells of Embrechts & Frei 2009: keeps what falls off the grid from wrapping round to its start. */
const TILT = 14;

/**
 * Distribution of the year's total loss and, if asked, what each source brings to each total
 * (size-biased, Denuit 2019), by FFT of compound frequencies. Pure and deterministic.
 */
export function yearlyLoss(
  sources: readonly LossSource[],
  causes: readonly CommonCause[],
  grid: { step: number; cells: number; shares: boolean },
): YearlyLoss {
  const { step, cells } = grid;
  const half = cells / 2 + 1;
  const tilt = new Float64Array(cells);
  for (let k = 0; k < cells; k += 1) tilt[k] = Math.exp((-TILT * k) / cells);

  const parts = sources.map((source) => {
    const lattice = latticeOf(source.severity, step, cells);
    const own = causes.filter((cause) => cause.sourceIds.includes(source.id));
    const frequency = withoutCauses(source.frequency, own);
    const phi = spectrumOf(times(lattice, tilt));
    return { source, lattice, phi, frequency, own, generated: generate(frequency, phi) };
  });

  let total = zeros(half);
  total.re.fill(1);
  for (const part of parts) total = product(total, part.generated.value);
  const joint = causes.map((cause) => jointPhi(cause, parts, half));
  causes.forEach((cause, index) => {
    const phi = joint[index];
    if (phi !== undefined) total = product(total, generate(oneRate(cause.rate), phi).value);
  });

  const masses = untilted(sequenceOf(total), tilt);
  const cumulated = new Float64Array(cells);
  let sum = 0;
  for (let k = 0; k < cells; k += 1) cumulated[k] = sum += masses[k] ?? 0;

  const contributions = parts.map((part) => ({
    id: part.source.id,
    mean: part.source.frequency.mean * part.source.severity.mean,
    shares: grid.shares ? sharesOf(part, parts, causes, total, { step, tilt }) : new Float64Array(0),
  }));
  return {
    step,
    masses,
    cumulated,
    noLoss: parts.reduce((p, part) => p * noEvent(part.frequency), 1) * Math.exp(-causes.reduce((s, { rate }) => s + rate, 0)),
    mean: contributions.reduce((all, { mean }) => all + mean, 0),
    sources: contributions,
  };
}

interface Part {
  source: LossSource;
  lattice: Float64Array;
  phi: Spectrum;
  frequency: Frequency;
  own: readonly CommonCause[];
  generated: ReturnType<typeof generate>;
}

/** E[S_i; S = s] = FFT(x f_i) (M_i'/M_i + sum over causes of rate * product of the others' phi) M. */
function sharesOf(
  part: Part,
  parts: readonly Part[],
  causes: readonly CommonCause[],
  total: Spectrum,
  { step, tilt }: { step: number; tilt: Float64Array },
): Float64Array {
  const sized = new Float64Array(part.lattice.length);
  for (let k = 0; k < sized.length; k += 1) sized[k] = (part.lattice[k] ?? 0) * (tilt[k] ?? 0) * k * step;
  const weight = { re: part.generated.slopeOverValue.re.slice(), im: part.generated.slopeOverValue.im.slice() };
  for (const cause of causes) {
    if (!cause.sourceIds.includes(part.source.id)) continue;
    const others = parts.filter(({ source }) => source.id !== part.source.id && cause.sourceIds.includes(source.id));
    addScaled(weight, productOf(others, weight.re.length), cause.rate);
  }
  return untilted(sequenceOf(product(product(spectrumOf(sized), weight), total)), tilt);
}

function jointPhi(cause: CommonCause, parts: readonly Part[], length: number): Spectrum {
  return productOf(parts.filter(({ source }) => cause.sourceIds.includes(source.id)), length);
}

function productOf(parts: readonly Part[], length: number): Spectrum {
  let result = zeros(length);
  result.re.fill(1);
  for (const { phi } of parts) result = product(result, phi);
  return result;
}

function withoutCauses(frequency: Frequency, own: readonly CommonCause[]): Frequency {
  if (own.length === 0) return frequency;
  const shared = own.reduce((sum, { rate }) => sum + rate, 0);
  const scale = Math.max(0, 1 - shared / frequency.mean);
  return {
    mean: frequency.mean * scale,
    rates: frequency.rates.map(({ rate, weight }) => ({ rate: rate * scale, weight })),
  };
}

function oneRate(rate: number): Frequency {
  return { mean: rate, rates: [{ rate, weight: 1 }] };
}

function times(values: Float64Array, factors: Float64Array): Float64Array {
  return values.map((value, k) => value * (factors[k] ?? 0));
}

function untilted(values: Float64Array, tilt: Float64Array): Float64Array {
  return values.map((value, k) => value / (tilt[k] ?? 1));
}
