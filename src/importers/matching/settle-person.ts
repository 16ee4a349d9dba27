import type { Person } from '#core/record/entities.ts';
import type { PeopleIndex } from '#importers/matching/people.ts';

/** What a report says of people named in a table: lists and mailboxes added, and who is not on the record. */
export interface PeopleTally {
  collectives: Set<string>;
  unknownPeople: Set<string>;
}

/** The id a match stands for, and the mailbox or group that the record does not hold yet; counted for the report. */
export function settlePerson(
  match: ReturnType<PeopleIndex['match']>,
  tally: PeopleTally,
): { id: string; persons: readonly Person[] } {
  switch (match.type) {
    case 'held':
      return { id: match.id, persons: [] };
    case 'collective':
      tally.collectives.add(match.person.name ?? match.person.id);
      return { id: match.person.id, persons: [match.person] };
    case 'unknown':
      tally.unknownPeople.add(match.id);
      return { id: match.id, persons: [] };
  }
}
