import { dayOf, isoDay, type When } from '#core/time.ts';
import { kept, perIndex } from '#core/record/memo.ts';
import type { Finding } from '#core/record/entities.ts';
import type { FindingTallies, FixedTally, OpenTally, PassedTally } from '#core/record/finding-tallies.ts';
import type { RecordIndex } from '#core/record/record-index.ts';
import type { PolicySettings } from '#core/flags/policy-defaults.ts';
import { isGravest } from '#core/flags/urgency.ts';

/** What the view came with, or else a count over the findings it holds. */
export const talliesOf = perIndex((index: RecordIndex): FindingTallies =>
  index.view.tallies ?? countFindings(index.view.findings.values(), index.asOf, talliedDays(index.policy)));

/** How many days the rules that read tallies look back over. */
export function talliedDays(...policies: readonly PolicySettings[]): number {
  return Math.max(...policies.flatMap(({ threshold }) => [threshold('P5.days'), threshold('P9.days')]));
}

/** Counts findings that are on the record on a date; those that had not happened by then must not be among them. */
export function countFindings(findings: Iterable<Finding>, asOf: When, days: number): FindingTallies {
  const today = dayOf(asOf);
  const first = today - days;
  const fixed = new Map<string, FixedTally>();
  const open = new Map<string, OpenTally>();
  const passed = new Map<string, PassedTally>();
  const untraced: Finding[] = [];
  for (const finding of findings) {
    const found = dayOf(finding.at);
    const fixedOn = finding.fixedAt === undefined ? undefined : dayOf(finding.fixedAt);
    if (fixedOn !== undefined && fixedOn >= first && fixedOn <= today && finding.fixKind !== 'shield') countFixed(fixed, finding, found, fixedOn);
    if ((fixedOn === undefined || fixedOn > today) && finding.external !== true) {
      countOpen(open, finding, found);
      if (isGraveWithoutOrigin(finding)) untraced.push(finding);
    }
    if (found >= first || finding.introducedReleaseId !== undefined) countPassed(passed, finding, found);
  }
  return { fixed: [...fixed.values()], open: [...open.values()], passed: [...passed.values()], untraced };
}

function countFixed(fixed: Map<string, FixedTally>, finding: Finding, found: number, on: number): void {
  const { serviceId, fixedByTeamId } = finding;
  const gravestDays = isGravest(finding) ? on - found : undefined;
  const key = `${serviceId}\n${fixedByTeamId ?? ''}\n${on}\n${gravestDays ?? ''}`;
  kept(fixed, key, () => ({ serviceId, fixedByTeamId, fixedOn: isoDay(on), gravestDays, count: 0 })).count += 1;
}

function countOpen(open: Map<string, OpenTally>, finding: Finding, found: number): void {
  const tally = kept(open, finding.serviceId, (): OpenTally => ({ serviceId: finding.serviceId, count: 0, untraced: 0 }));
  tally.count += 1;
  if (isTraced(finding)) return;
  tally.untraced += 1;
  const at = isoDay(found);
  if (tally.newestUntraced === undefined || tally.newestUntraced < at) tally.newestUntraced = at;
}

function countPassed(passed: Map<string, PassedTally>, finding: Finding, found: number): void {
  const { serviceId, escapedStageId: stageId, defectClass, introducedReleaseId: releaseId } = finding;
  if (stageId === undefined || defectClass === undefined) return;
  const key = `${serviceId}\n${stageId}\n${defectClass}\n${found}\n${releaseId ?? ''}`;
  kept(passed, key, () => ({ serviceId, stageId, defectClass, at: isoDay(found), releaseId, count: 0 })).count += 1;
}

function isGraveWithoutOrigin(finding: Finding): boolean {
  return (finding.severity === 'critical' || finding.severity === 'high') && !isTraced(finding);
}

function isTraced(finding: Finding): boolean {
  return finding.introducedByTeamId !== undefined || finding.introducedReleaseId !== undefined;
}
