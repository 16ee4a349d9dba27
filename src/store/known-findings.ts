import { TextSet } from '#core/text-set.ts';
import { onlyRow, textOf, type Queries } from '#store/database.ts';

/** More beginnings than this in one chunk are not asked about one by one. */
const MOST_BEGINNINGS = 20;

/** Ids remembered as looked up. */
const LATELY = 20_000;

/** Sorts after every character. */
const LAST = '\u{10FFFF}';

/**
 * Which findings there is a version of already, on the record or in the open batch. A first scan of a service is told by
 * one look at the beginning its ids share; only where something begins so are ids looked up one by one. Errs, where at
 * all, by calling a finding known, which costs a comparison. One for each batch: nothing else is written meanwhile.
 */
export class KnownFindings {
  readonly #ofBatch = new TextSet();
  /** Beginnings of ids that nothing on the record has, up to a colon or not, and those that something has. */
  readonly #free = new Set<string>();
  readonly #freeOthers: string[] = [];
  readonly #used = new Set<string>();
  /** Ids that were looked up lately: whether the record holds them. Whoever reads a finding mostly writes it next. */
  readonly #lately = new Map<string, boolean>();

  /** Those of the ids that may be known; the others are not. All of them count as known from now on. */
  async take(queries: Queries, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const known = await this.among(queries, ids);
    for (const id of ids) this.#ofBatch.add(id);
    return known;
  }

  /** Those of the ids that may be known. */
  async among(queries: Queries, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const known = new Set<string>();
    let open: string[] = [];
    for (const id of ids) {
      if (this.#ofBatch.has(id) || this.#lately.get(id) === true) known.add(id);
      else if (!this.#lately.has(id)) open.push(id);
    }
    open = await this.#withoutFree(queries, open);
    if (open.length === 0) return known;
    const rows = await queries.query(
      'select distinct id from finding_row where id in (select json_array_elements_text($1::json))',
      [JSON.stringify(open)],
    );
    const held = rows.map((row) => textOf(row, 'id'));
    this.learn(open, held);
    for (const id of held) known.add(id);
    return known;
  }

  /** Those of the ids that are worth reading: without those of which nothing can be there. */
  async worthReading(queries: Queries, ids: readonly string[]): Promise<readonly string[]> {
    const open = ids.filter((id) => !this.#ofBatch.has(id) && !this.#lately.has(id));
    const maybe = new Set(await this.#withoutFree(queries, open));
    return ids.filter((id) => this.#ofBatch.has(id) || this.#lately.get(id) === true || maybe.has(id));
  }

  /** What reading some ids has shown: these are held, and of those asked for no others. */
  learn(asked: readonly string[], held: readonly string[]): void {
    if (this.#lately.size > LATELY) this.#lately.clear();
    for (const id of asked) this.#lately.set(id, false);
    for (const id of held) this.#lately.set(id, true);
  }

  async #withoutFree(queries: Queries, ids: readonly string[]): Promise<string[]> {
    const open = ids.filter((id) => !this.#isFree(id));
    for (const beginning of beginningsOf(open)) await this.#look(queries, beginning);
    return open.filter((id) => !this.#isFree(id));
  }

  #isFree(id: string): boolean {
    for (let colon = id.indexOf(':'); colon >= 0; colon = id.indexOf(':', colon + 1)) {
      if (this.#free.has(id.slice(0, colon + 1))) return true;
    }
    return this.#freeOthers.some((beginning) => id.startsWith(beginning));
  }

  async #look(queries: Queries, beginning: string): Promise<void> {
    if (this.#used.has(beginning)) return;
    const row = onlyRow(
      await queries.query(
        `select exists (select from finding_row where id >= $1 and id <= $2 and seq <= (select last_seq from record_state)) as used`,
        [beginning, beginning + LAST],
      ),
    );
    if (row['used'] === true) this.#used.add(beginning);
    else if (beginning.endsWith(':')) this.#free.add(beginning);
    else this.#freeOthers.push(beginning);
  }
}

/**
 * What the ids up to their first colon have in common, for each such group, cut back to its last colon where it has one:
 * `pay:trivy:`. Nothing where there are many groups.
 */
function beginningsOf(ids: readonly string[]): readonly string[] {
  const groups = new Map<string, string>();
  for (const id of ids) {
    const group = id.slice(0, id.indexOf(':') + 1);
    const shared = groups.get(group);
    if (shared === undefined && groups.size === MOST_BEGINNINGS) return [];
    groups.set(group, shared === undefined ? id : sharedBeginning(shared, id));
  }
  return [...groups.values()].map((shared) => shared.slice(0, shared.lastIndexOf(':') + 1) || shared).filter((beginning) => beginning !== '');
}

function sharedBeginning(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a.charCodeAt(length) === b.charCodeAt(length)) length += 1;
  // Half a character would sort elsewhere.
  return a.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}
