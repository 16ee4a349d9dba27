import type { PersonRow } from '#core/picture/picture.ts';

/** What an entry is where it is not a person in post; `null` for an ordinary person. */
export function kindWords(person: PersonRow): string | null {
  switch (person.kind) {
    case 'person': return person.inPost ? null : 'not in post on this date';
    case 'role': return person.inPost ? 'a role with a holder' : 'a role without a holder on this date';
    case 'group': return 'a list of people, not one person';
    case 'mailbox': return 'a mailbox, not a person';
  }
}
