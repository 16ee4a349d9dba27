import { addDays, dayOf, previousQuarterEnd, quarterName, type When } from '#core/time.ts';

/** `2026Q4`: a quarter as an address writes it. */
export function quarterText(day: When): string {
  const [quarter = '', year = ''] = quarterName(day).split(' ');
  return `${year}${quarter}`;
}

/**
 * The day a quarter is shown for: its last day, or today while it runs. Undefined for a quarter that has not
 * begun, and for what is not a quarter.
 */
export function dayOfQuarter(text: string, today: When): When | undefined {
  const parts = /^(\d{4})Q([1-4])$/i.exec(text);
  if (parts === null) return undefined;
  const [year, quarter] = [Number(parts[1]), Number(parts[2])];
  const nextBegins = quarter === 4 ? `${String(year + 1).padStart(4, '0')}-01-01` : `${parts[1]}-${String(quarter * 3 + 1).padStart(2, '0')}-01`;
  const end = addDays(nextBegins, -1);
  if (dayOf(previousQuarterEnd(end)) >= dayOf(today)) return undefined;
  return dayOf(end) < dayOf(today) ? end : today.slice(0, 10);
}
