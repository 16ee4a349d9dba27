import type { When } from '#core/time.ts';
import type { Entry } from '#core/record/entry.ts';
import { numberOf, onlyRow, textOf, textOrNullOf, type Queries, type Row } from '#store/database.ts';
import { endOfDay } from '#store/moment.ts';
import type { BatchHeader, ImportRecord } from '#store/store.ts';

/** Versions read in one statement. */
const PAGE = 2_000;

/** Later than every `recorded_at` a record can hold. */
const NO_END = '~';

/** A version and where it stands: when it was recorded and which number it has. */
type Numbered = readonly [recordedAt: string, seq: number, entry: Entry];

const NUMBERED = `json_agg(json_build_array(recorded_at, seq, json_build_object('kind', kind, 'entity', body, 'stamp', stamp)) order by recorded_at, seq)::text`;

/**
 * Versions recorded before the end of `asOf`, oldest first; findings only where a risk or a mapping known by then names
 * them. Rows are put into one JSON text by the engine: decoding them one by one is what costs.
 */
export async function linkedEntries(queries: Queries, asOf: When | undefined): Promise<readonly Entry[]> {
  const end = asOf === undefined ? NO_END : endOfDay(asOf);
  const last = await lastSeq(queries);
  const rows: Numbered[] = [];
  let [recordedAt, seq] = ['', 0];
  for (;;) {
    const row = onlyRow(
      await queries.query(
        `select ${NUMBERED} as entries from (
           select recorded_at, seq, kind, body, stamp from entry
           where recorded_at < $1 and seq <= $4::bigint and (recorded_at, seq) > ($2, $3::bigint)
           order by recorded_at, seq limit ${PAGE}
         ) page`,
        [end, recordedAt, seq, last],
      ),
    );
    const page = numberedOf(row);
    rows.push(...page);
    const at = page.at(-1);
    if (at === undefined || page.length < PAGE) break;
    [recordedAt, seq] = at;
  }
  for await (const page of linkedFindings(queries, end, last)) rows.push(...page);
  return rows.sort(byNumber).map(([, , entry]) => entry);
}

/** In portions of so many ids, which the index over ids answers: asked of all at once the engine would read every finding. */
async function* linkedFindings(queries: Queries, end: string, last: number): AsyncIterable<readonly Numbered[]> {
  const named = onlyRow(
    await queries.query(
      `select coalesce(json_agg(id order by id), '[]')::text as ids from (
         select distinct jsonb_array_elements_text(body -> 'findingIds') as id from entry
         where kind in ('risks', 'mappings') and recorded_at < $1 and seq <= $2::bigint and jsonb_typeof(body -> 'findingIds') = 'array'
       ) linked`,
      [end, last],
    ),
  );
  // A list the statement above made of texts.
  const ids = JSON.parse(textOf(named, 'ids')) as string[];
  for (let from = 0; from < ids.length; from += PAGE) {
    const found = onlyRow(
      await queries.query(
        `select ${NUMBERED} as entries from (
           select recorded_at, seq, 'findings' as kind, body, stamp
           from json_array_elements_text($1::json) named(id) join finding using (id) where recorded_at < $2 and seq <= $3::bigint
         ) page`,
        [JSON.stringify(ids.slice(from, from + PAGE)), end, last],
      ),
    );
    yield numberedOf(found);
  }
}

/** Rows of `NUMBERED`, which the store wrote from `Entry` values. */
function numberedOf(row: Row): readonly Numbered[] {
  const text = textOrNullOf(row, 'entries');
  return text === null ? [] : (JSON.parse(text) as Numbered[]);
}

function byNumber([a, m]: Numbered, [b, n]: Numbered): number {
  return a < b ? -1 : a > b ? 1 : m - n;
}

/** Every version of everything, in the order it was stored. */
export async function* everyEntry(queries: Queries): AsyncIterable<readonly Entry[]> {
  const last = await lastSeq(queries);
  let after = 0;
  for (;;) {
    const row = onlyRow(
      await queries.query(
        `select count(*)::int as n, max(seq)::float8 as seq,
           json_agg(json_build_object('kind', kind, 'entity', body, 'stamp', stamp) order by seq)::text as entries
         from (
           select * from (
             (select seq, kind, body, stamp from entry where seq > $1::bigint and seq <= $2::bigint order by seq limit ${PAGE})
             union all
             (select seq, 'findings', body, stamp from finding where seq > $1::bigint and seq <= $2::bigint order by seq limit ${PAGE})
           ) both_tables order by seq limit ${PAGE}
         ) page`,
        [after, last],
      ),
    );
    if (numberOf(row, 'n') === 0) return;
    yield entriesOf(textOf(row, 'entries'));
    after = numberOf(row, 'seq');
  }
}

/** Imports, the newest first. */
export async function newestImports(queries: Queries, limit: number): Promise<readonly ImportRecord[]> {
  const rows = await queries.query(
    `select version, header::text as header, committed_at, report::text as report from batch
      where header ->> 'kind' = 'import' order by version desc limit $1::int`,
    [limit],
  );
  return rows.map((row) => ({
    id: numberOf(row, 'version'),
    // Written by the store from a `BatchHeader`.
    header: JSON.parse(textOf(row, 'header')) as BatchHeader,
    committedAt: textOf(row, 'committed_at'),
    report: JSON.parse(textOf(row, 'report')),
  }));
}

export async function recordVersion(queries: Queries): Promise<number> {
  return numberOf(onlyRow(await queries.query('select version from record_state')), 'version');
}

export async function settingValue(queries: Queries, name: string): Promise<string | undefined> {
  const [row] = await queries.query('select value from setting where name = $1', [name]);
  return row === undefined ? undefined : (textOrNullOf(row, 'value') ?? undefined);
}

/** The record only grows, so what is numbered up to here is one state of it, however long reading takes. */
async function lastSeq(queries: Queries): Promise<number> {
  return numberOf(onlyRow(await queries.query('select last_seq::float8 as last_seq from record_state')), 'last_seq');
}

/** `text` is an array this file's statements built from rows the store wrote from `Entry` values. */
function entriesOf(text: string): readonly Entry[] {
  return JSON.parse(text) as Entry[];
}
