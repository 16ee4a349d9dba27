import { currentLanguage, type LanguageTag } from '#language/current.ts';

const months: Readonly<Record<LanguageTag, readonly string[]>> = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  // CLDR, abbreviated in running text: the same on every machine, whatever data its runtime holds.
  de: ['Jan.', 'Feb.', 'März', 'Apr.', 'Mai', 'Juni', 'Juli', 'Aug.', 'Sept.', 'Okt.', 'Nov.', 'Dez.'],
};

/** `7 Jul 2026`, `7. Juli 2026`: a calendar day as it stands in a sentence; `month` from 1 to 12, `year` as it is written. */
export function writtenDay(year: string, month: number, date: number): string {
  const { tag } = currentLanguage();
  const name = months[tag][month - 1] ?? '';
  return tag === 'de' ? `${date}. ${name} ${year}` : `${date} ${name} ${year}`;
}
