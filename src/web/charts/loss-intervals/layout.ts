import { moneyAxis, type MoneyTick } from '#web/charts/money-axis.ts';

/** The 90% range of one loss: 5th to 95th percentile, in the record's currency. */
export interface LossInterval {
  low: number;
  high: number;
}

export interface PlacedInterval {
  x: number;
  y: number;
  width: number;
  /** Where the median of one loss stands. */
  median: number;
}

/** Median of one loss of this range: the geometric mean of its ends, as it is lognormal. */
export function medianOf({ low, high }: LossInterval): number {
  return Math.sqrt(Math.max(0, low) * Math.max(0, high));
}

export interface LossIntervalsLayout {
  width: number;
  height: number;
  pixelsPerUnit: number;
  ticks: readonly MoneyTick[];
  intervals: readonly PlacedInterval[];
  /** The tolerance, where it lies on the axis. */
  tolerance: number | undefined;
}

export interface RowFrame {
  width: number;
  rowHeight: number;
  axisHeight: number;
  /** Where in its row a mark stands: 0 at the top, 1 at the bottom. */
  markAt: number;
  currency: string;
}

const EDGE = 10;

/** Places one bar a row on one linear axis from zero. The axis stands above the rows. */
export function layoutLossIntervals(intervals: readonly LossInterval[], frame: RowFrame, tolerance?: number): LossIntervalsLayout {
  const { width, rowHeight, axisHeight, markAt, currency } = frame;
  const max = Math.max(0, ...intervals.map((interval) => interval.high));
  const axis = moneyAxis(max, { left: EDGE, right: Math.max(EDGE + 1, width - EDGE), width, baseline: axisHeight - 6, currency });
  return {
    width,
    height: axisHeight + rowHeight * intervals.length,
    pixelsPerUnit: axis.pixelsPerUnit,
    ticks: axis.ticks,
    tolerance: tolerance !== undefined && tolerance <= max ? axis.x(tolerance) : undefined,
    intervals: intervals.map(({ low, high }, index) => ({
      x: axis.x(low),
      y: axisHeight + rowHeight * (index + markAt),
      width: axis.x(high) - axis.x(low),
      median: axis.x(medianOf({ low, high })),
    })),
  };
}
