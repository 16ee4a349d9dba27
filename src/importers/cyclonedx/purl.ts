/** A package URL taken apart as far as it is needed to match: `pkg:type/namespace/name@version?qualifiers#subpath`. */
export interface Purl {
  type: string;
  namespace: string | undefined;
  name: string;
  /** Without version, qualifiers and subpath: the same for every release of a package. */
  unversioned: string;
  /** A qualifier is the address of another host. It is kept as text and never opened. */
  namesHost: boolean;
  /** False where a part is `.` or `..`, or is not percent-encoded as it has to be; such a part stays as it is. */
  isWellFormed: boolean;
}

/** The longest package URL that is taken apart, in UTF-16 units. */
const LONGEST = 4_096;

/**
 * Takes a package URL apart; `undefined` for text that is none: of another scheme, with a control character, or longer
 * than 4,096 characters.
 */
export function purlOf(text: string): Purl | undefined {
  if (text.length > LONGEST || /\p{Cc}/u.test(text.trim())) return undefined;
  const match = /^pkg:\/{0,2}([a-z][a-z0-9.+-]*)\/([^?#]+)(?:\?([^#]*))?/i.exec(text.trim());
  if (match === null) return undefined;
  const [, type = '', path = '', qualifiers = ''] = match;
  const at = path.lastIndexOf('@');
  const whole = at > path.lastIndexOf('/') && at > 0 ? path.slice(0, at) : path;
  let isWellFormed = true;
  const parts: string[] = [];
  for (const raw of whole.split('/')) {
    const part = decoded(raw);
    if (part === undefined || part === '.' || part === '..') isWellFormed = false;
    if (raw !== '') parts.push(part ?? raw);
  }
  const name = parts.at(-1);
  if (name === undefined) return undefined;
  const namespace = parts.slice(0, -1).join('/');
  return {
    type: type.toLowerCase(),
    namespace: namespace === '' ? undefined : namespace,
    name,
    unversioned: `pkg:${type.toLowerCase()}/${parts.join('/')}`,
    namesHost: /(?:^|&)[a-z_]*url=[a-z][a-z0-9+.-]*:\/\//i.test(decoded(qualifiers) ?? qualifiers),
    isWellFormed,
  };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** The repository a package URL of a code host names, as an address; `undefined` for packages of a registry. */
export function repositoryOfPurl({ type, namespace, name }: Purl): string | undefined {
  const host = { github: 'github.com', gitlab: 'gitlab.com', bitbucket: 'bitbucket.org' }[type];
  return host === undefined || namespace === undefined ? undefined : `https://${host}/${namespace}/${name}`;
}
