import { dayOf } from '#core/time.ts';
import type { RecordView } from '#core/record/view.ts';
import type { MedianDays } from '#core/release/river-counts.ts';

/**
 * Median days from a finding to the first decision about it, or about a risk that rests on it, over the findings some
 * teams introduced. Findings no risk links to and nobody decided have no such time and are no case; nor has a decision
 * made before its finding.
 */
export function foundToDecided(view: RecordView, teamIds: readonly string[]): MedianDays {
  const first = new Map<string, number>();
  for (const decision of view.decisions.values()) {
    const day = dayOf(decision.at);
    const about = [decision.findingId, ...(view.risks.get(decision.riskId ?? '')?.findingIds ?? [])];
    for (const id of about) {
      const finding = id === undefined ? undefined : view.findings.get(id);
      if (finding === undefined || day < dayOf(finding.at)) continue;
      const team = finding.introducedByTeamId ?? view.releases.get(finding.introducedReleaseId ?? '')?.shippedByTeamId;
      if (team === undefined || !teamIds.includes(team)) continue;
      first.set(finding.id, Math.min(first.get(finding.id) ?? Infinity, day - dayOf(finding.at)));
    }
  }
  const days = [...first.values()].toSorted((a, b) => a - b);
  return { days: medianOf(days), cases: days.length };
}

/** The middle of sorted numbers, between the two middle ones where their count is even. */
function medianOf(sorted: readonly number[]): number | null {
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
