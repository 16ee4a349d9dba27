import { isLanguageTag, type LanguageTag } from '#language/current.ts';

/**
 * The shipped language that a reader would rather have, from an `Accept-Language` header (RFC 9110, 12.5.4) or the
 * list a browser holds; English where none of theirs is shipped. `de-AT` counts as `de`, `q=0` as not wanted.
 */
export function preferredLanguage(ranges: string | readonly string[] | null | undefined): LanguageTag {
  const asked = (typeof ranges === 'string' ? ranges.split(',') : (ranges ?? [])).map((range) => {
    const [name = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const weight = parameters.find((part) => part.startsWith('q='));
    return { tag: name.split('-')[0] ?? '', weight: weight === undefined ? 1 : Number(weight.slice(2)) };
  });
  let best: { tag: LanguageTag; weight: number } = { tag: 'en', weight: 0 };
  for (const { tag, weight } of asked) if (isLanguageTag(tag) && weight > best.weight) best = { tag, weight };
  return best.tag;
}
