import type { When } from '#core/time.ts';
import type { Finding } from '#core/record/entities.ts';
import { textOf, type Parameter, type Queries } from '#store/database.ts';
import { isPast } from '#store/finding-cells.ts';
import { findingCondition } from '#store/finding-filter.ts';

/** The findings of some services (absent = all) that are open and got past the stage that made them, longest known first; at most `limit`. */
export async function oldestEscaped(queries: Queries, asOf: When, serviceIds: readonly string[] | undefined, limit: number): Promise<readonly Finding[]> {
  const parameters: Parameter[] = [];
  const value = (parameter: Parameter): string => `$${parameters.push(parameter)}`;
  const held = findingCondition({ asOf, serviceIds, escaped: true }, (await isPast(queries, asOf)) ? 'past' : 'newest', value);
  const rows = await queries.query(`select f.body::text as body from finding f where ${held} order by f.at_day, f.id limit ${value(limit)}`, parameters);
  // A body is a finding that was checked where it entered.
  return rows.map((row) => JSON.parse(textOf(row, 'body')) as Finding);
}
