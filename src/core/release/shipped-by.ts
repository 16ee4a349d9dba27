import type { Finding } from '#core/record/entities.ts';
import type { RecordView } from '#core/record/view.ts';
import type { RiskRow } from '#core/picture/picture.ts';

type ShippedBy = NonNullable<RiskRow['shippedBy']>;

/**
 * Who shipped what a risk is about: of its linked findings with a recorded origin the one that went out
 * first, by the date of its release, else of the finding. The team is the one the finding names, else the
 * one that shipped the release. `null` when no origin is recorded; never a person.
 */
export function shippedBy(view: RecordView, findings: readonly Finding[]): ShippedBy | null {
  const origins = findings.flatMap((finding) => originOf(view, finding) ?? []);
  origins.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return origins[0]?.shipped ?? null;
}

function originOf(view: RecordView, finding: Finding): { on: string; shipped: ShippedBy } | undefined {
  const { introducedReleaseId, introducedByTeamId, introducedStageId } = finding;
  const release = introducedReleaseId === undefined ? undefined : view.releases.get(introducedReleaseId);
  const teamId = introducedByTeamId ?? release?.shippedByTeamId;
  if (teamId === undefined) return undefined;
  return {
    on: release?.at ?? finding.at,
    shipped: {
      teamId,
      version: release?.version ?? null,
      at: release?.at ?? null,
      stageId: introducedStageId ?? null,
    },
  };
}
