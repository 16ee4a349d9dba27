import { say } from '#language/say.ts';
import type { ExposureRange, Risk } from '#core/record/entities.ts';
import type { Policy, ScaleWord } from '#core/record/policy.ts';
import type { PertPoints } from '#core/record/stated-size.ts';
import { expectedAnnualLoss } from '#core/exposure/expected-annual-loss.ts';
import { rangeFaults } from '#core/exposure/input-refusals.ts';
import { DEFAULT_CURRENCY } from '#core/exposure/money-words.ts';
import type { RiskInput } from '#core/exposure/portfolio-input.ts';

/**
 * How far a risk is in money. Nothing is made up: words mean an interval only where the organisation approved a
 * scale, a single figure gives an average year and no curve, and everything else stays out of money.
 */
export type RiskSize =
  /** Both ranges, so that a year can be computed. */
  | { kind: 'quantified' }
  /** An average year in the record's currency and no curve: the source stated points, not a range. */
  | { kind: 'mean-only'; mean: number; why: string }
  /** The average year is somewhere between these; nothing says where. */
  | { kind: 'bounded'; low: number; high: number; why: string }
  | { kind: 'other-currency'; currency: string; why: string }
  | { kind: 'unquantified'; why: string };

type Sized = Pick<Risk, 'exposure' | 'statedSize'>;

/** The size of a risk under the currency and the scales of the organisation. */
export function sizeOfRisk({ exposure, statedSize }: Sized, policy: Pick<Policy, 'currency' | 'scales'>): RiskSize {
  const currency = policy.currency ?? DEFAULT_CURRENCY;
  const other = [exposure?.currency, statedSize?.currency].find((code) => code !== undefined && code !== currency);
  if (other !== undefined) return { kind: 'other-currency', currency: other, why: say('The size is stated in {other}, and the record is kept in {currency}.', { other, currency }) };
  const ranged = exposure === undefined ? undefined : sizeOfRange(exposure);
  if (ranged !== undefined && ranged.kind !== 'unquantified') return ranged;
  return (statedSize === undefined ? undefined : statedMean(statedSize) ?? boundedSize(statedSize, policy)) ?? ranged ?? noSize(statedSize);
}

/** The average year in the record's currency, closed form; `null` where the record gives none, or another currency. */
export function meanOfSize({ exposure }: Sized, size: RiskSize): number | null {
  switch (size.kind) {
    case 'quantified':
      return expectedAnnualLoss(exposure);
    case 'mean-only':
      return size.mean;
    case 'bounded':
    case 'other-currency':
    case 'unquantified':
      return null;
  }
}

/** The pair of ranges as the engine takes it; undefined where one is not there. A range of one rate is that rate. */
export function inputOfRange(id: string, { low, high, rateLow, rateHigh, max }: RangeLike): RiskInput | undefined {
  if (rateLow === undefined || rateLow === null || rateHigh === undefined || rateHigh === null) return undefined;
  const rate = rateLow === rateHigh ? { rate: rateLow } : { rateLow, rateHigh };
  return { id, ...rate, low, high, ...(max === undefined ? {} : { max }) };
}

interface RangeLike {
  low: number;
  high: number;
  rateLow?: number | null | undefined;
  rateHigh?: number | null | undefined;
  max?: number | undefined;
}

function sizeOfRange(exposure: ExposureRange): RiskSize {
  const input = inputOfRange('', exposure);
  if (input === undefined) return { kind: 'unquantified', why: say('One loss has a range; how often it happens is not on the record.') };
  const [fault] = rangeFaults(input);
  if (fault === undefined) return { kind: 'quantified' };
  const mean = expectedAnnualLoss(exposure);
  if (exposure.low === exposure.high && exposure.low > 0 && mean !== null && mean > 0) {
    return { kind: 'mean-only', mean, why: say('The source states one figure for a loss and no range, so there is an average year and no curve.') };
  }
  return { kind: 'unquantified', why: say('The range on the record {fault}', { fault }) };
}

/**
 * Points that a source stated: the probability of a year with an event and what such a year costs, or PERT estimates
 * of events a year and of one loss. Their mean is exact; their spread is not used.
 */
function statedMean({ probability, impact, pertLoss, pertRate }: NonNullable<Sized['statedSize']>): RiskSize | undefined {
  const isPert = pertLoss !== undefined || pertRate !== undefined;
  const mean = isPert
    ? product(pertRate === undefined ? rateOfProbability(probability ?? Number.NaN) : pertMean(pertRate), pertLoss === undefined ? impact : pertMean(pertLoss))
    : product(probability, impact);
  if (mean === undefined) return undefined;
  const form = isPert ? say('a PERT estimate, whose ends are limits and not percentiles') : say('one figure for a loss and no range');
  return { kind: 'mean-only', mean, why: say('The source states {form}, so there is an average year and no curve.', { form }) };
}

function product(times: number | undefined, loss: number | undefined): number | undefined {
  const mean = (times ?? Number.NaN) * (loss ?? Number.NaN);
  return Number.isFinite(mean) && mean > 0 ? mean : undefined;
}

/** Events a year of a probability in 12 months: -ln(1 - p). Infinite at 1, which says nothing of how often. */
export function rateOfProbability(probability: number): number {
  return -Math.log1p(-probability);
}

/** Mean of PERT(min, most likely, max) with the usual weight of 4: (min + 4 most likely + max) / 6. */
export function pertMean({ min, mostLikely, max }: PertPoints): number {
  return (min + 4 * mostLikely + max) / 6;
}

function boundedSize({ likelihoodWord, lossWord }: NonNullable<Sized['statedSize']>, { scales }: Pick<Policy, 'scales'>): RiskSize | undefined {
  const rate = wordIn(scales?.likelihood, likelihoodWord);
  const loss = wordIn(scales?.loss, lossWord);
  if (rate === undefined || loss === undefined) return undefined;
  const why = say('The register says "{word}" and "{word2}"; the approved scale makes that an interval for the average year and says nothing inside it.', { word: rate.word, word2: loss.word });
  return { kind: 'bounded', low: rate.low * loss.low, high: rate.high * loss.high, why };
}

function wordIn(scale: readonly ScaleWord[] | undefined, word: string | undefined): ScaleWord | undefined {
  const wanted = word?.trim().toLowerCase();
  return wanted === undefined ? undefined : scale?.find((one) => one.word.trim().toLowerCase() === wanted);
}

function noSize(statedSize: Sized['statedSize']): RiskSize {
  if (statedSize?.likelihoodWord !== undefined || statedSize?.lossWord !== undefined) {
    return { kind: 'unquantified', why: say('The register states words, and no approved scale says what they mean in money.') };
  }
  if (statedSize !== undefined) return { kind: 'unquantified', why: say('The source states a part of the size: how often, or how much, is not on the record.') };
  return { kind: 'unquantified', why: say('No range in money is on the record.') };
}
