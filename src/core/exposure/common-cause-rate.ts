import type { CommonCause } from '#core/record/entities.ts';
import { meanOfRange } from '#core/exposure/expected-annual-loss.ts';

/** Events a year of a common cause: as stated, else the mean of its range; `null` where neither can be used. */
export function rateOfCause({ rate, rateLow, rateHigh }: Pick<CommonCause, 'rate' | 'rateLow' | 'rateHigh'>): number | null {
  const mean = rate ?? (rateLow === undefined || rateHigh === undefined ? null : meanOfRange(rateLow, rateHigh));
  return mean !== null && mean > 0 && Number.isFinite(mean) ? mean : null;
}
