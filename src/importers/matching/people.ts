import { ROOT, type Person } from '#core/record/entities.ts';
import type { RecordView } from '#core/record/view.ts';
import { identifierText, plainName, slug, UniqueIndex } from '#importers/matching/plain-name.ts';

/** Whom a text names. */
export type PersonMatch =
  /** Somebody the record holds. */
  | { type: 'held'; id: string }
  /** A mailbox or a group by its own wording: not on the record yet, and not a person who could decide. */
  | { type: 'collective'; person: Person }
  /** Nobody the record holds, or more than one: the text is kept as an id, and who it is cannot be told. */
  | { type: 'unknown'; id: string };

const MAILBOX_WORDS = /^(all|admin|admins|abuse|alerts?|board|cab|ciso-office|compliance|contact|devops|engineering|governance|group|grc|help|helpdesk|hello|info|infosec|it|itops|legal|no-?reply|office|operations|ops|platform|privacy|risk|risks|sec|secops|security|service-?desk|soc|squad|support|sysadmin|team|tech)$/;
const GROUP_WORDS = /\b(team|teams|group|committee|board|department|dept|division|office|council|guild|squad|chapter|unit|working group|steering|management|leadership|operations|engineering|everyone|various|multiple|shared|vendor|third party|all)\b/;
const ROLE_WORDS = /\b(head|director|chief|officer|vp|svp|evp|president|manager|lead|leader|secretary|treasurer|chair|owner|c[a-z]o|ciso)\b/;
const SEVERAL = /\s*(?:;|\||\s\/\s|\s&\s|\sand\s)\s*/i;

/** Finds who is meant by a text, among the people, roles and teams a record holds. */
export class PeopleIndex {
  readonly #ids = new Map<string, string>();
  readonly #names = new UniqueIndex<string>();
  readonly #lastNames = new UniqueIndex<string>();
  readonly #teams = new UniqueIndex<string>();

  constructor(view: Pick<RecordView, 'persons' | 'teams'>) {
    for (const person of view.persons.values()) {
      this.#ids.set(person.id.toLowerCase(), person.id);
      if (person.name === undefined) continue;
      const name = plainName(person.name);
      this.#names.add(name, person.id);
      const words = name.split(' ');
      if (person.kind === 'person' && words.length > 1) this.#lastNames.add(words.at(-1) ?? '', person.id);
    }
    for (const team of view.teams.values()) {
      this.#teams.add(plainName(team.id), team.id);
      if (team.name !== undefined) this.#teams.add(plainName(team.name), team.id);
    }
  }

  /**
   * By id, then name (`Doe, Jane` and `Jane Doe <jane@x>` too), then `@handle` or e-mail address, then a last name that one person
   * has. What matches nobody and reads like a mailbox or a group becomes one; of two names in one text too.
   */
  match(text: string): PersonMatch {
    const named = identifierText(text);
    const [, shown = named, address] = /^(.*?)\s*<([^<>]+)>$/.exec(named) ?? [];
    const held = this.#heldId(shown) ?? (address === undefined ? undefined : this.#heldId(address));
    if (held !== undefined) return { type: 'held', id: held };
    return this.#collective(named) ?? { type: 'unknown', id: named };
  }

  #heldId(text: string): string | undefined {
    const id = this.#ids.get(text.toLowerCase()) ?? this.#ids.get(text.replace(/^@/, '').toLowerCase());
    if (id !== undefined) return id;
    const [last, first, ...more] = text.split(',').map((part) => part.trim());
    const turned = first !== undefined && more.length === 0 ? `${first} ${last ?? ''}` : text;
    const name = plainName(turned);
    const byName = this.#names.get(name);
    if (byName !== undefined || this.#names.isAmbiguous(name)) return byName;
    const mail = /^([^@\s]+)@[^@\s]+$/.exec(text);
    if (mail?.[1] !== undefined) return this.#ids.get(mail[1].toLowerCase()) ?? this.#names.get(plainName(mail[1]));
    return name.includes(' ') ? undefined : this.#lastNames.get(name);
  }

  #collective(text: string): PersonMatch | undefined {
    const mail = /^([^@\s]+)@[^@\s]+$/.exec(text);
    if (mail?.[1] !== undefined) {
      const isMailbox = !text.includes('\ufffd') && mail[1].toLowerCase().split(/[-._+]/).some((word) => MAILBOX_WORDS.test(word));
      const id = text.toLowerCase();
      return isMailbox ? { type: 'collective', person: { id, name: id, kind: 'mailbox' } } : undefined;
    }
    const teamId = this.#teams.get(plainName(text));
    if (teamId !== undefined) {
      return { type: 'collective', person: { id: `group:${slug(teamId)}`, name: text, kind: 'group', teamId } };
    }
    const isSeveral = text.split(SEVERAL).filter((part) => part !== '').length > 1;
    const lower = text.toLowerCase();
    const isGroup = isSeveral || (GROUP_WORDS.test(lower) && !ROLE_WORDS.test(lower));
    if (text === ROOT || slug(text) === '' || !isGroup) return undefined;
    return { type: 'collective', person: { id: `group:${slug(text)}`, name: text, kind: 'group' } };
  }
}
