import type { When } from '#core/time.ts';
import type {
  Acknowledgement, AttackStep, AuthorityGrant, Briefing, CommonCause, Decision, Escalation, Evidence, Finding,
  Pack, Person, RecordedEvent, RecordedLoss, Release, ReleaseProcess, Risk, Service, Team, TreatmentOption,
} from '#core/record/entities.ts';
import type { Mapping } from '#core/record/mapping.ts';
import type { Policy } from '#core/record/policy.ts';

/** Entry kinds by the key of the workspace format; the order is the order of loading. */
export const entryKinds = [
  'policy', 'teams', 'persons', 'processes', 'services', 'releases', 'grants', 'findings', 'risks', 'evidence', 'acks',
  'briefings', 'decisions', 'escalations', 'steps', 'packs', 'events', 'commonCauses', 'options', 'losses',
  'mappings',
] as const;
export type EntryKind = (typeof entryKinds)[number];

export interface EntityByKind {
  policy: Policy;
  teams: Team;
  persons: Person;
  processes: ReleaseProcess;
  services: Service;
  releases: Release;
  grants: AuthorityGrant;
  findings: Finding;
  risks: Risk;
  evidence: Evidence;
  acks: Acknowledgement;
  briefings: Briefing;
  decisions: Decision;
  escalations: Escalation;
  steps: AttackStep;
  packs: Pack;
  events: RecordedEvent;
  commonCauses: CommonCause;
  options: TreatmentOption;
  losses: RecordedLoss;
  mappings: Mapping;
}

/** documented, reported, inferred or alleged; a source may add its reason, so the text is kept as it came. */
export type Basis = string;

/** Who put a version into the record, when and from what. */
export interface Stamp {
  /** When we learned it. Absent only in a file that does not say: see `recordedWhen`. */
  recordedAt?: When | undefined;
  recordedBy?: string | undefined;
  source?: string | undefined;
  basis?: Basis | undefined;
}

/** One version of one entity. A later version has the same kind and id and a later `recordedAt`. */
export interface EntryOf<K extends EntryKind> {
  kind: K;
  entity: EntityByKind[K];
  stamp: Stamp;
}

export type Entry = { [K in EntryKind]: EntryOf<K> }[EntryKind];

/** The first moment: entries that carry no date at all have always been on the record. */
export const ALWAYS: When = '0001-01-01';

/** The day something happened, where its kind has one. A grant does not: it may be on the record before it counts. */
export function happenedAt(entry: Entry): When | undefined {
  switch (entry.kind) {
    case 'risks':
      return entry.entity.openedAt;
    case 'releases':
    case 'findings':
    case 'evidence':
    case 'acks':
    case 'briefings':
    case 'decisions':
    case 'escalations':
    case 'packs':
    case 'events':
    case 'losses':
    case 'mappings':
      return entry.entity.at;
    case 'grants':
    case 'policy':
    case 'teams':
    case 'persons':
    case 'processes':
    case 'services':
    case 'steps':
    case 'commonCauses':
    case 'options':
      return undefined;
  }
}

/**
 * When the record held this version. A file that states no `recordedAt` is read as recorded on the
 * day it happened, and an undated entry as always known: what replaying a documented case assumes.
 */
export function recordedWhen(entry: Entry): When {
  return entry.stamp.recordedAt ?? happenedAt(entry) ?? ALWAYS;
}
