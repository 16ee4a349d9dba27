import type { Finding } from '#core/record/entities.ts';
import type { RecordView } from '#core/record/view.ts';

/** The team that introduced a finding: the one it names, else the one that shipped its release. Never a person. */
export function introducingTeam(view: RecordView, finding: Finding): string | undefined {
  return finding.introducedByTeamId ?? view.releases.get(finding.introducedReleaseId ?? '')?.shippedByTeamId;
}
