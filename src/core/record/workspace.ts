import {
  entryKinds, type EntityByKind, type Entry, type EntryKind, type EntryOf, type Stamp,
} from '#core/record/entry.ts';

/** The name and major version of the exchange format: what import, export, replay and tests speak. */
export const WORKSPACE_SCHEMA = 'whose-call/1';

/**
 * One entity as a workspace file holds it: its own fields and the stamp side by side. A finding has a `source` of
 * its own, the tool that made it; there the stamp's source is written as `recordedFrom`.
 */
export type WorkspaceEntry<K extends EntryKind> = K extends 'findings'
  ? EntityByKind['findings'] & Omit<Stamp, 'source'> & { recordedFrom?: string | undefined }
  : EntityByKind[K] & Stamp;

/** A whole record, or any part of one. Several versions of one entity are several list items with one id. */
export type Workspace = { schema: typeof WORKSPACE_SCHEMA; policy?: readonly WorkspaceEntry<'policy'>[] } & {
  [K in Exclude<EntryKind, 'policy'>]?: readonly WorkspaceEntry<K>[];
};

/** The entries a workspace holds, in the order of loading: policy and people before what they own. */
export function entriesOf(workspace: Workspace): Entry[] {
  const entries: Entry[] = [];
  for (const item of workspace.policy ?? []) entries.push({ kind: 'policy', ...apart(item) });
  for (const item of workspace.teams ?? []) entries.push({ kind: 'teams', ...apart(item) });
  for (const item of workspace.persons ?? []) entries.push({ kind: 'persons', ...apart(item) });
  for (const item of workspace.processes ?? []) entries.push({ kind: 'processes', ...apart(item) });
  for (const item of workspace.services ?? []) entries.push({ kind: 'services', ...apart(item) });
  for (const item of workspace.releases ?? []) entries.push({ kind: 'releases', ...apart(item) });
  for (const item of workspace.grants ?? []) entries.push({ kind: 'grants', ...apart(item) });
  for (const item of workspace.findings ?? []) entries.push(findingEntry(item));
  for (const item of workspace.risks ?? []) entries.push({ kind: 'risks', ...apart(item) });
  for (const item of workspace.evidence ?? []) entries.push({ kind: 'evidence', ...apart(item) });
  for (const item of workspace.acks ?? []) entries.push({ kind: 'acks', ...apart(item) });
  for (const item of workspace.briefings ?? []) entries.push({ kind: 'briefings', ...apart(item) });
  for (const item of workspace.decisions ?? []) entries.push({ kind: 'decisions', ...apart(item) });
  for (const item of workspace.escalations ?? []) entries.push({ kind: 'escalations', ...apart(item) });
  for (const item of workspace.steps ?? []) entries.push({ kind: 'steps', ...apart(item) });
  for (const item of workspace.packs ?? []) entries.push({ kind: 'packs', ...apart(item) });
  for (const item of workspace.events ?? []) entries.push({ kind: 'events', ...apart(item) });
  for (const item of workspace.commonCauses ?? []) entries.push({ kind: 'commonCauses', ...apart(item) });
  for (const item of workspace.options ?? []) entries.push({ kind: 'options', ...apart(item) });
  for (const item of workspace.losses ?? []) entries.push({ kind: 'losses', ...apart(item) });
  for (const item of workspace.mappings ?? []) entries.push({ kind: 'mappings', ...apart(item) });
  return entries;
}

/** The workspace that holds these entries, versions included; kinds without an entry are left out. */
export function workspaceOf(entries: readonly Entry[]): Workspace {
  const lists: Lists = {
    policy: [], teams: [], persons: [], processes: [], services: [], releases: [], grants: [], findings: [], risks: [],
    evidence: [], acks: [], briefings: [], decisions: [], escalations: [], steps: [], packs: [], events: [],
    commonCauses: [], options: [], losses: [], mappings: [],
  };
  for (const entry of entries) {
    if (entry.kind === 'findings') lists.findings.push(findingItem(entry));
    else place(lists, entry);
  }
  const empty = entryKinds.filter((kind) => lists[kind].length === 0);
  return { schema: WORKSPACE_SCHEMA, ...without(lists, empty) };
}

type Plain = Exclude<EntryKind, 'findings'>;
type Item<K extends EntryKind> = EntityByKind[K] & Stamp;
type Lists = { [K in Plain]: Item<K>[] } & { findings: WorkspaceEntry<'findings'>[] };

function place<K extends Plain>(lists: { [P in K]: Item<P>[] }, entry: EntryOf<K>): void {
  lists[entry.kind].push({ ...entry.entity, ...entry.stamp });
}

function apart<T extends Stamp>(item: T) {
  const { recordedAt, recordedBy, source, basis, ...entity } = item;
  return { entity, stamp: stampOf({ recordedAt, recordedBy, source, basis }) };
}

function findingEntry(item: WorkspaceEntry<'findings'>): EntryOf<'findings'> {
  const { recordedAt, recordedBy, recordedFrom, basis, ...entity } = item;
  return { kind: 'findings', entity, stamp: stampOf({ recordedAt, recordedBy, source: recordedFrom, basis }) };
}

function findingItem({ entity, stamp }: EntryOf<'findings'>): WorkspaceEntry<'findings'> {
  const { source, ...rest } = stamp;
  return { ...entity, ...rest, ...(source === undefined ? {} : { recordedFrom: source }) };
}

/** A stamp holds no key without a value, so that what a file did not say stays unsaid when written again. */
function stampOf({ recordedAt, recordedBy, source, basis }: Stamp): Stamp {
  return {
    ...(recordedAt === undefined ? {} : { recordedAt }),
    ...(recordedBy === undefined ? {} : { recordedBy }),
    ...(source === undefined ? {} : { source }),
    ...(basis === undefined ? {} : { basis }),
  };
}

function without(lists: Lists, kinds: readonly EntryKind[]): Partial<Lists> {
  const kept: Partial<Lists> = { ...lists };
  for (const kind of kinds) delete kept[kind];
  return kept;
}
