import { dayOf, instantOf, type When } from '#core/time.ts';
import {
  entryKinds, happenedAt, recordedWhen, type EntityByKind, type Entry, type EntryKind, type EntryOf, type Stamp,
} from '#core/record/entry.ts';
import type { MappingCell } from '#core/mapping/mapping-cell.ts';
import type { FindingTallies } from '#core/record/finding-tallies.ts';
import { POLICY_ID, type Policy } from '#core/record/policy.ts';

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
  mappings: EntitiesById<'mappings'>;
  /** All findings on the record, counted, where `findings` holds only some of them. Absent = `findings` holds all. */
  tallies?: FindingTallies | undefined;
  /** All open findings on the record by what decides which risks they reach, where `findings` holds only some of them. */
  mappingCells?: readonly MappingCell[] | undefined;
  /** Stamp of the version in view, by `kind/id`; made when it is read. For one entity `stampOf` asks for less. */
  readonly stamps: ReadonlyMap<string, Stamp>;
  /** The versions in view. */
  readonly versions: VersionsInView;
  /** First day any version says it was recorded on; undefined where none says so. */
  firstRecordedDay: number | undefined;
  /** First day each entity of several versions was recorded on, by `kind/id`: see `firstRecordedDayOf`. */
  firstRecordedDays: ReadonlyMap<string, number>;
  /** Every recorded version of a grant up to `asOf`, oldest first: A10 judges by the version of the day. */
  grantVersions: ReadonlyMap<string, readonly EntryOf<'grants'>[]>;
  /** Every recorded version of a risk with a range up to `asOf`, oldest first: a loss is held against the range before it. */
  rangeVersions: ReadonlyMap<string, readonly EntryOf<'risks'>[]>;
}

export type VersionsInView = { readonly [K in EntryKind]: ReadonlyMap<string, EntryOf<K>> };
type MutableVersions = { [K in EntryKind]: Map<string, EntryOf<K>> };
type MutableEntities = { [K in EntryKind]: Map<string, EntityByKind[K]> };

/**
 * The record as of the end of a day. `entries` may come in any order: of two versions the one recorded at the later
 * instant is in view, and of two recorded at the same instant the later in the list. `tallies` and
 * `mappingCells` count all findings of that day where `entries` hold only some of them.
 */
export function viewAsOf(
  entries: readonly Entry[],
  asOf: When,
  tallies?: FindingTallies,
  mappingCells?: readonly MappingCell[],
): RecordView {
  const day = dayOf(asOf);
  const newest = noVersions();
  const grantVersions = new Map<string, EntryOf<'grants'>[]>();
  const rangeVersions = new Map<string, EntryOf<'risks'>[]>();
  const firstRecordedDays = new Map<string, number>();
  let firstRecordedDay: number | undefined;
  for (const entry of entries) {
    const recorded = dayOf(recordedWhen(entry));
    if (recorded > day) continue;
    if (entry.stamp.recordedAt !== undefined) firstRecordedDay = Math.min(firstRecordedDay ?? recorded, recorded);
    if (entry.kind === 'grants') push(grantVersions, entry.entity.id, entry);
    if (entry.kind === 'risks' && entry.entity.exposure !== undefined) push(rangeVersions, entry.entity.id, entry);
    keepNewest(newest, firstRecordedDays, entry);
  }
  for (const versions of grantVersions.values()) if (versions.length > 1) versions.sort(byRecorded);
  for (const versions of rangeVersions.values()) if (versions.length > 1) versions.sort(byRecorded);
  return assemble(asOf, day, newest, {
    tallies, mappingCells, grantVersions, rangeVersions, firstRecordedDay, firstRecordedDays,
  });
}

export function keyOf(kind: EntryKind, id: string): string {
  return `${kind}/${id}`;
}

/** Who put the version in view of an entity into the record, when and from what. */
export function stampOf(view: RecordView, kind: EntryKind, id: string): Stamp | undefined {
  return view.versions[kind].get(id)?.stamp;
}

