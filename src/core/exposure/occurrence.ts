import { noneInYear } from '#core/exposure/bad-years.ts';
import { noneAbove } from '#core/exposure/frequency.ts';
import { frequencyBeside, type Dependence, type LossSource } from '#core/exposure/yearly-loss.ts';

/**
 * P(the largest single loss of the year > amount), in closed form. A single loss is what one event costs one
 * risk; the losses of one common cause are counted one by one, not as their sum.
 */
export function occurrenceExceedance(sources: readonly LossSource[], { causes, badYearVariance }: Dependence, amount: number): number {
  let stay = 1;
  let passing = 0;
  for (const { id, frequency, severity } of sources) {
    const own = causes.filter(({ sourceIds }) => sourceIds.includes(id));
    const beside = frequencyBeside(own, frequency);
    if (badYearVariance > 0) passing += beside.mean * severity.survival(amount);
    else stay *= noneAbove(beside, severity.survival(amount));
  }
  for (const { rate, sourceIds } of causes) {
    const hit = sources.filter(({ id }) => sourceIds.includes(id));
    passing += rate * (1 - hit.reduce((below, { severity }) => below * (1 - severity.survival(amount)), 1));
  }
  return 1 - stay * noneInYear(passing, badYearVariance);
}

/** Smallest amount that the largest single loss stays at or below in at least p of the years; 0 where no loss is that likely. */
export function occurrenceQuantile(sources: readonly LossSource[], dependence: Dependence, p: number): number {
  const passed = (amount: number): boolean => 1 - occurrenceExceedance(sources, dependence, amount) < p;
  if (!passed(0)) return 0;
  const means = sources.map(({ severity }) => severity.mean);
  let low = Math.log(Math.min(...means)) - 80;
  let high = Math.log(Math.max(...means)) + 80;
  for (let halving = 0; halving < 60; halving += 1) {
    const middle = (low + high) / 2;
    if (passed(Math.exp(middle))) low = middle;
    else high = middle;
  }
  return Math.exp(high);
}
