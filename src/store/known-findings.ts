import { TextSet } from '#core/text-set.ts';
import { onlyRow, textOf, type Queries } from '#store/database.ts';

/** More beginnings than this in one chunk are not asked about one by one. */
const MOST_BEGINNINGS = 20;

/** Sorts after every character. */
const LAST = '\u{10FFFF}';

/**
 * Which findings there is a version of already, on the record or in the open batch. A first scan of a service is told by
 * one look at the beginning its ids share; only where something begins so are ids looked up one by one. Errs, where at
 * all, by calling a finding known, which costs a comparison. One for each batch: nothing else is written meanwhile.
 */
export class KnownFindings {
  readonly #ofBatch = new TextSet();
  /** Beginnings of ids that nothing on the record has, and those that something has. */
  readonly #free: string[] = [];
  readonly #used = new Set<string>();

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
      if (this.#ofBatch.has(id)) known.add(id);
      else if (!this.#isFree(id)) open.push(id);
    }
    if (open.length === 0) return known;
    for (const beginning of beginningsOf(open)) await this.#look(queries, beginning);
    open = open.filter((id) => !this.#isFree(id));
    if (open.length === 0) return known;
    const rows = await queries.query(
      'select distinct id from finding_row where id in (select json_array_elements_text($1::json))',
      [JSON.stringify(open)],
    );
    for (const row of rows) known.add(textOf(row, 'id'));
    return known;
  }

  #isFree(id: string): boolean {
    return this.#free.some((beginning) => id.startsWith(beginning));
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
    else this.#free.push(beginning);
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
