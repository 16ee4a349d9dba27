import { useLocation } from 'react-router';
import { currentLanguage, languageTags, type LanguageTag } from '#language/current.ts';
import { addressIn } from '#web/language.ts';

/** Each language in its own words, as a reader who has no other looks for it. */
const names: Readonly<Record<LanguageTag, string>> = { en: 'English', de: 'Deutsch' };

/** The same page in the other languages. The page is loaded anew, so that all of it is in one language. */
export function LanguageSwitch() {
  const address = useLocation();
  return languageTags.filter((tag) => tag !== currentLanguage().tag).map((tag) => (
    <a key={tag} className="language-switch" lang={tag} hrefLang={tag} href={addressIn(tag, address)}>{names[tag]}</a>
  ));
}
