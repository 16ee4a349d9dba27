import type { EntityByKind, EntryKind, Stamp } from '#core/record/entry.ts';

/** The name and major version of the exchange format: what import, export, replay and tests speak. */
export const WORKSPACE_SCHEMA = 'whose-call/1';

/** One entity as a workspace file holds it: its own fields and the stamp side by side. */
export type WorkspaceEntry<K extends EntryKind> = EntityByKind[K] & Stamp;

/** A whole record, or any part of one. Several versions of one entity are several list items with one id. */
export type Workspace = { schema: typeof WORKSPACE_SCHEMA; policy?: readonly WorkspaceEntry<'policy'>[] } & {
  [K in Exclude<EntryKind, 'policy'>]?: readonly WorkspaceEntry<K>[];
};
