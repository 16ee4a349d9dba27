import { dayOf } from '#core/time.ts';
import type { RiskFacts } from '#core/flags/risk-facts.ts';

/** First day the risk rested on the owner in view: a day number. */
export function ownedSince({ risk, opened }: RiskFacts): number {
  return risk.ownerSince === undefined ? opened : Math.max(opened, dayOf(risk.ownerSince));
}
