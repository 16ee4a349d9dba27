import type { RowFrame } from '#web/charts/loss-intervals/layout.ts';
import { moneyAxis, type MoneyTick } from '#web/charts/money-axis.ts';

export interface Change {
  before: number;
  now: number;
}

export interface PlacedChange {
  y: number;
  before: number;
  now: number;
}

export interface ChangeDumbbellLayout {
  width: number;
  height: number;
  pixelsPerUnit: number;
  ticks: readonly MoneyTick[];
  changes: readonly PlacedChange[];
}

const EDGE = 10;

/** Places two marks a row, before and now, on one linear axis from zero. The axis stands above the rows. */
export function layoutChangeDumbbell(changes: readonly Change[], frame: RowFrame): ChangeDumbbellLayout {
  const { width, rowHeight, axisHeight, markAt, currency } = frame;
  const max = Math.max(0, ...changes.flatMap((change) => [change.before, change.now]));
  const axis = moneyAxis(max, { left: EDGE, right: Math.max(EDGE + 1, width - EDGE), width, baseline: axisHeight - 6, currency });
  return {
    width,
    height: axisHeight + rowHeight * changes.length,
    pixelsPerUnit: axis.pixelsPerUnit,
    ticks: axis.ticks,
    changes: changes.map(({ before, now }, index) => ({
      y: axisHeight + rowHeight * (index + markAt),
      before: axis.x(before),
      now: axis.x(now),
    })),
  };
}
