import type { When } from '#core/time.ts';
import type { Finding } from '#core/record/entities.ts';
import { cursorAfter, readCursor } from '#store/cursor.ts';
import { numberOf, textOf, type Parameter, type Queries } from '#store/database.ts';
import { isPast } from '#store/finding-cells.ts';
import { findingCondition, isAhead, partsOf } from '#store/finding-filter.ts';
import { slicesOf } from '#store/finding-slices.ts';
import { findingTotal } from '#store/finding-total.ts';
import type { KeptAnswers } from '#store/kept-answers.ts';
import type { FindingPage, FindingQuery } from '#store/store.ts';

/** From as many findings on, a page is found soonest by reading in its order. */
const MANY = 2_000;

/** The planner takes a condition it knows nothing of for a rare one, and would read and sort everything. For the rest of the transaction. */
export const IN_ORDER = 'set local enable_sort = off';

/**
 * One page of findings, most severe first, then oldest, then by id, with the exact number over all
 * pages. Throws CursorRefused for a marker of another list.
 */
export async function findingPage(queries: Queries, query: FindingQuery, kept: KeptAnswers): Promise<FindingPage> {
  const { limit, cursor, knownTotal, ...filter } = query;
  const after = cursor === undefined ? undefined : await readCursor(cursor, filter);
  const past = await isPast(queries, filter.asOf);
  const total = knownTotal ?? await kept(queries, filter.asOf, `total ${JSON.stringify(filter)}`, () => findingTotal(queries, filter, past));
  if (total === 0) return { findings: [], total, nextCursor: null };
  if (total > MANY) await queries.exec(IN_ORDER);
  const parameters: Parameter[] = [];
  const value = (parameter: Parameter): string => `$${parameters.push(parameter)}`;
  const start =
    after === undefined
      ? ''
      : ` and (f.severity_rank, f.at_day, f.id) > (${value(after.severityRank)}::smallint, ${value(after.atDay)}, ${value(after.id)})`;
  const inOrder = `order by severity_rank, at_day, id limit ${value(limit + 1)}::int`;
  const parts = partsOf(filter, past).flatMap((part) => {
    const chosen = `select * from finding f where ${findingCondition(filter, part, value)}${start}`;
    // Few are fixed on a day that lies ahead: an index over these alone finds them, and their order is made after.
    if (isAhead(part, filter)) return [`(select * from (${chosen} offset 0) ahead ${inOrder})`];
    return slicesOf(filter, part, value).map((slice) => `(${chosen} and ${slice} ${inOrder})`);
  });
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

/** `body` is what the store wrote from a `Finding`. */
function findingOf(body: string): Finding {
  return JSON.parse(body) as Finding;
}
