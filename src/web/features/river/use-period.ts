import { useLocation } from 'react-router';
import type { RiverPeriod } from '#core/release/river-period.ts';
import type { View } from '#web/url/address.ts';
import { viewWith } from '#web/url/view-with.ts';

/** The weeks the address asks for, and the view that asks for others; everything else of the page stays. */
export function usePeriod(): { asked: Partial<RiverPeriod>; viewOf: (period: Partial<RiverPeriod>) => View } {
  const query = new URLSearchParams(useLocation().search);
  const [from, to] = [query.get('weeksFrom'), query.get('weeksTo')];
  return {
    asked: { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) },
    viewOf: (period) => viewWith(query, { weeksFrom: period.from, weeksTo: period.to }),
  };
}
