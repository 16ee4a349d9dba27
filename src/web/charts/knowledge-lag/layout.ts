import { dayOf, type When } from '#core/time.ts';
import { timeTicks, type TimeTick } from '#web/charts/knowledge-timeline/axis.ts';
import { fitsWithin } from '#web/charts/money-axis.ts';

/** One risk: when somebody first knew, when it reached the person who decides, when it was decided. */
export interface Lag {
  firstKnownAt: When;
  /** `null` while it has not reached them. */
  ownerKnewAt: When | null;
  decidedAt: When | null;
}

export interface PlacedLag {
  y: number;
  known: number;
  /** Where the knowing reached the decider, or the end of the axis while it has not. */
  reached: number;
  running: boolean;
  decided: number | null;
  /** From reached to decided, where the decision came after. */
  waiting: { from: number; to: number; open: boolean } | null;
}

export interface KnowledgeLagLayout {
  width: number;
  height: number;
  pixelsPerDay: number;
  ticks: readonly TimeTick[];
  lags: readonly PlacedLag[];
}

export interface LagFrame {
  width: number;
  rowHeight: number;
  axisHeight: number;
  /** Where in its row a mark stands: 0 at the top, 1 at the bottom. */
  markAt: number;
  asOf: When;
}

const EDGE = 10;

/** Places one lag a row on one linear time axis that ends at `asOf`. The axis stands above the rows. */
export function layoutKnowledgeLag(lags: readonly Lag[], frame: LagFrame): KnowledgeLagLayout {
  const { width, rowHeight, axisHeight, markAt, asOf } = frame;
  const from = lags.reduce<When>((earliest, lag) => (dayOf(lag.firstKnownAt) < dayOf(earliest) ? lag.firstKnownAt : earliest), asOf);
  const first = dayOf(from);
  const days = Math.max(1, dayOf(asOf) - first);
  const right = Math.max(EDGE + 1, width - EDGE);
  const pixelsPerDay = (right - EDGE) / days;
  const x = (when: When): number => EDGE + Math.min(days, dayOf(when) - first) * pixelsPerDay;
  return {
    width,
    height: axisHeight + rowHeight * lags.length,
    pixelsPerDay,
    ticks: timeTicks({ from, to: asOf }, { right: width, baseline: axisHeight - 6, x }).filter((tick) => fitsWithin(tick.label, width)),
    lags: lags.map((lag, index) => placeLag(lag, axisHeight + rowHeight * (index + markAt), x, right)),
  };
}

function placeLag(lag: Lag, y: number, x: (when: When) => number, end: number): PlacedLag {
  const reached = lag.ownerKnewAt === null ? end : x(lag.ownerKnewAt);
  const decided = lag.decidedAt === null ? null : x(lag.decidedAt);
  return { y, known: x(lag.firstKnownAt), reached, running: lag.ownerKnewAt === null, decided, waiting: waitingFor(lag, reached, decided, end) };
}

function waitingFor(lag: Lag, reached: number, decided: number | null, end: number): PlacedLag['waiting'] {
  if (lag.ownerKnewAt === null) return null;
  if (decided === null) return { from: reached, to: end, open: true };
  return decided > reached ? { from: reached, to: decided, open: false } : null;
}
