/**
 * A text that is the same on every day of a run but for figures that count the days: `Open 5 days`, `Open 6 days`.
 * Kept once, so that a replay of years stays small; what it unrolls to is the text of the day to the letter.
 */
export interface CountingText {
  text: string;
  /** Which figures of the text, counted from 0, grow by one a day. */
  counts: readonly number[];
}

const FIGURE = /(\d+(?:,\d{3})*)/;

export function plainText(text: string): CountingText {
  return { text, counts: [] };
}

/** The text `days` days after its first day. */
export function textAfter({ text, counts }: CountingText, days: number): string {
  if (counts.length === 0 || days === 0) return text;
  return text.split(FIGURE).map((part, index) => (index % 2 === 1 && counts.includes((index - 1) / 2) ? grouped(valueOf(part) + days) : part)).join('');
}

/** The same text so that it also gives `next` after `days` days; undefined where counting days does not explain it. */
export function continued(first: CountingText, next: string, days: number, isSecond: boolean): CountingText | undefined {
  if (textAfter(first, days) === next) return first;
  if (!isSecond) return undefined;
  const before = first.text.split(FIGURE);
  const after = next.split(FIGURE);
  if (before.length !== after.length) return undefined;
  const counts = before.flatMap((part, index) => (index % 2 === 1 && part !== after[index] ? [(index - 1) / 2] : []));
  const counting = { text: first.text, counts };
  return textAfter(counting, days) === next ? counting : undefined;
}

function valueOf(figure: string): number {
  return Number(figure.replaceAll(',', ''));
}

function grouped(value: number): string {
  return value < 1000 ? String(value) : String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
