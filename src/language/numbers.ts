import { currentLanguage, type LanguageTag } from '#language/current.ts';

const marks: Readonly<Record<LanguageTag, { thousands: string; point: string }>> = {
  en: { thousands: ',', point: '.' },
  de: { thousands: '.', point: ',' },
};

/** `1,743`, `1.743`: a whole number with its thousands set apart. */
export function grouped(count: number): string {
  const text = String(count);
  return -1000 < count && count < 1000 ? text : text.replace(/\B(?=(\d{3})+$)/g, marks[currentLanguage().tag].thousands);
}

/** `1,743.5`, `1.743,5`: at most `places` digits behind the point, and none that are zero at the end. */
export function decimal(value: number, places: number): string {
  const [whole = '0', part] = String(Number(value.toFixed(places))).split('.');
  const { thousands, point } = marks[currentLanguage().tag];
  const groups = whole.length < 4 ? whole : whole.replace(/\B(?=(\d{3})+$)/g, thousands);
  return part === undefined ? groups : `${groups}${point}${part}`;
}

/** `12%`, `12 %`: a share that is already written in hundredths. */
export function percent(hundredths: string): string {
  return currentLanguage().tag === 'de' ? `${hundredths}\u00a0%` : `${hundredths}%`;
}
