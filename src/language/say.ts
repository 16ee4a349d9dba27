import { IntlMessageFormat, type Formatters } from 'intl-messageformat';
import { currentLanguage, type Language } from '#language/current.ts';
import type { Literal, TagsOf, Values, ValuesOf } from '#language/placeholders.ts';

/**
 * The message in the current language, with its placeholders filled: `{name}` by a text, `{count, number}` and
 * `{count, plural, one {# risk} other {# risks}}` by a number, `{kind, select, a {...} other {...}}` by a text (ICU
 * MessageFormat). The English message is its own key; a language that lacks it says it in English.
 */
export function say<const T extends string>(message: Literal<T>, ...[values]: Values<T>): string {
  const language = currentLanguage();
  const text = language.messages[message] ?? message;
  if (values === undefined || !text.includes('{')) return text;
  const given: Readonly<Record<string, string | number>> = values;
  const plan = planOf(language, text);
  if (plan.kind === 'formatted') return String(plan.format.format({ ...given }));
  let said = '';
  let isName = false;
  for (const part of plan.parts) {
    said += isName ? (given[part] ?? `{${part}}`) : part;
    isName = !isName;
  }
  return said;
}

/** The values of a message some of whose places are no texts: links, marks, dates that carry their machine form. */
export type RichValues<T extends string, V> =
  & { readonly [Name in keyof ValuesOf<T>]: ValuesOf<T>[Name] extends number ? number : string | V | null }
  & { readonly [Tag in TagsOf<T>]: (inner: readonly (string | V)[]) => V };

/** The same with elements in the places of texts, as the pieces to show one after the other; `<tag>...</tag>` calls `values.tag`. */
export function sayParts<V extends object, const T extends string>(message: Literal<T>, values: RichValues<T, V>): readonly (string | V)[] {
  const language = currentLanguage();
  const given: Readonly<Record<string, string | number | V | null | ((inner: (string | V)[]) => V)>> = values;
  const said = compiled(language, language.messages[message] ?? message).format<V>({ ...given });
  return Array.isArray(said) ? said : [said];
}

/** A message out of a table that is read as data, such as the texts of the rules: the catalogue is checked against the table. */
export function sayHeld(message: string): string {
  return currentLanguage().messages[message] ?? message;
}

/** Marks a table of messages, so that the catalogue holds them; each is said where it is used: `say(names[key])`. */
export function messages<const T>(table: T): T {
  return table;
}

type Plan = { kind: 'filled'; parts: readonly string[] } | { kind: 'formatted'; format: IntlMessageFormat };

const plans = new Map<string, Plan>();

/** Text and name of a placeholder in turn where that is all there is: a board of thousands of lines fills few messages. */
function planOf(language: Language, text: string): Plan {
  const key = `${language.tag}\n${text}`;
  const known = plans.get(key);
  if (known !== undefined) return known;
  const isPlain = !/\{\s*\w+\s*,|'\{/.test(text);
  const plan: Plan = isPlain
    ? { kind: 'filled', parts: text.split(/[{}]/) }
    : { kind: 'formatted', format: formatOf(language, text, true) };
  plans.set(key, plan);
  return plan;
}

const rich = new Map<string, IntlMessageFormat>();

function compiled(language: Language, text: string): IntlMessageFormat {
  const key = `${language.tag}\n${text}`;
  const known = rich.get(key);
  if (known !== undefined) return known;
  const format = formatOf(language, text, false);
  rich.set(key, format);
  return format;
}

// One formatter of numbers and one rule of plurals a language, instead of one a message: making one takes the engine longer than the message.
const numberFormats = new Map<string, Intl.NumberFormat>();
const pluralRules = new Map<string, Intl.PluralRules>();
const formatters: Formatters = {
  getNumberFormat: (locales, options) => kept(numberFormats, locales, options, () => new Intl.NumberFormat(locales, options)),
  getPluralRules: (locales, options) => kept(pluralRules, locales, options, () => new Intl.PluralRules(locales, options)),
  getDateTimeFormat: (locales, options) => new Intl.DateTimeFormat(locales, options),
};

// What the formatter calls a locale is asked of the engine once, not for every message.
const resolved = new Map<string, Intl.Locale | undefined>();
const { resolveLocale } = IntlMessageFormat;
IntlMessageFormat.resolveLocale = (asked) => {
  const key = String(asked);
  if (!resolved.has(key)) resolved.set(key, resolveLocale(asked));
  return resolved.get(key);
};

function formatOf({ tag }: Language, text: string, ignoreTag: boolean): IntlMessageFormat {
  return new IntlMessageFormat(text, tag, undefined, { ignoreTag, formatters });
}

function kept<T>(held: Map<string, T>, locales: Intl.LocalesArgument, options: object | undefined, make: () => T): T {
  const key = `${String(locales)} ${JSON.stringify(options)}`;
  const known = held.get(key) ?? make();
  held.set(key, known);
  return known;
}
