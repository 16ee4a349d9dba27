/** A component as it is compared over tools: never its version. */
export interface PackageName {
  /** `pkg:npm/%40scope/name` in small letters, without version, qualifiers and subpath; absent where it is no package URL. */
  url?: string | undefined;
  /** What tools that write no package URL may call it: its name, with its namespace where it has one. */
  names: readonly string[];
}

/** Types whose namespace is the distribution and no part of the name. */
const distributions = new Set(['deb', 'rpm', 'apk', 'alpm']);

/**
 * The package of a component such as `pkg:maven/org.a/b@1.2`, `org.a:b@1.2`, `@scope/name@2` or `openssl 3.0`; `undefined` where
 * none is named. Package URLs are read as far as names need it (package-url specification, type, namespace and name).
 */
export function packageOf(component: string | undefined): PackageName | undefined {
  const text = component?.trim().toLowerCase() ?? '';
  if (text === '') return undefined;
  if (!text.startsWith('pkg:')) {
    const at = text.lastIndexOf('@');
    const name = (at > 0 ? text.slice(0, at) : text.replace(/\s+v?\d\S*$/, '')).trim();
    return { names: [name.replace(':', '/')] };
  }
  const path = decoded(text.slice(4).replace(/[?#].*$/, '').replace(/^\/+/, '').replace(/@[^@/]*$/, ''));
  const [type = '', ...parts] = path.split('/');
  const name = parts.at(-1) ?? '';
  if (name === '') return { names: [text] };
  return { url: `pkg:${path}`, names: [distributions.has(type) || parts.length < 2 ? name : parts.join('/')] };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
