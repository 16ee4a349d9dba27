import { decimal, percent as inPercent } from '#language/numbers.ts';
import { say } from '#language/say.ts';
/** The middle of each of `count` equally likely years, as percentiles: 2.5%, 7.5% ... 97.5% for 20. */
export function yearPercentiles(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => (index + 0.5) / count);
}

/**
 * How many of `count` equally likely years pass an amount that is passed with this chance: those whose middle lies
 * above it, which is `count * chance` rounded to the nearest whole, a half down.
 */
export function yearsPassing(count: number, chance: number): number {
  return Math.min(count, Math.max(0, Math.ceil(count * chance - 0.5 - 1e-9)));
}

/** `In 6 of 20 equally likely years (30%)`: the count first, the chance it was rounded from beside it. */
export function yearsInWords(count: number, chance: number): string {
  const years = yearsPassing(count, chance);
  const share = years === 0 ? say('fewer than 1 of {count}', { count: String(count) }) : years === count ? say('all {count}', { count: String(count) }) : say('{years} of {count}', { years: String(years), count: String(count) });
  return say('In {share} equally likely years ({chance})', { share, chance: chanceInWords(chance) });
}

/** `30%`, `2.4%`, `under 0.1%`, `over 99.9%`: two significant digits, and never a certainty the model does not know. */
export function chanceInWords(chance: number): string {
  if (chance <= 0) return '0%';
  if (chance < 0.001) return 'under 0.1%';
  if (chance >= 1) return '100%';
  if (chance > 0.999) return 'over 99.9%';
  const percent = 100 * chance;
  return inPercent(decimal(percent >= 99 ? Number(percent.toFixed(1)) : Number(percent.toPrecision(2)), 12));
}
