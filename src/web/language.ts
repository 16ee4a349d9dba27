import { currentLanguage, english, isLanguageTag, setLanguage, type Language, type LanguageTag } from '#language/current.ts';
import { preferredLanguage } from '#language/preferred.ts';

const KEPT = 'whose-call.language';

/** Loads the messages of a language; English has none. */
async function loaded(tag: LanguageTag): Promise<Language> {
  switch (tag) {
    case 'en': return english;
    case 'de': return (await import('#language/german/german.ts')).german;
  }
}

/** Speaks `tag` from now on, and tells the page; before anything is drawn. */
export async function speak(tag: LanguageTag): Promise<void> {
  setLanguage(await loaded(tag));
  document.documentElement.lang = tag;
}

/**
 * Speaks what the reader asked for: `lang` in the address, which is kept in this browser and taken out of the
 * address, else what was kept, else the browser's own language where it is shipped, else English.
 */
export async function speakAsAsked(): Promise<void> {
  const address = new URL(location.href);
  const asked = address.searchParams.get('lang');
  if (asked !== null) {
    address.searchParams.delete('lang');
    history.replaceState(history.state, '', address);
    if (isLanguageTag(asked)) keep(asked);
  }
  await speak(asked !== null && isLanguageTag(asked) ? asked : (kept() ?? preferredLanguage(navigator.languages)));
}

/** The address of this page in another language. */
export function addressIn(tag: LanguageTag, { pathname, search, hash }: { pathname: string; search: string; hash: string }): string {
  const query = new URLSearchParams(search);
  query.set('lang', tag);
  return `${pathname}?${query.toString()}${hash}`;
}

/** The header by which a server is asked for sentences in the language of this page. */
export function languageHeader(): Readonly<Record<string, string>> {
  return { 'accept-language': currentLanguage().tag };
}

/** A browser may keep nothing for this address; the page then speaks what the address asks for, this once. */
function keep(tag: LanguageTag): void {
  try {
    localStorage.setItem(KEPT, tag);
  } catch {
    // Nothing to do: the choice holds for this page.
  }
}

function kept(): LanguageTag | undefined {
  try {
    const held = localStorage.getItem(KEPT);
    return held !== null && isLanguageTag(held) ? held : undefined;
  } catch {
    return undefined;
  }
}
