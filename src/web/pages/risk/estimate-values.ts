import type { BodyOf } from '#contract/endpoints.ts';
import type { StatedRanges } from '#core/exposure/range-entry.ts';
import { typedAmount } from '#core/exposure/typed-amount.ts';
import type { RiskRow } from '#core/picture/picture.ts';

/** What stands in the form, as typed. */
export interface EstimateValues {
  rateLow: string;
  rateHigh: string;
  low: string;
  high: string;
  max: string;
  estimatedBy: string;
  calibrated: string;
  validUntil: string;
  evidenceIds: readonly string[];
}

/** The form of a risk as it stands on the record; of another risk only its figures, beside what is filled in already. */
export function valuesOf({ exposure }: RiskRow, validUntil: string, kept?: EstimateValues): EstimateValues {
  const text = (amount: number | null | undefined): string => (amount === null || amount === undefined ? '' : String(amount));
  return {
    estimatedBy: kept?.estimatedBy ?? '', calibrated: kept?.calibrated ?? '', evidenceIds: kept?.evidenceIds ?? [], validUntil,
    rateLow: text(exposure?.rateLow), rateHigh: text(exposure?.rateHigh), low: text(exposure?.low), high: text(exposure?.high), max: text(exposure?.max),
  };
}

/** The ranges that are typed; undefined while one of the four figures is missing. What is no number is not one. */
export function rangesOf({ rateLow, rateHigh, low, high, max }: EstimateValues): StatedRanges | undefined {
  if ([rateLow, rateHigh, low, high].some((text) => text.trim() === '')) return undefined;
  const figure = (text: string): number => typedAmount(text) ?? Number.NaN;
  return {
    rateLow: figure(rateLow), rateHigh: figure(rateHigh), low: figure(low), high: figure(high),
    ...(max.trim() === '' ? {} : { max: figure(max) }),
  };
}

/** The act as it is sent. */
export function bodyOf(values: EstimateValues): BodyOf<'exposureEstimate'> {
  const ranges = rangesOf(values) ?? { rateLow: Number.NaN, rateHigh: Number.NaN, low: Number.NaN, high: Number.NaN };
  return {
    ...ranges,
    estimatedBy: values.estimatedBy,
    ...(values.calibrated === '' ? {} : { calibrated: values.calibrated === 'yes' }),
    ...(values.evidenceIds.length === 0 ? {} : { evidenceIds: [...values.evidenceIds] }),
    ...(values.validUntil === '' ? {} : { validUntil: values.validUntil }),
  };
}
