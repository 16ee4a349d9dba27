import { withoutInformedCall, type Summary } from '#core/picture/roll-up.ts';
import type { BriefTable } from '#web/charts/team-by-process/trim.ts';

/** The two parts of a cell's bar, in pixels: held by an informed call, and not. */
export interface PlacedBar {
  solid: number;
  hatched: number;
}

export interface TeamByProcessLayout {
  pixelsPerUnit: number;
  /** One bar for every cell of every row, in the order of the table. */
  bars: readonly (readonly PlacedBar[])[];
}

/**
 * Bars of the whole table on one scale: the cell with the most money takes `barWidth`, every other its
 * share of that, in whatever row or column it stands. No smallest length, so that a bar is its amount.
 */
export function layoutTeamByProcess(table: Pick<BriefTable, 'rows'>, barWidth: number): TeamByProcessLayout {
  const amounts = table.rows.flatMap((row) => row.cells.map((cell) => cell.summary.expectedAnnualLoss));
  const max = Math.max(0, ...amounts);
  const pixelsPerUnit = max > 0 ? barWidth / max : 0;
  return { pixelsPerUnit, bars: table.rows.map((row) => row.cells.map((cell) => barOf(cell.summary, pixelsPerUnit))) };
}

function barOf(summary: Summary, pixelsPerUnit: number): PlacedBar {
  return {
    solid: summary.byReadiness['can-decide-seen'].expectedAnnualLoss * pixelsPerUnit,
    hatched: withoutInformedCall(summary).expectedAnnualLoss * pixelsPerUnit,
  };
}
