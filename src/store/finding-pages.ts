import type { When } from '#core/time.ts';
import type { Finding } from '#core/record/entities.ts';
import { cursorAfter, readCursor } from '#store/cursor.ts';
import { numberOf, onlyRow, textOf, type Parameter, type Queries } from '#store/database.ts';
import { asksOrigin, findingCondition, partsOf, type FindingFilter } from '#store/finding-filter.ts';
import { countOpen, isPast } from '#store/finding-cells.ts';
import type { FindingPage, FindingQuery } from '#store/store.ts';

/**
 * One page of findings, most severe first, then oldest, then by id, with the exact number over all
 * pages. Throws CursorRefused for a marker of another list.
 */
export async function findingPage(queries: Queries, query: FindingQuery): Promise<FindingPage> {
  const { limit, cursor, ...filter } = query;
  const after = cursor === undefined ? undefined : await readCursor(cursor, filter);
  const past = await isPast(queries, filter.asOf);
  const total = await totalOf(queries, filter, past);
  const parameters: Parameter[] = [];
  const value = (parameter: Parameter): string => `$${parameters.push(parameter)}`;
  const start =
    after === undefined
      ? ''
      : ` and (f.severity_rank, f.at_day, f.id) > (${value(after.severityRank)}::smallint, ${value(after.atDay)}, ${value(after.id)})`;
  const inOrder = `order by severity_rank, at_day, id limit ${value(limit + 1)}::int`;
  const parts = partsOf(filter, past).map(
    (part) => `(select * from finding f where ${findingCondition(filter, part, value)}${start} ${inOrder})`,
  );
  const rows = await queries.query(
    `select severity_rank::int as severity_rank, at_day, id, body::text as body from (${parts.join(' union all ')}) found ${inOrder}`,
    parameters,
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const nextCursor =
    rows.length <= limit || last === undefined
      ? null
      : await cursorAfter(
          { severityRank: numberOf(last, 'severity_rank'), atDay: textOf(last, 'at_day'), id: textOf(last, 'id') },
          filter,
        );
  return { findings: shown.map((row) => findingOf(textOf(row, 'body'))), total, nextCursor };
}

/** The finding as the record held it at the end of a day; undefined where it held none or it had not happened. */
export async function findingById(queries: Queries, id: string, asOf: When): Promise<Finding | undefined> {
  const parameters: Parameter[] = [];
  const condition = findingCondition({ asOf, openOnly: false, ids: [id] }, 'past', (value) => `$${parameters.push(value)}`);
  const [row] = await queries.query(`select f.body::text as body from finding f where ${condition}`, parameters);
  return row === undefined ? undefined : findingOf(textOf(row, 'body'));
}

/** Findings whose id, external id (a CVE) or title holds the text, in any case; equal ones first, then most severe. */
export async function findingsLike(queries: Queries, text: string, asOf: When, limit: number): Promise<readonly Finding[]> {
  const parameters: Parameter[] = [];
  const value = (parameter: Parameter): string => `$${parameters.push(parameter)}`;
  const part = (await isPast(queries, asOf)) ? 'past' : 'newest';
  const condition = findingCondition({ asOf, openOnly: false }, part, value);
  const exact = value(text.toLowerCase());
  const like = value(`%${text.toLowerCase().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`);
  const rows = await queries.query(
    `select f.body::text as body from finding f where ${condition} and (lower(f.id) like ${like}
        or lower(f.body ->> 'externalId') like ${like} or lower(f.body ->> 'title') like ${like}
        or lower(f.body ->> 'label') like ${like})
      order by (lower(f.id) = ${exact} or lower(coalesce(f.body ->> 'externalId', '')) = ${exact}) desc,
        f.severity_rank, f.at_day, f.id limit ${value(limit)}::int`,
    parameters,
  );
  return rows.map((row) => findingOf(textOf(row, 'body')));
}

async function totalOf(queries: Queries, filter: FindingFilter, past: boolean): Promise<number> {
  if (filter.openOnly !== false && filter.ids === undefined && !asksOrigin(filter)) return countOpen(queries, filter, past);
  const parameters: Parameter[] = [];
  const condition = findingCondition(filter, past ? 'past' : 'newest', (value) => `$${parameters.push(value)}`);
  const rows = await queries.query(`select count(*)::float8 as n from finding f where ${condition}`, parameters);
  return numberOf(onlyRow(rows), 'n');
}

/** `body` is what the store wrote from a `Finding`. */
function findingOf(body: string): Finding {
  return JSON.parse(body) as Finding;
}
