import { dayOf, type When } from '#core/time.ts';
import { recordedWhen, type Entry } from '#core/record/entry.ts';

/**
 * What the store gives as of an earlier day, out of what it gave as of a later one: without what was recorded since, and
 * without the findings that no risk and no mapping named by then. Saves reading most of the record twice.
 */
export function earlierEntries(entries: readonly Entry[], asOf: When): readonly Entry[] {
  const day = dayOf(asOf);
  const earlier = entries.filter((entry) => dayOf(recordedWhen(entry)) <= day);
  const named = new Set(earlier.flatMap((entry) => (entry.kind === 'risks' || entry.kind === 'mappings' ? (entry.entity.findingIds ?? []) : [])));
  return earlier.filter((entry) => entry.kind !== 'findings' || named.has(entry.entity.id));
}
