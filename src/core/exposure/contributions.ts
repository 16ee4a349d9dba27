import { firstCellAt, type YearGrids } from '#core/exposure/grid.ts';

/**
 * Euler contributions to the average of the worst 1 - p of years: what each source brings on average in
 * exactly those years, by source id. The cell that straddles the quantile is split for every source as for the
 * total. What transforms leave over (about 1e-9 of the total) is spread in proportion, so that the parts, and
 * any grouping of them, add up to `total` to the last digits of a double.
 */
export function contributions(grids: YearGrids, { noLoss, total }: { noLoss: number; total: number }, p: number): ReadonlyMap<string, number> {
  const { masses, cumulated, sources } = grids.forProbability(p);
  const cell = Math.min(firstCellAt(cumulated, p), masses.length - 1);
  const part = (p - (cell === 0 ? 0 : (cumulated[cell - 1] ?? 0))) / (masses[cell] ?? 1);
  const parts = sources.map(({ id, mean, shares }) => {
    if (p <= noLoss || sources.length === 1) return { id, worst: mean / (1 - p) };
    const share = shares();
    let better = part * (share[cell] ?? 0);
    for (let k = 0; k < cell; k += 1) better += share[k] ?? 0;
    return { id, worst: (mean - better) / (1 - p) };
  });
  const sum = parts.reduce((all, { worst }) => all + worst, 0);
  const scale = sum > 0 ? total / sum : 1;
  return new Map(parts.map(({ id, worst }) => [id, worst * scale]));
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
