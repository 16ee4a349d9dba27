import type { Finding, Release } from '#core/record/entities.ts';
import { isAfter, type When } from '#core/time.ts';
import type { ImportContext } from '#importers/importer.ts';
import { definedOnly } from '#importers/matching/stamp.ts';
import type { ScanOrigins } from '#importers/scan/scan-origins.ts';

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
  /** Last line of what the location begins. */
  endLine?: number | undefined;
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
  /** When the vulnerability became public, as the scan says. */
  publishedAt?: When | undefined;
  /** Not in this scan, which is no proof of a fix. */
  isAbsent: boolean;
}

/**
 * The finding after a scan. The age stays that of the earliest sighting, where it was introduced and found is what
 * `originAfterScan` says, what other sources said stays, and a fix stays until a later scan sees the finding again.
 */
export function findingAfterScan(
  scanned: ScannedFinding,
  held: Finding | undefined,
  origins: ScanOrigins,
): Finding {
  const { id, serviceId, severity, severityWord, score, title, externalId, location, endLine, component, defectClass } = scanned;
  const at = held === undefined || isAfter(held.at, scanned.seenAt) ? scanned.seenAt : held.at;
  const publishedAt = earlierOf(scanned.publishedAt, held?.publishedAt);
  return definedOnly({
    ...held,
    id,
    serviceId,
    at,
    severity,
    title,
    source: held?.source ?? scanned.source,
    externalId,
    severityWord,
    score,
    location,
    endLine,
    component,
    defectClass: defectClass ?? held?.defectClass,
    aliases: (scanned.aliases?.length ?? 0) > 0 ? scanned.aliases : held?.aliases,
    scanScope: scanned.scanScope ?? held?.scanScope,
    exploited: scanned.exploited ?? held?.exploited,
    ...(scanned.isAbsent ? {} : origins.after(held, scanned.scannedAt, { serviceId, at, publishedAt })),
    ...fixOf(scanned, held, origins),
  });
}

/** Who fixed it is known by the release whose scan no longer holds it; a finding that is there again was fixed by nobody. */
function fixOf(scanned: ScannedFinding, held: Finding | undefined, origins: ScanOrigins): Partial<Finding> {
  const fixedAt = fixedAtOf(scanned, held);
  if (fixedAt === undefined) return { fixedAt, fixedByTeamId: undefined, fixedReleaseId: undefined, fixKind: undefined };
  return { fixedAt, ...(scanned.isAbsent && held?.fixedAt === undefined ? fixedIn(origins.releaseOf(scanned.serviceId), held) : {}) };
}

/**
 * What a complete scan of a release that no longer holds a finding says of its fix: the team that shipped the release. Where it is
 * the release that brought the finding, nothing was shipped in between: the source takes it back, and nobody fixed it.
 */
export function fixedIn(release: Release | undefined, held: Finding | undefined): Partial<Finding> {
  if (release === undefined || release.id === held?.introducedReleaseId) return {};
  return { fixedReleaseId: release.id, fixedByTeamId: held?.fixedByTeamId ?? release.shippedByTeamId };
}

function fixedAtOf(scanned: ScannedFinding, held: Finding | undefined): When | undefined {
  if (scanned.fixedAt !== undefined) return held?.fixedAt ?? scanned.fixedAt;
  if (held?.fixedAt === undefined) return undefined;
  const isLateReport = isAfter(held.fixedAt, scanned.scannedAt);
  return scanned.isAbsent || isLateReport ? held.fixedAt : undefined;
}

function earlierOf(a: When | undefined, b: When | undefined): When | undefined {
  return a === undefined || (b !== undefined && isAfter(a, b)) ? b : a;
}
