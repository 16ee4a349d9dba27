import { instantOf } from '#core/time.ts';
import type { Release } from '#core/record/entities.ts';

/** Names that move from build to build and so name none. */
const moving = new Set(['latest', 'main', 'master', 'trunk', 'develop', 'dev', 'head', 'stable', 'edge', 'nightly', 'next', 'snapshot', 'unknown', 'unspecified']);

/** Shortest beginning of a commit that is taken for the commit: what Git itself writes. */
const SHORT_COMMIT = 7;

/**
 * A version, commit, digest or tag as it is compared: `refs/tags/v1.4` and `1.4` are one. `undefined` for names that
 * move, such as `latest` or a branch: they say nothing about which build it was.
 */
export function buildName(text: string): string | undefined {
  const name = text.trim().toLowerCase().replace(/^refs\/tags\//, '').replace(/^v(?=\d)/, '');
  return name === '' || moving.has(name) || name.startsWith('refs/heads/') ? undefined : name;
}

/**
 * Of the releases of one service the one these names of a build are about: by id, version, commit or digest; the one
 * shipped first where several are, since one build may be deployed more than once. `undefined` where none is.
 */
export function releaseOfBuilds(releases: readonly Release[], builds: readonly string[]): Release | undefined {
  const names = builds.flatMap((build) => buildName(build) ?? []);
  if (names.length === 0) return undefined;
  return earliest(releases.filter((release) => namesOf(release).some((held) => names.some((name) => isSameBuild(held, name)))));
}

/** The release that shipped first, the smallest id of those that shipped at once. */
export function earliest(releases: readonly Release[]): Release | undefined {
  return releases.reduce<Release | undefined>((first, release) => (first === undefined || comesBefore(release, first) ? release : first), undefined);
}

/** The release of the service that shipped last before this one. */
export function releaseBefore(releases: readonly Release[], release: Release): Release | undefined {
  return releases
    .filter((other) => other.id !== release.id && comesBefore(other, release))
    .reduce<Release | undefined>((last, other) => (last === undefined || comesBefore(last, other) ? other : last), undefined);
}

function comesBefore(a: Release, b: Release): boolean {
  const difference = instantOf(a.at) - instantOf(b.at);
  return difference < 0 || (difference === 0 && a.id < b.id);
}

function namesOf(release: Release): readonly string[] {
  return [release.id, release.version ?? '', ...(release.builds ?? [])].flatMap((name) => buildName(name) ?? []);
}

function isSameBuild(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= SHORT_COMMIT && /^[\da-f]+$/.test(short) && /^[\da-f]{40}$/.test(long) && long.startsWith(short);
}
