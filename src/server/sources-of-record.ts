import type { Delivery } from '#core/sources/delivery.ts';
import type { ImportRecord } from '#store/store.ts';
import { reportsOf } from '#server/routes/import-list.ts';

/** Arrivals looked at: more than a year of ten a day. */
export const MOST_ARRIVALS = 5_000;

/** What arrived, as core reads it. */
export function deliveriesOf(imports: readonly ImportRecord[]): readonly Delivery[] {
  return imports.map(({ id, header, report }) => ({
    id, name: header.source, at: header.recordedAt, recordedBy: header.recordedBy, sender: header.sender ?? null, files: reportsOf(report),
  }));
}
