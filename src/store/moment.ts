import { dayAfter, dayOf, isoDay, isWhen, type When } from '#core/time.ts';

/**
 * A moment in the one form that sorts as text: a day stays a day, an instant becomes UTC with
 * milliseconds. A day sorts before every instant within it. Throws RangeError on what is no date.
 */
export const sortableMoment = remembered((when) => (when.length === 10 ? when : new Date(when).toISOString()));

/** The UTC day of a moment as `YYYY-MM-DD`. Throws RangeError on what is no date. */
export const utcDay = remembered((when) => isoDay(dayOf(when)));

/** First moment after the UTC day of `when`, for comparing as text: what was recorded before it was known by the end of that day. */
export function endOfDay(when: When): string {
  return dayAfter(when);
}

/** The rows of a file share a few hundred dates; checking each anew is a third of the cost of taking a row in. */
function remembered(form: (when: When) => string): (when: When) => string {
  const known = new Map<When, string>();
  return (when) => {
    const held = known.get(when);
    if (held !== undefined) return held;
    if (!isWhen(when)) throw new RangeError(`${when} is not a date or an instant.`);
    const answer = form(when);
    if (known.size >= 10_000) known.clear();
    known.set(when, answer);
    return answer;
  };
}
