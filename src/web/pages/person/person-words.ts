import { say } from '#language/say.ts';
import type { PersonRow } from '#core/picture/picture.ts';

/** What an entry is where it is not a person in post; `null` for an ordinary person. */
export function kindWords(person: PersonRow): string | null {
  switch (person.kind) {
    case 'person': return person.inPost ? null : say('not in post on this date');
    case 'role': return person.inPost ? say('a role with a holder') : say('a role without a holder on this date');
    case 'group': return say('a list of people, not one person');
    case 'mailbox': return say('a mailbox, not a person');
  }
}
