import type { Release } from '#core/record/entities.ts';
import { releaseBefore, releaseOfBuilds } from '#core/release/build-names.ts';

/**
 * The releases of one service, looked things up in for each of many findings: every answer is worked out once, since a scan
 * names one build for all it holds.
 */
export class ReleaseLine {
  readonly #releases: readonly Release[];
  readonly #byId: ReadonlyMap<string, Release>;
  readonly #ofBuilds = new Map<string, Release | undefined>();
  readonly #before = new Map<string, Release | undefined>();

  constructor(releases: readonly Release[]) {
    this.#releases = releases;
    this.#byId = new Map(releases.map((release) => [release.id, release]));
  }

  byId(id: string | undefined): Release | undefined {
    return id === undefined ? undefined : this.#byId.get(id);
  }

  /** The release these names of a build are about: see `releaseOfBuilds`. */
  ofBuilds(builds: readonly string[]): Release | undefined {
    if (builds.length === 0 || this.#releases.length === 0) return undefined;
    return kept(this.#ofBuilds, builds.join('\n'), () => releaseOfBuilds(this.#releases, builds));
  }

  /** The release that shipped last before this one. */
  before(release: Release): Release | undefined {
    return kept(this.#before, release.id, () => releaseBefore(this.#releases, release));
  }
}

function kept(answers: Map<string, Release | undefined>, key: string, answer: () => Release | undefined): Release | undefined {
  if (!answers.has(key)) answers.set(key, answer());
  return answers.get(key);
}
