import { say } from '#language/say.ts';
import type { PersonRow, Picture } from '#core/picture/picture.ts';

/** Members that hold the id of a person, wherever they stand in a picture. */
const personKeys = new Set([
  'leadId', 'gateOwnerId', 'managerId', 'ownerId', 'estimatedBy', 'personId', 'person', 'grantorId', 'granteeId', 'chain',
  'byId', 'toId', 'presenterId', 'setBy', 'approvedBy', 'holderId', 'recordedBy', 'knownBy',
]);

interface Stand {
  id: string;
  role: string;
}

/**
 * The same picture without the name or the id of any person: each is called by the title, or by the team where
 * the record holds no title, and numbered where several share one. Posts, groups and mailboxes keep their names;
 * they name no person. Every count and amount stays what it was.
 */
export function rolesOnly(picture: Picture): Picture {
  const stands = standsOf(picture);
  const inText = textChange(picture, stands);
  const change = (key: string, text: string, owner: object): string => {
    const stand = stands.get(text);
    if (stand !== undefined && (personKeys.has(key) || namesPerson(key, owner))) return stand.id;
    return inText(text);
  };
  const persons = picture.persons.map((person): PersonRow => {
    const stand = stands.get(person.id);
    return stand === undefined ? person : { ...person, id: stand.id, name: stand.role, title: null, managerId: idOf(stands, person.managerId) };
  });
  // Only texts are replaced by texts, so the picture keeps its shape; a walk over any value cannot say so to the compiler.
  const rest = changed({ ...picture, persons: [] }, change) as Picture;
  return { ...rest, persons };
}

function standsOf(picture: Picture): ReadonlyMap<string, Stand> {
  const teamNames = new Map(picture.teams.map((team) => [team.id, team.name]));
  const people = picture.persons.filter((person) => person.kind === 'person');
  const titles = counts(people.map((person) => person.title));
  const plain = (person: PersonRow): string => {
    const { title } = person;
    const team = person.teamId === null ? undefined : teamNames.get(person.teamId);
    if (title === null) return team === undefined ? say('Person without a title') : say('Member of {team}', { team });
    return team === undefined || titles.get(title) === 1 || title.includes(team) ? title : `${title}, ${team}`;
  };
  const shared = counts(people.map(plain));
  const met = new Map<string, number>();
  return new Map(people.map((person, index) => {
    const role = plain(person);
    const number = (met.get(role) ?? 0) + 1;
    met.set(role, number);
    return [person.id, { id: `person-${index + 1}`, role: (shared.get(role) ?? 0) > 1 ? `${role} ${number}` : role }];
  }));
}

function counts<T>(values: readonly T[]): ReadonlyMap<T, number> {
  const held = new Map<T, number>();
  for (const value of values) held.set(value, (held.get(value) ?? 0) + 1);
  return held;
}

/** Names inside sentences. An id is replaced there only where it could not be an ordinary word. */
function textChange(picture: Picture, stands: ReadonlyMap<string, Stand>): (text: string) => string {
  const words = new Map<string, string>();
  for (const person of picture.persons) {
    const stand = stands.get(person.id);
    if (stand === undefined) continue;
    if (/[._@ -]/.test(person.id)) words.set(person.id, stand.role);
    words.set(person.name, stand.role);
  }
  if (words.size === 0) return (text) => text;
  const longestFirst = [...words.keys()].filter((word) => word !== '').sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  return (text) => text.replace(pattern, (word) => words.get(word) ?? word);
}

function namesPerson(key: string, owner: object): boolean {
  if (key === 'id') return 'kind' in owner && owner.kind === 'person';
  return key === 'subject' && 'subjectKind' in owner && owner.subjectKind === 'person';
}

function changed(value: unknown, change: (key: string, text: string, owner: object) => string, key = '', owner: object = {}): unknown {
  if (typeof value === 'string') return change(key, value, owner);
  if (Array.isArray(value)) return value.map((one) => changed(one, change, key, owner));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, changed(member, change, name, value)]));
}

function idOf(stands: ReadonlyMap<string, Stand>, id: string | null): string | null {
  return id === null ? null : stands.get(id)?.id ?? id;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
