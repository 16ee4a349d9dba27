import { dayInWords, isoDay, type When } from '#core/time.ts';

type Placeholder<T extends string> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholder<Rest> : never;

/** A template with its placeholders filled. A name the template has and `values` lacks does not compile. */
export function fill<T extends string>(template: T, values: Readonly<Record<Placeholder<T>, string>>): string {
  const texts: Readonly<Record<string, string>> = values;
  let text = '';
  let literal = true;
  for (const part of partsOf(template)) {
    text += literal ? part : (texts[part] ?? `{${part}}`);
    literal = !literal;
  }
  return text;
}

const parts = new Map<string, readonly string[]>();

/** Literal and placeholder in turn; split once, because a board of thousands of lines fills few templates. */
function partsOf(template: string): readonly string[] {
  const known = parts.get(template);
  if (known !== undefined) return known;
  const split = template.split(/[{}]/);
  parts.set(template, split);
  return split;
}

/** `1 day`, `12 days`, and above 120 days `8 months (245 days)`. */
export function inDays(days: number): string {
  const text = counted(days, 'day');
  return days <= 120 ? text : `${counted(Math.floor(days / DAYS_A_MONTH), 'month')} (${text})`;
}

const DAYS_A_MONTH = 30.4375;

const windows = { 365: '12 months', 180: 'two quarters', 90: '90 days' } as const;

/** A template that speaks of a window, over the days the policy in force sets: `two quarters` becomes `120 days`. */
export function overDays<T extends string>(template: T, usual: keyof typeof windows, days: number): T {
  if (days === usual) return template;
  // The window holds no placeholder, so the template keeps those of `T`.
  return template.replace(windows[usual], counted(days, 'day')) as T;
}

/** `1 piece`, `3 pieces`. */
export function counted(count: number, noun: string, plural: string = `${noun}s`): string {
  return `${grouped(count)} ${count === 1 ? noun : plural}`;
}

/** `7 Jul 2026`, from a date or a day number. */
export function onDay(when: When | number): string {
  return dayInWords(typeof when === 'number' ? isoDay(when) : when);
}

/** A text that goes on after a colon or an "or". */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function grouped(count: number): string {
  return count < 1000 ? String(count) : String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
