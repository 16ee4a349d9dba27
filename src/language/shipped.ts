import { english, type Language, type LanguageTag } from '#language/current.ts';
import { german } from '#language/german/german.ts';

/** Every language with its messages, for programs that may speak any of them; a page loads the one it needs. */
export const shipped: Readonly<Record<LanguageTag, Language>> = { en: english, de: german };
