import type { RiskRow } from '#core/picture/picture.ts';

/**
 * Largest expected annual loss first, then the largest high end of one loss; what has no range stands
 * after what has one, oldest first. A new array.
 */
export function byExposure(risks: readonly RiskRow[]): readonly RiskRow[] {
  return risks.toSorted(
    (a, b) =>
      descending(a.expectedAnnualLoss, b.expectedAnnualLoss) ||
      descending(a.exposure?.high ?? null, b.exposure?.high ?? null) ||
      b.ageDays - a.ageDays ||
      (a.id < b.id ? -1 : 1),
  );
}

function descending(a: number | null, b: number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return b - a;
}
