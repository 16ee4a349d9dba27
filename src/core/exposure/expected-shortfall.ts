import { firstCellAt, type YearGrids } from '#core/exposure/grid.ts';

/**
 * Average of the worst 1 - p of years, p in [0, 1): the mean in closed form less what the better years bring.
 * The cell that straddles the quantile is split. Where no loss is at least as likely as p, it is mean / (1 - p).
 */
export function expectedShortfall(grids: YearGrids, { mean, noLoss }: { mean: number; noLoss: number }, p: number): number {
  if (p <= noLoss) return mean / (1 - p);
  const { masses, cumulated, step } = grids.forProbability(p).year;
  const cell = Math.min(firstCellAt(cumulated, p), masses.length - 1);
  let better = 0;
  for (let k = 1; k < cell; k += 1) better += k * (masses[k] ?? 0);
  const split = cell * (p - (cell === 0 ? 0 : (cumulated[cell - 1] ?? 0)));
  return (mean - step * (better + split)) / (1 - p);
}
