import { dayInWords, type When } from '#core/time.ts';

/** A date as `7 Jul 2026`. */
export function DateText({ when }: { when: When }) {
  return <time dateTime={when.slice(0, 10)}>{dayInWords(when)}</time>;
}
