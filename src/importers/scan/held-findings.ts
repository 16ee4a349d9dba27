import type { Finding } from '#core/record/entities.ts';
import { isAfter, type When } from '#core/time.ts';
import type { ImportContext } from '#importers/importer.ts';
import { definedOnly } from '#importers/matching/stamp.ts';

/** How many findings are looked up at a time. */
export const FINDINGS_AT_A_TIME = 500;

/** What the record holds of these findings. */
export async function heldFindings(context: ImportContext, ids: readonly string[]): Promise<ReadonlyMap<string, Finding>> {
  const held = new Map<string, Finding>();
  for (const id of ids) {
    const finding = context.view.findings.get(id);
    if (finding !== undefined) held.set(id, finding);
  }
  for (const finding of (await context.findings?.(ids)) ?? []) held.set(finding.id, finding);
  return held;
}

/** What one scan says of a finding. */
export interface ScannedFinding {
  id: string;
  serviceId: string;
  /** Since when the scan says it has been there; the day of the scan where it does not. */
  seenAt: When;
  /** When the scan was made. */
  scannedAt: When;
  severity: Finding['severity'];
  severityWord: string | undefined;
  score: number | undefined;
  title: string;
  source: string;
  externalId: string | undefined;
  location: string | undefined;
  component: string | undefined;
  defectClass: string | undefined;
  /** Other names of the same vulnerability. */
  aliases?: readonly string[] | undefined;
  /** What the scan covered. */
  scanScope?: string | undefined;
  /** `true` = known to be used in attacks. A scan that does not say takes nothing back. */
  exploited?: boolean | undefined;
  /** There is nothing left to fix: the source says so, or a full scan of the same scope no longer finds it. */
  fixedAt: When | undefined;
  /** Not in this scan, which is no proof of a fix. */
  isAbsent: boolean;
}

/**
 * The finding after a scan. The age stays that of the earliest sighting, where it was introduced and found stays as
 * first recorded, what other sources said stays, and a fix stays until a later scan sees the finding again.
 */
export function findingAfterScan(
  scanned: ScannedFinding,
  held: Finding | undefined,
  defaults: ImportContext['defaults'],
): Finding {
  const { id, serviceId, severity, severityWord, score, title, externalId, location, component, defectClass } = scanned;
  return definedOnly({
    ...held,
    id,
    serviceId,
    at: held === undefined || isAfter(held.at, scanned.seenAt) ? scanned.seenAt : held.at,
    severity,
    title,
    source: held?.source ?? scanned.source,
    externalId,
    severityWord,
    score,
    location,
    component,
    defectClass: defectClass ?? held?.defectClass,
    aliases: (scanned.aliases?.length ?? 0) > 0 ? scanned.aliases : held?.aliases,
    scanScope: scanned.scanScope ?? held?.scanScope,
    exploited: scanned.exploited ?? held?.exploited,
    introducedByTeamId: held?.introducedByTeamId ?? defaults.teamId,
    introducedReleaseId: held?.introducedReleaseId ?? defaults.releaseId,
    foundStageId: held?.foundStageId ?? defaults.stageId,
    fixedAt: fixedAtOf(scanned, held),
  });
}

function fixedAtOf(scanned: ScannedFinding, held: Finding | undefined): When | undefined {
  if (scanned.fixedAt !== undefined) return held?.fixedAt ?? scanned.fixedAt;
  if (held?.fixedAt === undefined) return undefined;
  const isLateReport = isAfter(held.fixedAt, scanned.scannedAt);
  return scanned.isAbsent || isLateReport ? held.fixedAt : undefined;
}
