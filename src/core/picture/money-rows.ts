import type { Risk } from '#core/record/entities.ts';
import { riskName } from '#core/record/names.ts';
import { listOf, type RecordIndex } from '#core/record/record-index.ts';
import { isOpen } from '#core/authority/decisions.ts';
import { rateOfCause } from '#core/exposure/common-cause-rate.ts';
import { DEFAULT_CURRENCY } from '#core/exposure/money-words.ts';
import { rangeBefore } from '#core/record/range-before.ts';
import type { CommonCauseRow } from '#core/picture/common-cause-row.ts';
import type { LossRow } from '#core/picture/loss-row.ts';
import type { EstimateRow, Money, OptionRow } from '#core/picture/picture.ts';

/** The range of a risk; `null` without one. A currency is named only where it is not that of the record. */
export function moneyOf(index: RecordIndex, { exposure }: Risk): Money | null {
  if (exposure === undefined) return null;
  const { low, high, rateLow = null, rateHigh = null, max, offByFactor } = exposure;
  return {
    low, high, rateLow, rateHigh,
    ...(max === undefined ? {} : { max }),
    ...otherCurrency(index, exposure.currency),
    ...(offByFactor === undefined ? {} : { offByFactor }),
  };
}

export function estimateOf({ exposure }: Risk): EstimateRow | null {
  if (exposure === undefined) return null;
  const { method = null, estimatedBy = null, asOf: at = null, calibrated, evidenceIds, validUntil } = exposure;
  return {
    method, estimatedBy, at,
    ...(calibrated === undefined ? {} : { calibrated }),
    ...(evidenceIds === undefined ? {} : { evidenceIds }),
    ...(validUntil === undefined ? {} : { validUntil }),
  };
}

/** Options of one risk, the cheapest first. */
export function optionRows(index: RecordIndex, riskId: string): readonly OptionRow[] {
  return listOf(index.optionsByRisk, riskId)
    .map(({ id, label = id, costPerYear, reductionLow, reductionHigh, reduces, currency, ownerId = null }) => ({
      id, label, costPerYear, reductionLow, reductionHigh, reduces, ownerId, ...otherCurrency(index, currency),
    }))
    .sort((a, b) => a.costPerYear - b.costPerYear || (a.id < b.id ? -1 : 1));
}

/** Common causes that hit at least one open risk. */
export function commonCauseRows(index: RecordIndex): readonly CommonCauseRow[] {
  return [...index.view.commonCauses.values()].flatMap((cause) => {
    const riskIds = cause.riskIds.filter((id) => {
      const risk = index.view.risks.get(id);
      return risk !== undefined && isOpen(index, risk);
    });
    if (riskIds.length === 0) return [];
    const { id, label = id, rateLow = null, rateHigh = null, ownerId = null } = cause;
    return [{ id, label, rate: rateOfCause(cause), rateLow, rateHigh, riskIds, ownerId }];
  }).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Recorded losses, newest first, each beside the range that was on the record before it happened. */
export function lossRows(index: RecordIndex): readonly LossRow[] {
  return [...index.view.losses.values()].map((loss): LossRow => {
    const { id, label = id, riskId, at, amount, currency } = loss;
    const held = rangeBefore(index.view, riskId, at);
    const comparable = held !== undefined && (held.currency ?? own(index)) === (currency ?? own(index));
    return {
      id, label, riskId, riskLabel: riskName(index.view, riskId), at, amount,
      ...otherCurrency(index, currency),
      range: comparable ? { low: held.low, high: held.high, estimatedBy: held.estimatedBy ?? null } : null,
      inside: comparable ? amount >= held.low && amount <= held.high : null,
    };
  }).sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? -1 : 1));
}

function otherCurrency(index: RecordIndex, currency: string | undefined): { currency?: string } {
  return currency === undefined || currency === own(index) ? {} : { currency };
}

function own(index: RecordIndex): string {
  return index.view.policy.currency ?? DEFAULT_CURRENCY;
}
