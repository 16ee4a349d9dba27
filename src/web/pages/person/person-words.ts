import { dayInWords } from '#core/time.ts';
import type { Picture, PersonRow } from '#core/picture/picture.ts';
import { waitingOn } from '#core/picture/waiting-on.ts';
import { counted } from '#core/picture/sentences/prose.ts';

/** The page's answer: what is needed of a person next, with its date. */
export function personHeadline(picture: Picture, person: PersonRow): string {
  const waiting = waitingOn(picture, person.id);
  const [first] = waiting.decisions.map((risk) => risk.decisionNeededBy).toSorted();
  const pieces = waiting.evidence.reduce((sum, risk) => sum + risk.information.unseen, 0);
  const parts = [
    first === undefined ? null : `the next decision is needed by ${dayInWords(first)}`,
    pieces === 0 ? null : `${counted(pieces, 'piece')} of evidence ${pieces === 1 ? 'has' : 'have'} not reached them`,
  ].filter((part) => part !== null);
  if (parts.length > 0) return `${person.name}: ${parts.join('; ')}`;
  const other = waiting.escalations.length + waiting.grants.length + waiting.couldDecide.length;
  return other === 0 ? `Nothing on the record waits on ${person.name}` : `${person.name} could decide, or let somebody closer to the work decide`;
}

/** What an entry is where it is not a person in post; `null` for an ordinary person. */
export function kindWords(person: PersonRow): string | null {
  switch (person.kind) {
    case 'person': return person.inPost ? null : 'not in post on this date';
    case 'role': return person.inPost ? 'a role with a holder' : 'a role without a holder on this date';
    case 'group': return 'a list of people, not one person';
    case 'mailbox': return 'a mailbox, not a person';
  }
}
