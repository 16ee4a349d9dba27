import type { Contribution, GroupContribution } from '#core/exposure/contributions.ts';
import type { RiskRow } from '#core/picture/picture.ts';

interface Assessed {
  id: string;
  mean: number;
  contribution: Contribution;
}

/**
 * Means and contributions by release process. A risk that ships through several is divided by its stated shares; one
 * without shares goes whole to its process, or to `null` where none or several are recorded. The parts add up to the
 * total: nothing is counted twice.
 */
export function contributionsByProcess(
  assessed: readonly Assessed[],
  rows: readonly Pick<RiskRow, 'id' | 'processId' | 'processShares'>[],
): readonly GroupContribution[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const sums = new Map<string | null, GroupContribution>();
  for (const { id, mean, contribution } of assessed) {
    for (const { processId, share } of sharesOf(byId.get(id))) {
      const sum = sums.get(processId) ?? { id: processId, mean: 0, contribution: { es95: 0, es99: 0 } };
      sums.set(processId, {
        id: processId,
        mean: sum.mean + share * mean,
        contribution: { es95: sum.contribution.es95 + share * contribution.es95, es99: sum.contribution.es99 + share * contribution.es99 },
      });
    }
  }
  return [...sums.values()];
}

function sharesOf(row: Pick<RiskRow, 'processId' | 'processShares'> | undefined): readonly { processId: string | null; share: number }[] {
  const stated = row?.processShares;
  return stated === undefined || stated.length === 0 ? [{ processId: row?.processId ?? null, share: 1 }] : stated;
}
