import { dayOf, isAfter, type When } from '#core/time.ts';
import type {
  Acknowledgement, AttackStep, AuthorityGrant, Decision, Escalation, Evidence, Finding, Person, RecordedEvent, Risk,
  Service, Team, TreatmentOption,
} from '#core/record/entities.ts';
import { mappingInForce } from '#core/record/mapping-in-force.ts';
import type { RecordView } from '#core/record/view.ts';
import { policySettings, type PolicySettings } from '#core/flags/policy-defaults.ts';

type Lists<T> = ReadonlyMap<string, readonly T[]>;

/**
 * A view with its links followed once, so that a question about one risk costs what that risk holds and
 * not what the record holds. Built in time proportional to the number of entries.
 */
export interface RecordIndex {
  view: RecordView;
  asOf: When;
  /** `asOf` as a day number. */
  day: number;
  policy: PolicySettings;
  /** Oldest first. */
  evidenceByRisk: Lists<Evidence>;
  /** Evidence whose `relatesTo` names a risk. */
  evidenceNaming: Lists<Evidence>;
  evidenceByDefectClass: Lists<Evidence>;
  evidenceByComponent: Lists<Evidence>;
  evidenceByRelease: Lists<Evidence>;
  /** Ids of the pieces of evidence that a later check answers, with the checks. */
  answersTo: Lists<Evidence>;
  acksByEvidence: Lists<Acknowledgement>;
  /** Made when it is read, as is `membersByTeam`. */
  readonly acksByPerson: Lists<Acknowledgement>;
  /** Oldest first. */
  decisionsByRisk: Lists<Decision>;
  grantsByGrantee: Lists<AuthorityGrant>;
  /** Ids of grants any recorded version of which names this grantee. */
  grantIdsByGrantee: Lists<string>;
  /** Oldest first. */
  escalationsByRisk: Lists<Escalation>;
  stepsByRisk: Lists<AttackStep>;
  eventsByRisk: Lists<RecordedEvent>;
  findingsByRisk: Lists<Finding>;
  risksByService: Lists<Risk>;
  optionsByRisk: Lists<TreatmentOption>;
  servicesByTeam: Lists<Service>;
  readonly membersByTeam: Lists<Person>;
  rolesByHolder: Lists<Person>;
  subteams: Lists<Team>;
}

const indexes = new WeakMap<RecordView, RecordIndex>();

/** The index of a view; the same view gives the same index. */
export function indexRecord(view: RecordView): RecordIndex {
  const held = indexes.get(view);
  if (held !== undefined) return held;
  const built = build(view);
  indexes.set(view, built);
  return built;
}

/** The entries under one key, or none. */
export function listOf<T>(lists: Lists<T>, key: string | undefined): readonly T[] {
  return (key === undefined ? undefined : lists.get(key)) ?? [];
}

function build(view: RecordView): RecordIndex {
  const evidence = [...view.evidence.values()];
  let acksByPerson: Lists<Acknowledgement> | undefined;
  let membersByTeam: Lists<Person> | undefined;
  return {
    view,
    asOf: view.asOf,
    day: dayOf(view.asOf),
    policy: policySettings(view.policy),
    evidenceByRisk: groupedInTime(evidence, (piece) => piece.riskId),
    evidenceNaming: inTime(groupedByEach(evidence, (piece) => piece.relatesTo)),
    answersTo: groupedByEach(evidence, (piece) => piece.answers),
    acksByEvidence: grouped(view.acks.values(), (ack) => ack.evidenceId),
    decisionsByRisk: groupedInTime(view.decisions.values(), (decision) => decision.riskId),
    grantsByGrantee: grouped(view.grants.values(), (grant) => grant.granteeId),
    grantIdsByGrantee: grantIdsByGrantee(view),
    escalationsByRisk: groupedInTime(view.escalations.values(), (escalation) => escalation.riskId),
    stepsByRisk: grouped(view.steps.values(), (step) => step.riskId),
    eventsByRisk: grouped(view.events.values(), (event) => event.riskId),
    findingsByRisk: findingsByRisk(view),
    servicesByTeam: grouped(view.services.values(), (service) => service.teamId),
    rolesByHolder: grouped(view.persons.values(), (person) => (person.kind === 'role' ? person.holderId : undefined)),
    get acksByPerson() {
      return (acksByPerson ??= grouped(view.acks.values(), (ack) => ack.personId));
    },
    evidenceByComponent: groupedInTime(evidence, (piece) => piece.componentId),
    evidenceByRelease: groupedInTime(evidence, (piece) => piece.releaseId),
    optionsByRisk: grouped(view.options.values(), (option) => option.riskId),
    risksByService: groupedByEach(view.risks.values(), (risk) => risk.serviceIds),
    get membersByTeam() {
      return (membersByTeam ??= grouped(view.persons.values(), (person) => person.teamId));
    },
    subteams: grouped(view.teams.values(), (team) => team.parentId),
    evidenceByDefectClass: groupedInTime(evidence, (piece) => piece.defectClass),
  };
}

function grouped<T>(items: Iterable<T>, keyOf: (item: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key !== undefined) add(groups, key, item);
  }
  return groups;
}

function groupedByEach<T>(items: Iterable<T>, keysOf: (item: T) => readonly string[] | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) for (const key of keysOf(item) ?? []) add(groups, key, item);
  return groups;
}

/** Findings that a risk names, and those mapped to it by name; each once. */
function findingsByRisk(view: RecordView): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const risk of view.risks.values()) {
    for (const id of risk.findingIds ?? []) {
      const finding = view.findings.get(id);
      if (finding !== undefined) add(groups, risk.id, finding);
    }
  }
  for (const mapping of view.mappings.values()) {
    const { riskId, way, findingIds = [] } = mapping;
    if (way !== 'link' || riskId === undefined || !mappingInForce(mapping, dayOf(view.asOf))) continue;
    for (const id of findingIds) {
      const finding = view.findings.get(id);
      if (finding !== undefined && groups.get(riskId)?.includes(finding) !== true) add(groups, riskId, finding);
    }
  }
  return groups;
}

function grantIdsByGrantee(view: RecordView): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [id, versions] of view.grantVersions) {
    for (const grantee of new Set(versions.map((version) => version.entity.granteeId))) add(groups, grantee, id);
  }
  return groups;
}

function add<T>(groups: Map<string, T[]>, key: string, item: T): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [item]);
  else group.push(item);
}

function groupedInTime<T extends { at: When }>(
  items: Iterable<T>,
  keyOf: (item: T) => string | undefined,
): Map<string, T[]> {
  return inTime(grouped(items, keyOf));
}

/** Every group oldest first; entries of one moment keep the order of the record. */
function inTime<T extends { at: When }>(groups: Map<string, T[]>): Map<string, T[]> {
  for (const group of groups.values()) if (group.length > 1) group.sort(earlierFirst);
  return groups;
}

function earlierFirst(a: { at: When }, b: { at: When }): number {
  if (a.at === b.at) return 0;
  return isAfter(a.at, b.at) ? 1 : isAfter(b.at, a.at) ? -1 : 0;
}
