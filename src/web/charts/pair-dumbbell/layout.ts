import type { PlotFrame } from '#web/charts/ChartRows.tsx';
import { grouped } from '#language/numbers.ts';
import { roundTicks } from '#web/charts/round-ticks.ts';
import { textWidth, type PlacedText } from '#web/charts/text-fit.ts';

/** Two amounts of one row; `null` = not measured, and nothing is drawn for it. */
export interface Pair {
  open: number | null;
  filled: number | null;
}

export interface PairDumbbellLayout {
  width: number;
  height: number;
  pixelsPerUnit: number;
  ticks: readonly { x: number; label: PlacedText }[];
  rows: readonly { y: number; open: number | null; filled: number | null }[];
}

const EDGE = 10;
const SIZE = 13;

/** An open and a filled mark a row, on one linear axis from zero. The axis stands above the rows. */
export function layoutPairDumbbell(pairs: readonly Pair[], { width, rowHeight, axisHeight, markAt }: Pick<PlotFrame, 'width' | 'rowHeight' | 'axisHeight' | 'markAt'>): PairDumbbellLayout {
  const top = Math.max(1, ...pairs.flatMap(({ open, filled }) => [open ?? 0, filled ?? 0]));
  const pixelsPerUnit = (Math.max(EDGE + 1, width - EDGE) - EDGE) / top;
  const x = (amount: number): number => EDGE + pixelsPerUnit * amount;
  return {
    width,
    height: axisHeight + rowHeight * pairs.length,
    pixelsPerUnit,
    ticks: roundTicks(top, Math.max(1, Math.floor(width / 90))).filter(Number.isInteger).map((amount) => {
      const text = grouped(amount);
      const wide = textWidth(text, SIZE);
      return { x: x(amount), label: { text, x: Math.min(Math.max(0, x(amount) - wide / 2), width - wide), baseline: axisHeight - 6, size: SIZE, bold: false } };
    }),
    rows: pairs.map(({ open, filled }, index) => ({
      y: axisHeight + rowHeight * (index + markAt),
      open: open === null ? null : x(open),
      filled: filled === null ? null : x(filled),
    })),
  };
}
