import type { ReducedPart } from '#core/record/entities.ts';
import type { RiskInput } from '#core/exposure/portfolio-input.ts';

/**
 * A risk after a treatment that takes off a fraction in [0, 1): fewer events (Poisson thinning) or smaller losses. Both
 * cut the average alike, and bad years not.
 */
export function treated(risk: RiskInput, reduces: ReducedPart, reduction: number): RiskInput {
  const left = 1 - reduction;
  switch (reduces) {
    case 'rate':
      return {
        ...risk,
        ...(risk.rate === undefined ? {} : { rate: risk.rate * left }),
        ...(risk.rateLow === undefined ? {} : { rateLow: risk.rateLow * left }),
        ...(risk.rateHigh === undefined ? {} : { rateHigh: risk.rateHigh * left }),
      };
    case 'size':
      return { ...risk, low: risk.low * left, high: risk.high * left, ...(risk.max === undefined ? {} : { max: risk.max * left }) };
  }
}
