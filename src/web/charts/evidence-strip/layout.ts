import { dayOf, type When } from '#core/time.ts';
import { timeTicks, type TimeTick } from '#web/charts/knowledge-timeline/axis.ts';
import { fitsWithin } from '#web/charts/money-axis.ts';

/** One row: the pieces of evidence of one decision, and the day it was made. */
export interface StripRow {
  pieces: readonly { at: When; seen: boolean }[];
  /** `null` = not decided. */
  decidedAt: When | null;
}

export interface PlacedStripRow {
  y: number;
  /** Left edge of each tick, in the order of the pieces. */
  ticks: readonly { x: number; seen: boolean }[];
  decided: number | null;
}

export interface EvidenceStripLayout {
  width: number;
  height: number;
  ticks: readonly TimeTick[];
  rows: readonly PlacedStripRow[];
}

export interface StripFrame {
  width: number;
  rowHeight: number;
  axisHeight: number;
  /** Where in its row a mark stands: 0 at the top, 1 at the bottom. */
  markAt: number;
  asOf: When;
}

export const TICK_WIDTH = 6;
const EDGE = 10;

/**
 * Places the pieces of each decision on one linear time axis that ends at `asOf`. Pieces of the same few days would
 * cover each other: a tick then stands directly beside the one before it, so that each can be counted.
 */
export function layoutEvidenceStrip(rows: readonly StripRow[], frame: StripFrame): EvidenceStripLayout {
  const { width, rowHeight, axisHeight, markAt, asOf } = frame;
  const days = rows.flatMap(({ pieces, decidedAt }) => [...pieces.map(({ at }) => at), ...(decidedAt === null ? [] : [decidedAt])]);
  const from = days.reduce<When>((first, at) => (dayOf(at) < dayOf(first) ? at : first), asOf);
  const span = Math.max(1, dayOf(asOf) - dayOf(from));
  const right = Math.max(EDGE + 1, width - EDGE);
  const x = (when: When): number => EDGE + (Math.min(span, dayOf(when) - dayOf(from)) * (right - EDGE)) / span;
  return {
    width,
    height: axisHeight + rowHeight * rows.length,
    ticks: timeTicks({ from, to: asOf }, { right: width, baseline: axisHeight - 6, x }).filter((tick) => fitsWithin(tick.label, width)),
    rows: rows.map(({ pieces, decidedAt }, index) => ({
      y: axisHeight + rowHeight * (index + markAt),
      ticks: beside(pieces.map(({ at, seen }) => ({ x: x(at) - TICK_WIDTH / 2, seen })), right),
      decided: decidedAt === null ? null : x(decidedAt),
    })),
  };
}

/** Pushes ticks apart to the right, then back from the right edge where they would leave the picture. */
function beside(ticks: readonly { x: number; seen: boolean }[], right: number): readonly { x: number; seen: boolean }[] {
  const step = Math.min(TICK_WIDTH + 2, (right - EDGE) / Math.max(1, ticks.length));
  const placed = ticks.toSorted((a, b) => a.x - b.x);
  let least = Number.NEGATIVE_INFINITY;
  const pushed = placed.map(({ x, seen }) => {
    const at = Math.max(x, least);
    least = at + step;
    return { x: at, seen };
  });
  let most = right - TICK_WIDTH / 2;
  return pushed.toReversed().map(({ x, seen }) => {
    const at = Math.min(x, most);
    most = at - step;
    return { x: at, seen };
  }).toReversed();
}
