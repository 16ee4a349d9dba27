import type { Finding } from '#core/record/entities.ts';
import { textOf, type Parameter, type Queries } from '#store/database.ts';
import type { ServiceFindings } from '#store/store.ts';

/** Findings read in one statement. */
const PAGE = 500;

/** Sorts after every character. */
const LAST = '\u{10FFFF}';

/** The newest version of each of these findings, on the record or in the open batch. */
export async function newestOfBatch(queries: Queries, ids: readonly string[]): Promise<readonly Finding[]> {
  const rows = await queries.query(
    `select distinct on (id) body::text as body from finding_row where id in (select json_array_elements_text($1::json))
     order by id, recorded_at desc, seq desc`,
    [JSON.stringify(ids)],
  );
  return rows.map(findingOf);
}

/** The newest version of each finding of a service, on the record or in the open batch, in the order of their ids. */
export async function* findingsOfService(queries: Queries, { serviceId, beginning = '', openOnly }: ServiceFindings): AsyncGenerator<Finding, void, undefined> {
  let after = '';
  for (;;) {
    const parameters: Parameter[] = [serviceId, after, beginning, beginning + LAST];
    const rows = await queries.query(
      `select id, body::text as body from (
         select distinct on (id) id, body, service_id, fixed_day from finding_row
         where superseded_at is null and id > $2 and id >= $3 and id <= $4
         order by id, recorded_at desc, seq desc
       ) newest where service_id = $1${openOnly ? ' and fixed_day is null' : ''} order by id limit ${PAGE}`,
      parameters,
    );
    for (const row of rows) yield findingOf(row);
    const last = rows.at(-1);
    if (rows.length < PAGE || last === undefined) return;
    after = textOf(last, 'id');
  }
}

/** `body` is what the store wrote from a `Finding`. */
function findingOf(row: Parameters<typeof textOf>[0]): Finding {
  return JSON.parse(textOf(row, 'body')) as Finding;
}
