import type { TeamFixes } from '#core/release/who-fixed.ts';
import type { PlotFrame } from '#web/charts/ChartRows.tsx';
import { roundTicks } from '#web/charts/round-ticks.ts';
import { textWidth, type PlacedText } from '#web/charts/text-fit.ts';

export interface FixDumbbellLayout {
  width: number;
  height: number;
  ticks: readonly { x: number; label: PlacedText }[];
  rows: readonly { y: number; introduced: number; fixed: number }[];
}

const EDGE = 10;
const SIZE = 13;

/** Two marks a team, introduced and fixed, on one linear axis from zero. */
export function layoutFixDumbbell(teams: readonly TeamFixes[], { width, rowHeight, axisHeight, markAt }: PlotFrame): FixDumbbellLayout {
  const top = Math.max(1, ...teams.flatMap((team) => [team.introduced, team.fixed]));
  const x = (count: number): number => EDGE + ((Math.max(EDGE + 1, width - EDGE) - EDGE) * count) / top;
  return {
    width,
    height: axisHeight + rowHeight * teams.length,
    ticks: roundTicks(top, Math.max(1, Math.floor(width / 90))).filter(Number.isInteger).map((count) => {
      const text = count.toLocaleString('en-US');
      const half = textWidth(text, SIZE) / 2;
      return { x: x(count), label: { text, x: Math.min(Math.max(0, x(count) - half), width - 2 * half), baseline: axisHeight - 6, size: SIZE, bold: false } };
    }),
    rows: teams.map((team, index) => ({ y: axisHeight + rowHeight * (index + markAt), introduced: x(team.introduced), fixed: x(team.fixed) })),
  };
}
