import { instantOf, isAfter, type When } from '#core/time.ts';
import type { Finding, Release } from '#core/record/entities.ts';
import type { FirstScan } from '#core/record/scan-evidence.ts';
import { earliest } from '#core/release/build-names.ts';
import type { ReleaseLine } from '#core/release/release-line.ts';

/** One scan that holds a finding, as far as it says where the finding came from. */
export interface HoldingScan {
  at: When;
  /** What the scan names as scanned: version, commits, digests. */
  builds: readonly string[];
  stageId: string | undefined;
  /** True where the stage is the first of the release process: what is found there was made there. */
  isFirstStage: boolean;
}

/** Since when a finding has been seen, this scan included, and when its vulnerability became public. */
type Seen = Pick<Finding, 'at' | 'publishedAt'>;

type Origin = Pick<Finding, 'introducedReleaseId' | 'introducedStageId' | 'foundStageId' | 'originMethod' | 'firstScan' | 'afterShipping'>;

/**
 * Where a finding came from after one more scan that holds it: the first release, in the order they shipped, that a scan
 * which holds it is tied to. What somebody states stays. Scans in any order give one origin, as long as the releases are
 * on record; while they are not, the earliest scan keeps the names of its build until they are (`originAmong`).
 * A release nobody has recorded is kept by the name it was given.
 */
export function originAfterScan(held: Finding | undefined, scan: HoldingScan, releases: ReleaseLine, seen: Seen): Origin {
  const firstScan = firstScanOf(held, scan);
  const traced = originAmong({ ...held, ...seen, firstScan }, releases, releases.ofBuilds(scan.builds));
  const introducedStageId = held?.introducedStageId ?? (scan.isFirstStage && traced.afterShipping !== true ? scan.stageId : undefined);
  const isStated = held?.foundStageId !== undefined && held.foundStageId !== held.firstScan?.stage?.id;
  return { ...traced, firstScan, foundStageId: isStated ? held.foundStageId : (firstScan?.stage?.id ?? held?.foundStageId), introducedStageId };
}

/**
 * The origin of a finding by its earliest scan and, where one is given, by the release of another scan that holds it: to
 * be asked again when releases arrive. A finding whose origin is stated keeps it. One that was seen before the release
 * before had shipped is older than the release, whatever scan of it holds it: its origin is not traced.
 */
export function originAmong(
  finding: Pick<Finding, 'at' | 'introducedReleaseId' | 'originMethod' | 'firstScan' | 'publishedAt'>,
  releases: ReleaseLine,
  scanned?: Release,
): Pick<Finding, 'introducedReleaseId' | 'originMethod' | 'afterShipping'> {
  const { at, introducedReleaseId: known, originMethod, firstScan, publishedAt } = finding;
  const isStated = known !== undefined && originMethod === undefined;
  if (isStated) return { introducedReleaseId: known, originMethod: undefined, afterShipping: becamePublicAfter(publishedAt, releases.byId(known)) };
  const candidates = [releases.byId(known), scanned, releases.ofBuilds(firstScan?.build?.names ?? [])].flatMap((release) => release ?? []);
  const holding = earliest(candidates);
  const first = holding === undefined || isOlder(at, holding, releases) ? undefined : holding;
  const introducedReleaseId = first?.id ?? (holding === undefined ? known : undefined);
  return { introducedReleaseId, originMethod: introducedReleaseId === undefined ? undefined : 'scan', afterShipping: becamePublicAfter(publishedAt, first) };
}

function isOlder(seenAt: When, release: Release, releases: ReleaseLine): boolean {
  const before = releases.before(release);
  return before !== undefined && instantOf(seenAt) < instantOf(before.at);
}

/** Whether a vulnerability became public after the release had shipped; `undefined` where a date is missing, or both are days and the same. */
function becamePublicAfter(publishedAt: When | undefined, release: Release | undefined): boolean | undefined {
  if (publishedAt === undefined || release === undefined) return undefined;
  const [published, shipped] = [publishedAt.slice(0, 10), release.at.slice(0, 10)];
  if (published === shipped && (publishedAt.length === 10 || release.at.length === 10)) return undefined;
  return isAfter(publishedAt, release.at);
}

/** The earliest scan that names a build, and the earliest with a stage, this one among them; a stage that was stated is not asked for. */
function firstScanOf(held: Finding | undefined, { at, builds, stageId }: HoldingScan): FirstScan | undefined {
  const { build: heldBuild, stage: heldStage } = held?.firstScan ?? {};
  const isStageStated = held?.foundStageId !== undefined && heldStage === undefined;
  const build = builds.length === 0 ? heldBuild : earlier(heldBuild, { at, names: builds });
  const stage = stageId === undefined || isStageStated ? heldStage : earlier(heldStage, { at, id: stageId });
  if (build === undefined && stage === undefined) return undefined;
  return { ...(build === undefined ? {} : { build }), ...(stage === undefined ? {} : { stage }) };
}

/** The earlier of two; of two at once the one whose text is smaller, so that the order they came in does not matter. */
function earlier<T extends { at: When }>(held: T | undefined, now: T): T {
  if (held === undefined) return now;
  const difference = instantOf(now.at) - instantOf(held.at);
  return difference < 0 || (difference === 0 && JSON.stringify(now) < JSON.stringify(held)) ? now : held;
}
