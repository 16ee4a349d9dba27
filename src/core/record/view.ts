import { dayOf, type When } from '#core/time.ts';
import {
  entryKinds, happenedAt, recordedWhen, type EntityByKind, type Entry, type EntryKind, type EntryOf,
} from '#core/record/entry.ts';
import type { Policy } from '#core/record/policy.ts';

export type EntitiesById<K extends EntryKind> = ReadonlyMap<string, EntityByKind[K]>;

/**
 * What the record held on a date: of every entity the newest version recorded by the end of `asOf`,
 * without those that had not happened yet. Rules read a view and nothing else, so an answer about a
 * past date never changes.
 */
export interface RecordView {
  asOf: When;
  policy: Policy;
  teams: EntitiesById<'teams'>;
  persons: EntitiesById<'persons'>;
  processes: EntitiesById<'processes'>;
  services: EntitiesById<'services'>;
  releases: EntitiesById<'releases'>;
  grants: EntitiesById<'grants'>;
  findings: EntitiesById<'findings'>;
  risks: EntitiesById<'risks'>;
  evidence: EntitiesById<'evidence'>;
  acks: EntitiesById<'acks'>;
  briefings: EntitiesById<'briefings'>;
  decisions: EntitiesById<'decisions'>;
  escalations: EntitiesById<'escalations'>;
  steps: EntitiesById<'steps'>;
  packs: EntitiesById<'packs'>;
  events: EntitiesById<'events'>;
  commonCauses: EntitiesById<'commonCauses'>;
  options: EntitiesById<'options'>;
  losses: EntitiesById<'losses'>;
  /** Stamp of the version in view, by `kind/id`. */
  stamps: ReadonlyMap<string, EntryOf<EntryKind>['stamp']>;
  /** Every recorded version of a grant up to `asOf`, oldest first: A10 judges by the version of the day. */
  grantVersions: ReadonlyMap<string, readonly EntryOf<'grants'>[]>;
}

/**
 * The record as of the end of a day. `entries` may come in any order; of two versions recorded at
 * the same moment the later in the list wins.
 */
export function viewAsOf(entries: readonly Entry[], asOf: When): RecordView {
  const day = dayOf(asOf);
  const newest = new Map<string, { recorded: When; entry: Entry }>();
  const grantVersions = new Map<string, EntryOf<'grants'>[]>();
  for (const entry of entries) {
    const recorded = recordedWhen(entry);
    if (dayOf(recorded) > day) continue;
    if (entry.kind === 'grants') push(grantVersions, entry.entity.id, entry);
    const key = keyOf(entry.kind, entry.entity.id);
    const held = newest.get(key);
    if (held === undefined || held.recorded <= recorded) newest.set(key, { recorded, entry });
  }
  for (const versions of grantVersions.values()) versions.sort(byRecorded);
  return assemble(asOf, day, newest, grantVersions);
}

export function keyOf(kind: EntryKind, id: string): string {
  return `${kind}/${id}`;
}

type MutableEntities = { [K in EntryKind]: Map<string, EntityByKind[K]> };

function assemble(
  asOf: When,
  day: number,
  newest: ReadonlyMap<string, { entry: Entry }>,
  grantVersions: RecordView['grantVersions'],
): RecordView {
  const maps: MutableEntities = {
    policy: new Map(), teams: new Map(), persons: new Map(), processes: new Map(), services: new Map(),
    releases: new Map(), grants: new Map(), findings: new Map(), risks: new Map(), evidence: new Map(), acks: new Map(),
    briefings: new Map(), decisions: new Map(), escalations: new Map(), steps: new Map(), packs: new Map(),
    events: new Map(), commonCauses: new Map(), options: new Map(), losses: new Map(),
  };
  const stamps = new Map<string, Entry['stamp']>();
  for (const [key, { entry }] of newest) {
    const happened = happenedAt(entry);
    if (happened !== undefined && dayOf(happened) > day) continue;
    place(maps, entry);
    stamps.set(key, entry.stamp);
  }
  const { policy, ...entities } = maps;
  const [current] = policy.values();
  return { asOf, policy: current ?? { id: 'policy' }, ...entities, stamps, grantVersions };
}

/** One switch arm a kind would say nothing more: the pairing of kind and entity is the type of `Entry`. */
function place<K extends EntryKind>(maps: MutableEntities, entry: { kind: K; entity: EntityByKind[K] }): void {
  maps[entry.kind].set(entry.entity.id, entry.entity);
}

function byRecorded(a: Entry, b: Entry): number {
  const left = recordedWhen(a);
  const right = recordedWhen(b);
  return left < right ? -1 : left > right ? 1 : 0;
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** Number of entities of each kind in a view. */
export function countsOf(view: RecordView): Readonly<Record<EntryKind, number>> {
  const counts = Object.fromEntries(entryKinds.map((kind) => [kind, kind === 'policy' ? 1 : view[kind].size]));
  return { ...emptyCounts, ...counts };
}

const emptyCounts: Readonly<Record<EntryKind, number>> = {
  policy: 0, teams: 0, persons: 0, processes: 0, services: 0, releases: 0, grants: 0, findings: 0, risks: 0,
  evidence: 0, acks: 0, briefings: 0, decisions: 0, escalations: 0, steps: 0, packs: 0, events: 0,
  commonCauses: 0, options: 0, losses: 0,
};
