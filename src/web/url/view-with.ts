import type { View } from '#web/url/address.ts';

/** What travels with every address by itself. */
const TRAVELS = ['asOf', 'against', 'to', 'from', 'present', 'back'];

/** The filters an address carries, with some of them changed: `undefined` takes one away. */
export function viewWith(query: URLSearchParams, changes: View): View {
  const kept: Record<string, string[]> = {};
  for (const [name, value] of query) {
    if (TRAVELS.includes(name) || Object.hasOwn(changes, name)) continue;
    kept[name] = [...(kept[name] ?? []), value];
  }
  return { ...kept, ...changes };
}
