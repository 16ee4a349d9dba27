import { currentLanguage } from '#language/current.ts';

/** A text that goes on after a colon or an "or": in English its first letter becomes small; German begins with a noun or a name. */
export function lowerFirst(text: string): string {
  return currentLanguage().tag === 'de' ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

/** A text that begins a sentence. */
export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
