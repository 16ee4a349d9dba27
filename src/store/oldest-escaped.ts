import type { When } from '#core/time.ts';
import { severities, type Finding } from '#core/record/entities.ts';
import { textOf, type Parameter, type Queries } from '#store/database.ts';
import { isPast } from '#store/finding-cells.ts';
import { findingCondition, isAhead, partsOf } from '#store/finding-filter.ts';

/**
 * The findings of some services (absent = all) that are open and got past the stage that made them, longest known first; at most
 * `limit`. The oldest of each severity come first from an index, so that as many are read, whatever the record holds.
 */
export async function oldestEscaped(queries: Queries, asOf: When, serviceIds: readonly string[] | undefined, limit: number): Promise<readonly Finding[]> {
  const parameters: Parameter[] = [];
  const value = (parameter: Parameter): string => `$${parameters.push(parameter)}`;
  const filter = { asOf, serviceIds, escaped: true };
  const oldest = `order by at_day, id limit ${value(limit)}::int`;
  const parts = partsOf(filter, await isPast(queries, asOf)).flatMap((part) => {
    const chosen = `select f.id, f.at_day, f.body from finding f where ${findingCondition(filter, part, value)}`;
    if (isAhead(part, filter)) return [`(select * from (${chosen} offset 0) ahead ${oldest})`];
    return severities.map((_, rank) => `(${chosen} and f.severity_rank = ${rank} ${oldest})`);
  });
  const rows = await queries.query(`select body::text as body from (${parts.join(' union all ')}) found ${oldest}`, parameters);
  // A body is a finding that was checked where it entered.
  return rows.map((row) => JSON.parse(textOf(row, 'body')) as Finding);
}
