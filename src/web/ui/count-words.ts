import { grouped as inGroups } from '#language/numbers.ts';

/** `1,743`: a count with its thousands set apart. */
export function grouped(count: number): string {
  return inGroups(count);
}
