import type { Finding, Release } from '#core/record/entities.ts';
import { kept } from '#core/record/memo.ts';
import { buildName } from '#core/release/build-names.ts';
import { ReleaseLine } from '#core/release/release-line.ts';
import { originAfterScan } from '#core/release/trace-origin.ts';
import type { When } from '#core/time.ts';
import type { ImportContext } from '#importers/importer.ts';
import { storedText } from '#importers/reading/stored-text.ts';

/** Names of a build kept of one scan. */
const KEPT_BUILDS = 10;

/** Where the findings of one report came from, as far as the report says what it scanned and the record knows that release. */
export class ScanOrigins {
  readonly #context: ImportContext;
  readonly #builds: readonly string[];
  #releases: ReadonlyMap<string, readonly Release[]> | undefined;
  readonly #lines = new Map<string, ReleaseLine>();

  /** `builds`: versions, commits and digests the report names; `--release` counts as one of them. */
  constructor(context: ImportContext, builds: readonly (string | undefined)[]) {
    const named = [context.defaults.releaseId, ...builds].flatMap((build) => (build === undefined || buildName(build) === undefined ? [] : [storedText(build).slice(0, 200)]));
    this.#context = context;
    this.#builds = [...new Set(named)].slice(0, KEPT_BUILDS).toSorted();
  }

  /** The release of the service that was scanned, where the record holds it. */
  releaseOf(serviceId: string): Release | undefined {
    return this.#of(serviceId).ofBuilds(this.#builds);
  }

  /** The release with its first complete scan by a tool noted; `undefined` where one is on record, or the release is not. */
  completelyScanned(serviceId: string, tool: string, at: When): Release | undefined {
    const release = this.releaseOf(serviceId);
    const scans = release?.completeScans ?? [];
    if (release === undefined || scans.some((scan) => scan.tool === tool)) return undefined;
    return { ...release, completeScans: [...scans, { tool, at }].toSorted((a, b) => (a.tool < b.tool ? -1 : 1)) };
  }

  /** The finding's origin after this scan; `at` and `publishedAt` with this scan taken in. A release that `--release` names and nobody has recorded is kept by that name. */
  after(held: Finding | undefined, scannedAt: When, { serviceId, at, publishedAt }: Pick<Finding, 'serviceId' | 'at' | 'publishedAt'>): Partial<Finding> {
    const { defaults, view } = this.#context;
    const { stageId } = defaults;
    const process = view.processes.get(view.services.get(serviceId)?.processId ?? '');
    const scan = { at: scannedAt, builds: this.#builds, stageId, isFirstStage: stageId !== undefined && process?.stages[0]?.id === stageId };
    const origin = originAfterScan(held, scan, this.#of(serviceId), { at, publishedAt });
    return {
      ...origin,
      ...(origin.introducedReleaseId === undefined && defaults.releaseId !== undefined && this.releaseOf(serviceId) === undefined ? { introducedReleaseId: defaults.releaseId, originMethod: 'scan' } : {}),
      introducedByTeamId: held?.introducedByTeamId ?? defaults.teamId,
      publishedAt,
    };
  }

  #of(serviceId: string): ReleaseLine {
    this.#releases ??= Map.groupBy(this.#context.view.releases.values(), (release) => release.serviceId);
    return kept(this.#lines, serviceId, () => new ReleaseLine(this.#releases?.get(serviceId) ?? []));
  }
}
