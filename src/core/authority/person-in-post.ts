import { dayOf, type When } from '#core/time.ts';
import type { Person } from '#core/record/entities.ts';
import type { RecordIndex } from '#core/record/record-index.ts';

/** What stands in the place of a person where one should be named. */
export type NotAPerson =
  | { kind: 'mailbox' }
  | { kind: 'group' }
  | { kind: 'empty-post' }
  | { kind: 'left'; on: When }
  | { kind: 'not-yet'; from: When };

/**
 * Whom an id stands for on a day. Only a person in post, or a role with one holder in post, can decide.
 * An id the record does not hold is no proof that nobody is there: it is "cannot tell".
 */
export type InPost =
  | { state: 'nobody' }
  | { state: 'person'; id: string; personId: string }
  | { state: 'not-a-person'; id: string; what: NotAPerson }
  | { state: 'cannot-tell'; id: string; unknownId: string };

/** Resolves an owner, a lead, a manager or a decider to a person in post on `day`, by default the day of the view. */
export function inPost(index: RecordIndex, id: string | undefined, day: number = index.day): InPost {
  if (id === undefined || id === '') return { state: 'nobody' };
  return follow(index, id, id, day, 0);
}

/** The person an id stands for, or undefined where it stands for none or the record cannot tell. */
export function personInPost(index: RecordIndex, id: string | undefined, day: number = index.day): string | undefined {
  const found = inPost(index, id, day);
  return found.state === 'person' ? found.personId : undefined;
}

/** Posts held by holders of posts; more than this is a circle. */
const DEEPEST = 8;

function follow(index: RecordIndex, id: string, at: string, day: number, depth: number): InPost {
  const person = index.view.persons.get(at);
  if (person === undefined) {
    if (index.view.teams.has(at)) return { state: 'not-a-person', id, what: { kind: 'group' } };
    return { state: 'cannot-tell', id, unknownId: at };
  }
  switch (person.kind) {
    case 'mailbox':
    case 'group':
      return { state: 'not-a-person', id, what: { kind: person.kind } };
    case 'person': {
      const what = outOfPost(person, day);
      if (what === undefined) return { state: 'person', id, personId: at };
      return { state: 'not-a-person', id, what: id === at ? what : { kind: 'empty-post' } };
    }
    case 'role':
      if (person.holderId === undefined || depth === DEEPEST || outOfPost(person, day) !== undefined) {
        return { state: 'not-a-person', id, what: { kind: 'empty-post' } };
      }
      return follow(index, id, person.holderId, day, depth + 1);
  }
}

/** A post ends at the end of its last day. */
function outOfPost(person: Person, day: number): NotAPerson | undefined {
  if (person.to !== undefined && dayOf(person.to) < day) return { kind: 'left', on: person.to };
  if (person.from !== undefined && dayOf(person.from) > day) return { kind: 'not-yet', from: person.from };
  return undefined;
}
