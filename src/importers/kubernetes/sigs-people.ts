import type { Person } from '#core/record/entities.ts';
import type { RecordView } from '#core/record/view.ts';
import { handleId } from '#importers/kubernetes/handles.ts';
import { STEERING, type Group, type SigPerson } from '#importers/kubernetes/sigs-file.ts';
import { storedText } from '#importers/reading/stored-text.ts';

type Role = 'steering' | 'chair' | 'tech-lead' | 'subproject-lead' | 'liaison' | 'emeritus';

/** The order in which one of several roles becomes a person's place in the organisation. */
const rank: Readonly<Record<Role, number>> = { steering: 0, liaison: 1, chair: 2, 'tech-lead': 3, 'subproject-lead': 4, emeritus: 5 };

interface Place {
  role: Role;
  group: Group;
  name: string | undefined;
}

/**
 * Everybody named in `sigs.yaml`, once. A person's place is that of the highest role, in file order:
 * a steering member answers to nobody on the record, a chair to the steering liaison of the group, every other
 * lead to the first chair. Emeritus leads are people without a place. Electronic mail addresses are not kept.
 */
export function peopleOf(groups: readonly Group[], view: RecordView): readonly Person[] {
  const places = new Map<string, Place>();
  const steering = groups.find((group) => group.dir === STEERING);
  const take = (people: readonly SigPerson[], role: Role, group: Group): void => {
    for (const { github, name } of people) {
      const id = handleId(github);
      if (id === undefined) continue;
      const held = places.get(id);
      const known = name ?? held?.name;
      if (held === undefined || rank[role] < rank[held.role]) places.set(id, { role, group, name: known });
      else if (held.name === undefined) held.name = known;
    }
  };
  for (const group of groups) {
    take(group.chairs, group.dir === STEERING ? 'steering' : 'chair', group);
    take(group.techLeads, 'tech-lead', group);
    for (const subproject of group.subprojects) take(subproject.leads ?? [], 'subproject-lead', group);
    take(group.emeritus, 'emeritus', group);
    if (group.liaison !== undefined) take([group.liaison], 'liaison', steering ?? group);
  }
  return [...places].map(([id, place]) => personOf(id, place, view));
}

function personOf(id: string, { role, group, name }: Place, view: RecordView): Person {
  const held = view.persons.get(id);
  const person: Person = { ...held, id, kind: 'person' };
  if (name !== undefined) person.name = storedText(name);
  if (role === 'emeritus') return person;
  person.teamId = group.dir;
  person.title = storedText(`${titles[role]}, ${group.title}`);
  const manager = managerOf(role, group);
  if (manager !== undefined && manager !== id) person.managerId = manager;
  return person;
}

const titles: Readonly<Record<Exclude<Role, 'emeritus'>, string>> = {
  steering: 'Member', liaison: 'Liaison', chair: 'Chair', 'tech-lead': 'Tech lead', 'subproject-lead': 'Subproject lead',
};

function managerOf(role: Role, group: Group): string | undefined {
  if (role === 'chair') return handleId(group.liaison?.github);
  if (role === 'tech-lead' || role === 'subproject-lead') return leadOf(group);
  return undefined;
}

/** The first chair leads a group. */
export function leadOf(group: Group): string | undefined {
  return group.chairs.flatMap((chair) => handleId(chair.github) ?? [])[0];
}
