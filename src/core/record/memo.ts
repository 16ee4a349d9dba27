import type { RecordIndex } from '#core/record/record-index.ts';

/**
 * Keeps the answers of one question about one record, so that every rule asks it at the cost of a look-up.
 * An index never changes, so an answer never does; it is dropped together with the index.
 */
export function perIndex<T>(make: (index: RecordIndex) => T): (index: RecordIndex) => T {
  const answers = new WeakMap<RecordIndex, { value: T }>();
  return (index) => {
    const held = answers.get(index);
    if (held !== undefined) return held.value;
    const value = make(index);
    answers.set(index, { value });
    return value;
  };
}

/** The value under a key, made and kept when it is asked for first. */
export function kept<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const held = map.get(key);
  if (held !== undefined) return held;
  const value = make();
  map.set(key, value);
  return value;
}
