import { useLocation } from 'react-router';
import type { FixMeasure } from '#web/charts/pair-dumbbell/describe-fixes.ts';
import type { View } from '#web/url/address.ts';
import { viewWith } from '#web/url/view-with.ts';

/** Which measure the address asks for, and the view that asks for the other; everything else of the page stays. */
export function useFixMeasure(): { measure: FixMeasure; viewOf: (measure: FixMeasure) => View } {
  const query = new URLSearchParams(useLocation().search);
  return {
    measure: query.get('per') === 'releases' ? 'per-100' : 'count',
    viewOf: (measure) => viewWith(query, { per: measure === 'per-100' ? 'releases' : undefined }),
  };
}
