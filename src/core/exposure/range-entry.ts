import { say } from '#language/say.ts';
import { meanOfRange } from '#core/exposure/expected-annual-loss.ts';
import { rangeFaults } from '#core/exposure/input-refusals.ts';
import { moneyProse } from '#core/exposure/money-words.ts';
import { normalAbove, Z95 } from '#core/exposure/normal.ts';
import type { RiskInput } from '#core/exposure/portfolio-input.ts';
import { yearOf } from '#core/exposure/year-of.ts';

/** The answers to the two questions: how often a year, and how much one time costs, each as a 90% range. */
export interface StatedRanges {
  low: number;
  high: number;
  rateLow: number;
  rateHigh: number;
  max?: number | undefined;
}

/** What a pair of ranges says about a year, before anybody puts it on the record. */
export interface RangeMeaning {
  /** Average over many years. */
  mean: number;
  /** 19 of 20 years stay at or below this; 0 where no loss is that likely. */
  inTwenty: number;
  /** 99 of 100 years. */
  inHundred: number;
  pNoLoss: number;
  /** Part of the average that comes from single losses above the stated high end. */
  beyondHigh: number;
  sentence: string;
  /** What to look at again; the ranges are taken all the same. */
  warnings: readonly string[];
}

/** Sigma of ln loss above which the mean rests on the tail: ends about 3,700 times apart. */
const VERY_WIDE = 2.5;

/** Why the ranges cannot be taken, each one plain sentence; the same reasons as for a file. Empty where they can. */
export function rangeRefusals(ranges: StatedRanges): readonly string[] {
  return rangeFaults(inputOf(ranges)).map((fault) => say('The range {fault}', { fault }));
}

/** The meaning of ranges that can be taken; undefined for others. */
export function rangeMeaning(ranges: StatedRanges, currency: string): RangeMeaning | undefined {
  if (rangeFaults(inputOf(ranges)).length > 0) return undefined;
  const year = yearOf([inputOf(ranges)], []);
  const figures = {
    mean: year.mean, inTwenty: year.quantile(0.95), inHundred: year.quantile(0.99), pNoLoss: year.noLoss, beyondHigh: beyondHigh(ranges),
  };
  return { ...figures, sentence: sentenceOf(figures, currency), warnings: warningsOf(ranges, figures.beyondHigh, currency) };
}

function inputOf({ low, high, rateLow, rateHigh, max }: StatedRanges): RiskInput {
  return { id: 'range', rateLow, rateHigh, low, high, ...(max === undefined ? {} : { max }) };
}

/** Share of E[X] from losses above the 95th percentile: P(Z > (ln hi - mu - s^2) / s) for a lognormal X. */
function beyondHigh({ low, high }: StatedRanges): number {
  const sigma = sigmaOf(low, high);
  return normalAbove(Z95 - sigma);
}

function sigmaOf(low: number, high: number): number {
  return Math.log(high / low) / (2 * Z95);
}

function sentenceOf({ mean, inTwenty, inHundred, pNoLoss }: Omit<RangeMeaning, 'sentence' | 'warnings'>, currency: string): string {
  const money = (amount: number): string => moneyProse(amount, 'modelled', currency);
  const average = say('{mean} a year on average over many years', { mean: money(mean) });
  const quiet = Math.round(100 * pNoLoss);
  const none = quiet === 0 ? say('hardly a year without a loss') : say('no loss in {quiet} of 100 years', { quiet: String(quiet) });
  if (inTwenty > 0) return say('Your range means a 1-in-20 year above {inTwenty}, {average}, and {none}.', { inTwenty: money(inTwenty), average, none });
  const rare = inHundred > 0 ? say('a 1-in-100 year above {inHundred}', { inHundred: money(inHundred) }) : say('no loss even in 99 of 100 years');
  return say('Your range means {none}, {rare}, and {average}.', { none, rare, average });
}

function warningsOf(ranges: StatedRanges, beyond: number, currency: string): readonly string[] {
  const warnings: string[] = [];
  const { low, high, rateLow, rateHigh, max } = ranges;
  const sigma = sigmaOf(low, high);
  if (sigma > VERY_WIDE) {
    const times = Math.round(Math.exp((sigma * sigma) / 2));
    warnings.push(say('The high end of one loss is {value, number} times the low end: the average loss is {times, number} times the middle one and rests on the tail. State a most that one loss can cost, or split the scenario.', { value: Math.round(high / low), times }));
  } else if (max === undefined && beyond > 0.5) {
    const mean = meanOfRange(low, high) ?? 0;
    warnings.push(say('{round}% of the average loss of {mean} comes from losses above your own high end. A most that one loss can cost would bound it.', { round: String(Math.round(100 * beyond)), mean: moneyProse(mean, 'modelled', currency) }));
  }
  if (sigmaOf(rateLow, rateHigh) > VERY_WIDE) {
    warnings.push(say('The highest rate is {value, number} times the lowest: ask what would have been seen already at the highest.', { value: Math.round(rateHigh / rateLow) }));
  }
  return warnings;
}
