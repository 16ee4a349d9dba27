import { dayOf, type When } from '#core/time.ts';
import type { Decision } from '#core/record/entities.ts';
import { perIndex } from '#core/record/memo.ts';
import type { RecordIndex } from '#core/record/record-index.ts';

/** Recorded choices within a number of days, oldest first. What the record only infers is no choice. */
export function recentDecisions(index: RecordIndex, days: number): readonly Decision[] {
  const first = index.day - days;
  return chosen(index).flatMap(({ decision, day }) => (day >= first ? [decision] : []));
}

/** Every recorded choice with its day, oldest first. */
const chosen = perIndex((index) =>
  [...index.view.decisions.values()]
    .filter((decision) => decision.implicit !== true)
    .map((decision) => ({ decision, day: dayOf(decision.at) }))
    .sort((a, b) => a.day - b.day),
);

/** The first day from which something held without a break, over a list that grows by one each time. */
export function heldSince<T extends { at: When }>(items: readonly T[], holds: (first: readonly T[]) => boolean): number {
  let since = items.length;
  while (since > 1 && holds(items.slice(0, since - 1))) since -= 1;
  const at = items[since - 1]?.at;
  return at === undefined ? Number.MAX_SAFE_INTEGER : dayOf(at);
}
