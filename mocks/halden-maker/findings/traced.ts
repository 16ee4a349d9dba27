import type { Finding } from '#core/record/entities.ts';
import type { WorkspaceEntry } from '#core/record/workspace.ts';
import { months, releaseId } from '#mocks/halden-maker/company/releases.ts';
import { codeFindingId, ownerIn, scanTime, type CodeFinding } from '#mocks/halden-maker/findings/code-finding.ts';
import { linkedFindings, type LinkedFinding } from '#mocks/halden-maker/findings/linked.ts';
import { codeFindings } from '#mocks/halden-maker/findings/population.ts';
import { codeScanner } from '#mocks/halden-maker/findings/rules.ts';
import { streamOf } from '#mocks/halden-maker/random.ts';

/**
 * What no scanner says of a finding and somebody wrote down: where it got in, what is known of its use,
 * who fixed it. One entry a finding, as it stood at the end of a quarter.
 */
export function tracedFindings(from: string, to: string): readonly WorkspaceEntry<'findings'>[] {
  const linked = linkedFindings.filter((finding) => within(finding.first, from, to)).map((finding) => linkedEntry(finding, to));
  const known = new Set(linkedFindings.map(codeFindingId));
  const fixed = codeFindings
    .filter((finding) => finding.gone !== undefined && within(finding.gone, from, to) && !known.has(codeFindingId(finding)) && isWrittenDown(finding))
    .map((finding) => ({ ...entityOf(finding, to), ...fixOf(finding) }));
  return [...linked, ...(to >= FIXES_FROM ? fixed : [])].map((entity) => ({ ...entity, recordedAt: `${to}T20:00:00Z` }));
}

/** Before this day nobody wrote down who fixed what. */
const FIXES_FROM = '2026-07-01';

function within(month: number, from: string, to: string): boolean {
  const name = months[month] ?? '';
  return name >= from.slice(0, 7) && name <= to.slice(0, 7);
}

function entityOf(finding: CodeFinding, day: string): Finding {
  const { serviceId, rule, tool, path, line, first, gone } = finding;
  const fixed = gone === undefined || (months[gone] ?? '') > day.slice(0, 7) ? undefined : scanTime(serviceId, gone);
  return {
    id: codeFindingId(finding),
    serviceId,
    at: scanTime(serviceId, first),
    severity: rule.score >= 9 ? 'critical' : rule.score >= 7 ? 'high' : rule.score >= 4 ? 'medium' : 'low',
    title: rule.title,
    source: tool.name,
    externalId: rule.id,
    severityWord: rule.score.toFixed(1),
    score: rule.score,
    location: `${path}:${line}`,
    introducedByTeamId: ownerIn(serviceId, first),
    foundStageId: tool === codeScanner ? 'build' : 'review',
    defectClass: rule.cwe,
    ...(fixed === undefined ? {} : { fixedAt: fixed }),
  };
}

function linkedEntry(finding: LinkedFinding, day: string): Finding {
  const { exploited, automatable, introducedStageId, escapedStageId, foundStageId, serviceId, first } = finding;
  const entity = entityOf(finding, day);
  return {
    ...entity,
    introducedReleaseId: releaseId(serviceId, months[Math.max(0, first - 1)] ?? ''),
    introducedStageId,
    ...(escapedStageId === undefined ? {} : { escapedStageId }),
    ...(foundStageId === undefined ? {} : { foundStageId }),
    ...(exploited === undefined ? {} : { exploited }),
    ...(automatable === undefined ? {} : { automatable }),
    ...(entity.fixedAt === undefined ? {} : fixOf(finding)),
  };
}

/** Who fixed it is written down where security did, and for one in six of the others. */
function isWrittenDown(finding: CodeFinding): boolean {
  return fixOf(finding).fixedByTeamId === 'security-engineering' || streamOf('written down', finding.fingerprint).chance(0.16);
}

/** The team that owns the code fixes it; on two services of the shop security does a good part. */
function fixOf({ serviceId, gone, fingerprint }: CodeFinding): Pick<Finding, 'fixedByTeamId' | 'fixKind'> {
  const stream = streamOf('fix', fingerprint);
  const bySecurity = stream.chance(serviceId === 'storefront' || serviceId === 'account-pages' ? 0.4 : 0.03);
  const owner = gone === undefined ? undefined : ownerIn(serviceId, gone);
  return { fixedByTeamId: bySecurity ? 'security-engineering' : owner, fixKind: stream.chance(0.05) ? 'shield' : 'fix' };
}
