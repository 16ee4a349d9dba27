import type { FindingRow } from '#contract/finding.ts';
import type { Finding } from '#core/record/entities.ts';

/** A finding as the API shows it: what the source does not say is `null`, never left out. */
export function findingRow(finding: Finding): FindingRow {
  return {
    id: finding.id,
    serviceId: finding.serviceId,
    at: finding.at,
    severity: finding.severity,
    severityWord: finding.severityWord ?? null,
    score: finding.score ?? null,
    title: finding.title ?? finding.label ?? null,
    source: finding.source ?? null,
    externalId: finding.externalId ?? null,
    location: finding.location ?? null,
    component: finding.component ?? null,
    exploited: finding.exploited ?? null,
    automatable: finding.automatable ?? null,
    totalControl: finding.totalControl ?? null,
    introducedByTeamId: finding.introducedByTeamId ?? null,
    introducedReleaseId: finding.introducedReleaseId ?? null,
    introducedStageId: finding.introducedStageId ?? null,
    escapedStageId: finding.escapedStageId ?? null,
    foundStageId: finding.foundStageId ?? null,
    fixedAt: finding.fixedAt ?? null,
    fixedByTeamId: finding.fixedByTeamId ?? null,
    fixKind: finding.fixKind ?? null,
    external: finding.external ?? null,
    defectClass: finding.defectClass ?? null,
    facts: [...(finding.facts ?? [])],
  } satisfies FindingRow;
}
