import { teamKinds, type Person, type Team, type TeamKind } from '#core/record/entities.ts';
import { keyOf, type RecordView } from '#core/record/view.ts';
import { annotations } from '#importers/backstage/annotations.ts';
import { refIn, refsIn, textIn, type CatalogEntity } from '#importers/backstage/catalog-entity.ts';
import { idOfRef, parseRef } from '#importers/backstage/entity-ref.ts';
import { quoted } from '#importers/reading/place.ts';
import { storedText } from '#importers/reading/stored-text.ts';

export interface Organisation {
  teams: ReadonlyMap<string, Team>;
  persons: ReadonlyMap<string, Person>;
  /** People whose manager follows from who leads their team. */
  inferredManagers: ReadonlySet<string>;
  notes: readonly string[];
}

/**
 * Teams and people of a catalog file over those on the record. Parents and members are read from both
 * sides. The manager of a person is the annotation's, else the lead of the team, and for a lead the lead
 * of the nearest team above. Mail addresses and pictures are not kept.
 */
export function organisationOf(groups: readonly CatalogEntity[], users: readonly CatalogEntity[], view: RecordView): Organisation {
  const notes: string[] = [];
  const teams = new Map(groups.map((group) => [group.id, teamOf(group, view, notes)]));
  for (const group of groups) adoptChildren(group, teams, view);
  const persons = new Map(users.map((user) => [user.id, personOf(user, view, notes)]));
  for (const group of groups) enlistMembers(group, persons, view, notes);
  const inferredManagers = addManagers(teams, persons, view);
  return { teams, persons, inferredManagers, notes };
}

function teamOf(group: CatalogEntity, view: RecordView, notes: string[]): Team {
  const team: Team = { ...view.teams.get(group.id), id: group.id, kind: kindOf(group, notes) };
  const name = textIn(group, 'profile', 'displayName') ?? group.title ?? group.name;
  if (name !== group.id) team.name = storedText(name);
  if (group.description !== undefined) team.label = storedText(group.description.trim());
  const lead = parseRef(group.annotation(annotations.lead) ?? textIn(group, 'lead') ?? textIn(group, 'profile', 'lead'), 'user', group.namespace);
  if (lead !== undefined) team.leadId = idOfRef(lead);
  const parent = refIn(group, 'parent', 'group');
  if (parent !== undefined && idOfRef(parent) !== group.id) team.parentId = idOfRef(parent);
  return team;
}

const kindByWord: readonly (readonly [RegExp, TeamKind])[] = [
  [/\b(security|infosec|appsec|ciso)\b/, 'security'],
  [/\b(platform|infrastructure|infra|sre|devops|tooling|enabling)\b/, 'platform'],
  [/\b(board|governing|governance-body|steering)\b/, 'governing'],
  [/\b(assurance|audit|internal-audit|compliance)\b/, 'assurance'],
  [/\b(organi[sz]ation|company|root|business|business-unit|division|sales|finance|legal|hr|marketing)\b/, 'business'],
];

/** The annotation where it is one of the kinds, else by the words of `spec.type`, else engineering. */
function kindOf(group: CatalogEntity, notes: string[]): TeamKind {
  const given = group.annotation(annotations.teamKind)?.toLowerCase();
  const known = teamKinds.find((kind) => kind === given);
  if (known !== undefined) return known;
  if (given !== undefined) notes.push(`The kind ${quoted(given)} of the team ${quoted(group.id)} is none of ${teamKinds.join(', ')} and was left out.`);
  const type = textIn(group, 'type')?.toLowerCase() ?? '';
  return kindByWord.find(([words]) => words.test(type))?.[1] ?? 'engineering';
}

/** `spec.children` says the same as the child's `spec.parent`; the child's own word goes first. */
function adoptChildren(group: CatalogEntity, teams: Map<string, Team>, view: RecordView): void {
  for (const ref of refsIn(group, 'children', 'group')) {
    const id = idOfRef(ref);
    const child = teams.get(id) ?? view.teams.get(id);
    if (child !== undefined && child.parentId === undefined && id !== group.id) teams.set(id, { ...child, parentId: group.id });
  }
}

function personOf(user: CatalogEntity, view: RecordView, notes: string[]): Person {
  const person: Person = { ...heldPerson(user.id, view), id: user.id, kind: 'person' };
  const name = textIn(user, 'profile', 'displayName') ?? user.title;
  if (name !== undefined) person.name = storedText(name);
  const title = user.annotation(annotations.title);
  if (title !== undefined) person.title = storedText(title);
  const [team, ...others] = refsIn(user, 'memberOf', 'group').map(idOfRef);
  if (team !== undefined) person.teamId = team;
  if (others.length > 0) notes.push(`${quoted(user.id)} is a member of ${others.length + 1} groups; the first, ${quoted(team)}, counts as the team.`);
  const manager = parseRef(user.annotation(annotations.manager), 'user', user.namespace);
  if (manager !== undefined && idOfRef(manager) !== user.id) person.managerId = idOfRef(manager);
  return person;
}

/** The stamp of a person whose manager was taken from who leads the team, and is taken anew at every import. */
export const INFERRED_MANAGER = 'inferred: the manager is who leads the team';

function heldPerson(id: string, view: RecordView): Person | undefined {
  const held = view.persons.get(id);
  if (held === undefined || view.stamps.get(keyOf('persons', id))?.basis !== INFERRED_MANAGER) return held;
  const { managerId: _inferred, ...rest } = held;
  return rest;
}

/** `spec.members` says the same as the user's `spec.memberOf`. Nobody is made up for a name that no user bears. */
function enlistMembers(group: CatalogEntity, persons: Map<string, Person>, view: RecordView, notes: string[]): void {
  const strangers: string[] = [];
  for (const ref of refsIn(group, 'members', 'user')) {
    const id = idOfRef(ref);
    const person = persons.get(id) ?? heldPerson(id, view);
    if (person === undefined) strangers.push(id);
    else if (person.teamId === undefined) persons.set(id, { ...person, teamId: group.id });
  }
  if (strangers.length > 0) notes.push(`${quoted(group.id)} lists members no user is on the record for: ${strangers.join(', ')}.`);
}

/** Also for people on the record whose team this file gives a lead. */
function addManagers(teams: ReadonlyMap<string, Team>, persons: Map<string, Person>, view: RecordView): ReadonlySet<string> {
  const teamAt = (id: string | undefined): Team | undefined => (id === undefined ? undefined : (teams.get(id) ?? view.teams.get(id)));
  const inferred = new Set<string>();
  for (const id of new Set([...view.persons.keys(), ...persons.keys()])) {
    const current = persons.get(id) ?? heldPerson(id, view);
    if (current?.kind !== 'person' || current.managerId !== undefined || current.teamId === undefined) continue;
    if (!persons.has(current.id) && !teams.has(current.teamId)) continue;
    const manager = leadAbove(current, teamAt);
    if (manager === undefined) continue;
    persons.set(current.id, { ...current, managerId: manager });
    inferred.add(current.id);
  }
  return inferred;
}

/** The lead of the team, or, for whoever leads it, of the nearest team above that somebody else leads. */
function leadAbove(person: Person, teamAt: (id: string | undefined) => Team | undefined): string | undefined {
  const walked = new Set<string>();
  for (let team = teamAt(person.teamId); team !== undefined && !walked.has(team.id); team = teamAt(team.parentId)) {
    walked.add(team.id);
    if (team.leadId !== undefined && team.leadId !== person.id) return team.leadId;
  }
  return undefined;
}
