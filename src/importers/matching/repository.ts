/**
 * A repository address as `host/owner/name`, the form `Service.repository` has: from an https, ssh or git
 * address, with or without `.git`, credentials, port or a path below it. `undefined` for anything else.
 */
export function repositoryOf(address: string): string | undefined {
  const text = address.trim().replace(/^git\+/, '');
  const scp = /^(?:[\w.-]+@)?([\w.-]+\.[a-z]{2,}):(?!\/\/)([^\s?#]+)$/i.exec(text);
  const url = /^(?:https?|ssh|git):\/\/(?:[^@/\s]*@)?([^/:\s]+)(?::\d+)?\/([^\s?#]+)/i.exec(text);
  const plain = /^([\w-]+(?:\.[\w-]+)+)\/([^\s?#]+)$/.exec(text);
  const [, host, path] = url ?? scp ?? plain ?? [];
  if (host === undefined || path === undefined) return undefined;
  const parts = path
    .replace(/\/(?:-\/)?(?:tree|blob|commit|commits|releases)\/.*$/, '')
    .replace(/\/+$/, '')
    .replace(/\.git$/, '')
    .split('/')
    .filter((part) => part !== '');
  return parts.length < 2 ? undefined : [host, ...parts].join('/').toLowerCase();
}
