/** Where an OWNERS file lives: `github.com/kubernetes/kops`, with the folder where it is not at the root. */
export interface OwnersAddress {
  /** `host/owner/name` or `host/owner/name/folder`, in lower case. */
  place: string;
  isRoot: boolean;
}

/**
 * The repository and folder an address of an OWNERS file points into; nothing is fetched. `undefined`
 * for an address of another shape. A branch name is taken to be one path segment.
 */
export function ownersAddress(url: string): OwnersAddress | undefined {
  const raw = /^https:\/\/raw\.githubusercontent\.com\/([^/]+)\/([^/]+)\/(?:refs\/heads\/)?[^/]+\/(.+)$/.exec(url);
  const blob = /^https:\/\/(?:www\.)?github\.com\/([^/]+)\/([^/]+)\/(?:blob|raw|tree)\/[^/]+\/(.+)$/.exec(url);
  const [, owner, name, path] = raw ?? blob ?? [];
  if (owner === undefined || name === undefined || path === undefined) return undefined;
  const folders = path.split('/').slice(0, -1);
  return { place: ['github.com', owner, name, ...folders].join('/').toLowerCase(), isRoot: folders.length === 0 };
}
