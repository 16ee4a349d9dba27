import { z } from 'zod';
import { idOfRef, parseRef, type EntityRef } from '#importers/backstage/entity-ref.ts';

/** Kinds that become part of the record; all others are counted. */
export const readKinds = ['group', 'user', 'component', 'api', 'resource', 'system', 'domain'] as const;

const envelope = z.object({
  apiVersion: z.string(),
  kind: z.string().min(1),
  metadata: z.object({
    name: z.string().min(1),
    namespace: z.string().nullish(),
    title: z.string().nullish(),
    description: z.string().nullish(),
    annotations: z.record(z.string(), z.unknown()).nullish(),
  }),
  spec: z.record(z.string(), z.unknown()).nullish(),
});

/** One document of a catalog with what is read of it. */
export interface CatalogEntity {
  kind: string;
  ref: EntityRef;
  id: string;
  /** The name as it was written. */
  name: string;
  title: string | undefined;
  description: string | undefined;
  /** Text of an annotation. */
  annotation(name: string): string | undefined;
  spec: ReadonlyMap<string, unknown>;
  /** The namespace that references without one mean. */
  namespace: string;
  isForked: boolean;
}

export type EntityReading =
  | { ok: true; entity: CatalogEntity }
  | { ok: false; field: string };

/** Reads the envelope of a catalog document; `field` names what is missing where it is none. */
export function readEntity(value: unknown): EntityReading {
  const parsed = envelope.safeParse(value);
  if (!parsed.success) return { ok: false, field: parsed.error.issues[0]?.path.join('.') ?? '' };
  const { apiVersion, kind, metadata, spec } = parsed.data;
  const ref = parseRef(`${kind}:${metadata.namespace ?? 'default'}/${metadata.name}`, kind);
  if (ref === undefined) return { ok: false, field: 'metadata.name' };
  const annotations = new Map(Object.entries(metadata.annotations ?? {}));
  return {
    ok: true,
    entity: {
      kind: kind.toLowerCase(),
      ref,
      id: idOfRef(ref),
      name: metadata.name,
      title: metadata.title ?? undefined,
      description: metadata.description ?? undefined,
      annotation: (name) => {
        const found = annotations.get(name);
        return typeof found === 'string' && found.trim() !== '' ? found.trim() : undefined;
      },
      spec: new Map(Object.entries(spec ?? {})),
      namespace: ref.namespace,
      isForked: !apiVersion.startsWith('backstage.io/'),
    },
  };
}

/** The references a field of the specification lists, of one default kind. */
export function refsIn(entity: CatalogEntity, field: string, defaultKind: string): readonly EntityRef[] {
  const list: unknown = entity.spec.get(field);
  const refs: readonly unknown[] = Array.isArray(list) ? list : [list];
  return refs.flatMap((ref) => parseRef(ref, defaultKind, entity.namespace) ?? []);
}

/** The one reference a field or an annotation holds. */
export function refIn(entity: CatalogEntity, field: string, defaultKind: string): EntityRef | undefined {
  return refsIn(entity, field, defaultKind)[0];
}

/** Text at a path of the specification. */
export function textIn(entity: CatalogEntity, field: string, inner?: string): string | undefined {
  const outer: unknown = entity.spec.get(field);
  const found: unknown = inner === undefined ? outer : typeof outer === 'object' && outer !== null ? new Map(Object.entries(outer)).get(inner) : undefined;
  return typeof found === 'string' && found.trim() !== '' ? found.trim() : undefined;
}
