import { isIdentifier } from '#importers/reading/stored-text.ts';

/** What an entity reference of a software catalog points at; kind and name in lower case. */
export interface EntityRef {
  kind: string;
  namespace: string;
  name: string;
}

/**
 * Reads `[kind:][namespace/]name`, in which case does not count. `undefined` for anything else.
 * Rule: Backstage documentation, "String references".
 */
export function parseRef(ref: unknown, defaultKind: string, defaultNamespace = 'default'): EntityRef | undefined {
  if (typeof ref !== 'string') return undefined;
  const match = /^(?:([^:/\s]+):)?(?:([^:/\s]+)\/)?([^:/\s]+)$/.exec(ref.trim().toLowerCase());
  const name = match?.[3];
  if (name === undefined || !isIdentifier(name)) return undefined;
  return { kind: match?.[1] ?? defaultKind.toLowerCase(), namespace: match?.[2] ?? defaultNamespace.toLowerCase(), name };
}

/** The id in the record: the name, with its namespace in front unless it is the default one. */
export function idOfRef({ namespace, name }: EntityRef): string {
  return namespace === 'default' ? name : `${namespace}/${name}`;
}

/** The id of a service: a component by its name alone, an API or a resource with its kind in front. */
export function serviceIdOfRef(ref: EntityRef): string {
  return ref.kind === 'component' ? idOfRef(ref) : `${ref.kind}:${idOfRef(ref)}`;
}
