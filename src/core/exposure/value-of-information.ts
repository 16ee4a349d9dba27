import type { AnnualLossBelief } from '#core/exposure/annual-loss-uncertainty.ts';
import { normalBelow } from '#core/exposure/normal.ts';

/** A way to cut a risk: what it costs a year, and the fraction of the average year it takes off, in (0, 1]. */
export interface Treatment {
  costPerYear: number;
  reduction: number;
}

/** What finding out is worth to one decision. Money a year, risk-neutral, in the currency of the belief. */
export interface ValueOfInformation {
  /** What treating brings on average: the reduction of the average year less its cost. */
  netBenefit: number;
  /** The better choice on what is known now. */
  choice: 'treat' | 'accept';
  /** The average year at which both choices are worth the same. */
  breakEven: number;
  /** P(the true average year is on the other side of break-even). */
  chanceWrong: number;
  /** Knowing the true average year is worth at most this. */
  everything: number;
  /** Knowing the true rate alone, and the true range of one loss alone. They do not add up to `everything`. */
  rateAlone: number;
  lossAlone: number;
}

/**
 * Expected value of perfect information on "pay c a year to cut the average year by a fraction r, else accept", for a
 * lognormal belief: a call option on the average year struck at c / r (closed form). Assumes that treatment takes off
 * the same fraction whatever the truth, and that only averages count.
 */
export function valueOfInformation(belief: AnnualLossBelief, { costPerYear, reduction }: Treatment): ValueOfInformation {
  const netBenefit = reduction * belief.mean - costPerYear;
  const breakEven = costPerYear / reduction;
  const choice = netBenefit > 0 ? 'treat' : 'accept';
  const now = Math.max(netBenefit, 0);
  const worth = (sigma: number): number =>
    sigma === 0 ? 0 : Math.max(0, reduction * call(belief.mean, breakEven, sigma) - now);
  return {
    netBenefit,
    choice,
    breakEven,
    chanceWrong: chanceWrong(belief, breakEven, choice),
    everything: worth(belief.sigma),
    rateAlone: worth(belief.sigmaOfRate),
    lossAlone: worth(belief.sigmaOfLoss),
  };
}

/** E[max(A - strike, 0)] of a lognormal A with this mean. */
function call(mean: number, strike: number, sigma: number): number {
  if (strike <= 0) return mean - strike;
  if (sigma === 0) return Math.max(mean - strike, 0);
  const d1 = (Math.log(mean / strike) + (sigma * sigma) / 2) / sigma;
  return mean * normalBelow(d1) - strike * normalBelow(d1 - sigma);
}

function chanceWrong({ median, sigma }: AnnualLossBelief, breakEven: number, choice: 'treat' | 'accept'): number {
  if (sigma === 0 || breakEven <= 0) return 0;
  const below = normalBelow(Math.log(breakEven / median) / sigma);
  return choice === 'treat' ? below : 1 - below;
}
