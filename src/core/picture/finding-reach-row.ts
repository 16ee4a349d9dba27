import type { RecordIndex } from '#core/record/record-index.ts';
import { findingReach } from '#core/mapping/finding-reach.ts';

/** Every open finding once: the four add up to `open`. */
export interface FindingReachRow {
  open: number;
  linked: number;
  byRule: number;
  derived: number;
  unmapped: number;
  /** Where the unmapped ones are, the most first; adds up to `unmapped`. */
  unmappedByService: readonly { serviceId: string; count: number }[];
}

/** How the open findings of a record reach risks, and where those are that reach none. */
export function findingReachRow(index: RecordIndex): FindingReachRow {
  const { open, linked, byRule, derived, unmapped, unmappedCells } = findingReach(index);
  const byService = new Map<string, number>();
  for (const { serviceId, count } of unmappedCells) byService.set(serviceId, (byService.get(serviceId) ?? 0) + count);
  return {
    open, linked, byRule, derived, unmapped,
    unmappedByService: [...byService].map(([serviceId, count]) => ({ serviceId, count }))
      .toSorted((a, b) => b.count - a.count || (a.serviceId < b.serviceId ? -1 : 1)),
  };
}
