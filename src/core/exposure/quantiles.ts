import { firstCellAt, type YearGrids } from '#core/exposure/grid.ts';
import type { YearlyLoss } from '#core/exposure/yearly-loss.ts';

/** Mass above which a cell that stands out of its neighbours is a single amount, not a stretch of amounts. */
const LEAST_ATOM = 1e-5;
const STANDS_OUT = 3;

/** Smallest amount that at least p of the years stay at or below, p in (0, 1); exactly 0 where no loss is that likely. */
export function quantile(grids: YearGrids, noLoss: number, p: number): number {
  if (p <= noLoss) return 0;
  const { year } = grids.forProbability(p);
  const cell = Math.min(firstCellAt(year.cumulated, p), year.masses.length - 1);
  const { before, atom, spread } = cellOf(year, cell);
  const missing = p - before;
  const width = cell === 0 ? 0.5 : 1;
  const start = cell === 0 ? 0 : cell - 0.5;
  const untilCentre = cell === 0 ? 0 : spread / 2;
  if (atom > 0 && missing > untilCentre && missing <= untilCentre + atom) return cell * year.step;
  const continuous = missing > untilCentre + atom ? missing - atom : missing;
  const part = spread > 0 ? Math.min(1, Math.max(0, continuous / spread)) : 0;
  return (start + width * part) * year.step;
}

/** P(the year's total > amount); for 0 and below, P(any loss) and 1. */
export function exceedance(grids: YearGrids, noLoss: number, amount: number): number {
  if (amount < 0) return 1;
  if (amount === 0) return 1 - noLoss;
  return exceedanceIn(grids.forAmount(amount).year, noLoss, amount);
}

/** The same read off one grid, for a curve, whose points need not each have the grid that shows it best. */
export function exceedanceIn(year: YearlyLoss, noLoss: number, amount: number): number {
  if (amount <= 0) return amount < 0 ? 1 : 1 - noLoss;
  const cell = Math.floor(amount / year.step + 0.5);
  if (cell >= year.masses.length) return 0;
  const { before, atom, spread } = cellOf(year, cell);
  const place = amount / year.step;
  const part = cell === 0 ? 2 * place : place - cell + 0.5;
  const reached = atom > 0 && place >= cell * (1 - 1e-12) ? atom : 0;
  return Math.min(1 - noLoss, Math.max(0, 1 - before - reached - spread * part));
}

/** A cell as P(total below it), the probability of its centre alone, and the rest, spread evenly from edge to edge. */
function cellOf({ masses, cumulated, noLoss }: YearlyLoss, cell: number): { before: number; atom: number; spread: number } {
  const mass = masses[cell] ?? 0;
  if (cell === 0) return { before: noLoss, atom: 0, spread: Math.max(0, mass - noLoss) };
  const left = cell === 1 ? 0 : (masses[cell - 1] ?? 0);
  const level = Math.max(0, (left + (masses[cell + 1] ?? 0)) / 2);
  const atom = mass - level > LEAST_ATOM && mass > STANDS_OUT * level ? mass - level : 0;
  return { before: cumulated[cell - 1] ?? 0, atom, spread: mass - atom };
}
