/** Tags (BCP 47) of the languages the product ships. */
export const languageTags = ['en', 'de'] as const;

export type LanguageTag = (typeof languageTags)[number];

/** One language: what each English message is in it. English needs no messages, because it is their key. */
export interface Language {
  tag: LanguageTag;
  messages: Readonly<Record<string, string>>;
}

export const english: Language = { tag: 'en', messages: {} };

let current: Language = english;

/** The language that texts, dates and amounts are made in at this moment. */
export function currentLanguage(): Language {
  return current;
}

/** From now on everything is said in `language`: once, before a page is drawn or a command runs. */
export function setLanguage(language: Language): void {
  current = language;
}

/**
 * Does `work` with everything said in `language`, and goes back to the language before it. The work is done when it
 * returns: what would go on later, after other requests had their turn, does not compile.
 */
export function inLanguage<T>(language: Language, work: () => T extends PromiseLike<unknown> ? never : T): T {
  const before = current;
  current = language;
  try {
    return work();
  } finally {
    current = before;
  }
}

export function isLanguageTag(text: string): text is LanguageTag {
  return languageTags.some((tag) => tag === text);
}
