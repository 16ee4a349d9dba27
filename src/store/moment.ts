import { addDays, dayOf, isoDay, isWhen, type When } from '#core/time.ts';

/**
 * A moment in the one form that sorts as text: a day stays a day, an instant becomes UTC with
 * milliseconds. A day sorts before every instant within it.
 */
export function sortableMoment(when: When): string {
  if (!isWhen(when)) throw new RangeError(`${when} is not a date or an instant.`);
  return when.length === 10 ? when : new Date(when).toISOString();
}

/** The UTC day of a moment as `YYYY-MM-DD`. */
export function utcDay(when: When): string {
  if (!isWhen(when)) throw new RangeError(`${when} is not a date or an instant.`);
  return isoDay(dayOf(when));
}

/** First moment after the UTC day of `when`: what was recorded before it was known by the end of that day. */
export function endOfDay(when: When): string {
  return addDays(utcDay(when), 1);
}
