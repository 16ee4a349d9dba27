import { firstCellAt, type YearGrids } from '#core/exposure/grid.ts';
import { finished, type Steps } from '#core/exposure/steps.ts';

/**
 * Euler contributions to the average of the worst 1 - p of years: what each source brings on average in
 * exactly those years, by source id. The cell that straddles the quantile is split for every source as for the
 * total. What transforms leave over (about 1e-9 of the total) is spread in proportion, so that the parts, and
 * any grouping of them, add up to `total` to the last digits of a double.
 */
export function* contributionsInSteps(grids: YearGrids, { noLoss, total }: { noLoss: number; total: number }, p: number): Steps<ReadonlyMap<string, number>> {
  const { year, broughtBelow } = grids.forProbability(p);
  const { masses, cumulated, sources } = year;
  const cell = Math.min(firstCellAt(cumulated, p), masses.length - 1);
  const part = (p - (cell === 0 ? 0 : (cumulated[cell - 1] ?? 0))) / (masses[cell] ?? 1);
  const better = p <= noLoss || sources.length === 1 ? [] : yield* broughtBelow(cell, part);
  const parts = sources.map(({ id, mean }, index) => ({ id, worst: (mean - (better[index] ?? 0)) / (1 - p) }));
  const sum = parts.reduce((all, { worst }) => all + worst, 0);
  const scale = sum > 0 ? total / sum : 1;
  return new Map(parts.map(({ id, worst }) => [id, worst * scale]));
}

/** `contributionsInSteps`, all at once. */
export function contributions(grids: YearGrids, total: { noLoss: number; total: number }, p: number): ReadonlyMap<string, number> {
  return finished(contributionsInSteps(grids, total, p));
}

/** What a part brings to the average of the worst 5% and the worst 1% of the portfolio's years. */
export interface Contribution {
  es95: number;
  es99: number;
}

/** A team's or a release process's part; `id` is null for the risks that name none, so that the parts add up. */
export interface GroupContribution {
  id: string | null;
  mean: number;
  contribution: Contribution;
}

/** Means and contributions summed by group, in the order the groups first come up. */
export function contributionsByGroup(
  parts: readonly { id: string; mean: number; contribution: Contribution }[],
  groups: ReadonlyMap<string, string | undefined>,
): readonly GroupContribution[] {
  const sums = new Map<string | null, GroupContribution>();
  for (const { id, mean, contribution } of parts) {
    const group = groups.get(id) ?? null;
    const sum = sums.get(group) ?? { id: group, mean: 0, contribution: { es95: 0, es99: 0 } };
    sums.set(group, {
      id: group,
      mean: sum.mean + mean,
      contribution: { es95: sum.contribution.es95 + contribution.es95, es99: sum.contribution.es99 + contribution.es99 },
    });
  }
  return [...sums.values()];
}
