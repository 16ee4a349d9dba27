import { say } from '#language/say.ts';
import type { Readiness } from '#core/picture/readiness.ts';
import type { Summary, Tally } from '#core/picture/roll-up.ts';

export interface GridCell {
  readiness: Readiness;
  tally: Tally;
  /** Authority, information or an owner is missing or not established. */
  gap: boolean;
}

export interface ReadinessGrid {
  /** Authority down, information across: can decide first, has seen it first. */
  square: readonly { label: string; cells: readonly [GridCell, GridCell] }[];
  /** What has no place in the square: nobody named, cannot tell. */
  outside: readonly GridCell[];
  total: Tally;
}

/** The six readiness states of a summary in their places; their counts and money sum to its total. */
export function layoutReadinessGrid(summary: Summary): ReadinessGrid {
  const cell = (readiness: Readiness): GridCell => ({
    readiness, tally: summary.byReadiness[readiness], gap: readiness !== 'can-decide-seen',
  });
  const { count, expectedAnnualLoss, unquantified } = summary;
  return {
    square: [
      { label: say('Can decide'), cells: [cell('can-decide-seen'), cell('can-decide-not-seen')] },
      { label: say('Cannot decide'), cells: [cell('cannot-decide-seen'), cell('cannot-decide-not-seen')] },
    ],
    outside: [cell('nobody-named'), cell('cannot-tell')],
    total: { count, expectedAnnualLoss, unquantified },
  };
}
