import { inDigits } from '#importers/reading/place.ts';

/** `1 row`, `1,200 rows`. */
export function count(n: number, noun: string, plural = `${noun}s`): string {
  return `${inDigits(n)} ${n === 1 ? noun : plural}`;
}

/** The first ten of a list, and how many there are beyond them. */
export function named(names: Iterable<string>): string {
  const all = [...names];
  const shown = all.slice(0, 10).map((name) => (name.length > 60 ? `${name.slice(0, 57)}...` : name)).join(', ');
  return all.length > 10 ? `${shown} and ${inDigits(all.length - 10)} more` : shown;
}
