import { grouped } from '#language/numbers.ts';
import { messages, say } from '#language/say.ts';
import { dayInWords, isoDay, type When } from '#core/time.ts';

/** `1 day`, `12 days`, and above 120 days `8 months (245 days)`. */
export function inDays(days: number): string {
  if (days <= 120) return say('{days, plural, one {# day} other {# days}}', { days });
  return say('{months, plural, one {# month} other {# months}} ({days, number} days)', { months: Math.floor(days / DAYS_A_MONTH), days });
}

const DAYS_A_MONTH = 30.4375;

const windows = messages({ 365: '12 months', 180: 'two quarters', 90: '90 days' });

/** A sentence that speaks of a window, over the days the policy in force sets: `two quarters` becomes `120 days`. */
export function overDays(sentence: string, usual: keyof typeof windows, days: number): string {
  if (days === usual) return sentence;
  return sentence.replace(say(windows[usual]), say('{window, plural, one {# day} other {# days}}', { window: days }));
}

/** `7 Jul 2026`, from a date or a day number. */
export function onDay(when: When | number): string {
  return dayInWords(typeof when === 'number' ? isoDay(when) : when);
}

/** `1 piece`, `3 pieces`, in English: for texts that are not said in other languages yet. */
export function counted(count: number, noun: string, plural: string = `${noun}s`): string {
  return `${grouped(count)} ${count === 1 ? noun : plural}`;
}
