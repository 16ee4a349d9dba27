import type { RiskSpec } from '#mocks/halden-maker/risks/risk.ts';

/** Ids of the findings behind a risk, as the importers of the scans give them. */
export function linkedFindings(_risk: RiskSpec): readonly string[] {
  return [];
}