/** Day number of the first version of an entity, by when it was recorded; undefined where the record holds none. */
export function firstRecordedDayOf(view: RecordView, kind: EntryKind, id: string): number | undefined {
  const entry: Entry | undefined = view.versions[kind].get(id);
  return entry === undefined ? undefined : (view.firstRecordedDays.get(keyOf(kind, id)) ?? dayOf(recordedWhen(entry)));
}

function assemble(
  asOf: When,
  day: number,
  versions: MutableVersions,
  older: Pick<RecordView, 'tallies' | 'mappingCells' | 'grantVersions' | 'rangeVersions' | 'firstRecordedDay' | 'firstRecordedDays'>,
): RecordView {
  const maps = noEntities();
  for (const kind of entryKinds) {
    for (const entry of versions[kind].values()) {
      const happened = happenedAt(entry);
      if (happened !== undefined && dayOf(happened) > day) versions[kind].delete(entry.entity.id);
      else place(maps, entry);
    }
  }
  const { policy, ...entities } = maps;
  const [current] = policy.values();
  let stamps: ReadonlyMap<string, Stamp> | undefined;
  return {
    asOf,
    policy: current ?? { id: POLICY_ID },
    ...entities,
    get stamps() {
      return (stamps ??= stampsOf(versions));
    },
    versions,
    ...older,
  };
}

/** One switch arm a kind would say nothing more: the pairing of kind and entity is the type of `Entry`. */
function place<K extends EntryKind>(maps: MutableEntities, entry: { kind: K; entity: EntityByKind[K] }): void {
  maps[entry.kind].set(entry.entity.id, entry.entity);
}

function keepNewest(newest: MutableVersions, firstDays: Map<string, number>, entry: Entry): void {
  const held: Entry | undefined = newest[entry.kind].get(entry.entity.id);
  if (held !== undefined) {
    const key = keyOf(entry.kind, entry.entity.id);
    firstDays.set(key, Math.min(firstDays.get(key) ?? dayOf(recordedWhen(held)), dayOf(recordedWhen(entry))));
  }
  if (held === undefined || byRecorded(held, entry) <= 0) hold(newest, entry);
}

function hold<K extends EntryKind>(newest: MutableVersions, entry: EntryOf<K>): void {
  newest[entry.kind].set(entry.entity.id, entry);
}

/** A day without a time is its first moment. */
function byRecorded(a: Entry, b: Entry): number {
  return instantOf(recordedWhen(a)) - instantOf(recordedWhen(b));
}

function stampsOf(versions: VersionsInView): ReadonlyMap<string, Stamp> {
  const stamps = new Map<string, Stamp>();
  for (const kind of entryKinds) {
    for (const [id, { stamp }] of versions[kind]) stamps.set(keyOf(kind, id), stamp);
  }
  return stamps;
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
  commonCauses: 0, options: 0, losses: 0, mappings: 0,
};

function noVersions(): MutableVersions {
  return {
    policy: new Map(), teams: new Map(), persons: new Map(), processes: new Map(), services: new Map(),
    releases: new Map(), grants: new Map(), findings: new Map(), risks: new Map(), evidence: new Map(), acks: new Map(),
    briefings: new Map(), decisions: new Map(), escalations: new Map(), steps: new Map(), packs: new Map(),
    events: new Map(), commonCauses: new Map(), options: new Map(), losses: new Map(),
    mappings: new Map(),
  };
}

function noEntities(): MutableEntities {
  return {
    policy: new Map(), teams: new Map(), persons: new Map(), processes: new Map(), services: new Map(),
    releases: new Map(), grants: new Map(), findings: new Map(), risks: new Map(), evidence: new Map(), acks: new Map(),
    briefings: new Map(), decisions: new Map(), escalations: new Map(), steps: new Map(), packs: new Map(),
    events: new Map(), commonCauses: new Map(), options: new Map(), losses: new Map(),
    mappings: new Map(),
  };
}
