import { dateOrders, type DateOrder } from '#importers/csv/date-column.ts';

/** The order of day and month that a mapping declares for a column: `Raised` mapped to `openedAt:DD/MM/YYYY`. */
export function declaredDateOrder(
  mapping: Readonly<Record<string, string>> | undefined,
  column: string,
): DateOrder | undefined {
  for (const [name, value] of Object.entries(mapping ?? {})) {
    if (name.trim().toLowerCase() !== column.toLowerCase()) continue;
    const [, declared] = value.split(':');
    return dateOrders.find((order) => order === declared?.trim().toUpperCase());
  }
  return undefined;
}
