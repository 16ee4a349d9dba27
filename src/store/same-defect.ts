import type { When } from '#core/time.ts';
import type { Finding } from '#core/record/entities.ts';
import { linesOf, vulnerabilityNamesOf } from '#core/release/same-defect.ts';
import { textOf, type Parameter, type Queries } from '#store/database.ts';
import { isPast } from '#store/finding-cells.ts';
import { findingCondition, partsOf } from '#store/finding-filter.ts';

/** Findings that are compared at most: one vulnerability, or one file, on one service seldom has more. */
const MOST_COMPARED = 500;

/** Aliases lead to findings by names the first does not have; two steps reach what tools write. */
const STEPS = 2;

/**
 * The findings of the same service that may be about the same defect: of a name of a vulnerability, or in the same file, as the record
 * held them at the end of a day. Which of them are is for `sameDefect` of the core to say. The finding itself is among them.
 */
export async function relatedFindings(queries: Queries, finding: Finding, asOf: When): Promise<readonly Finding[]> {
  const known = new Map([[finding.id, finding]]);
  for (let step = 0, asked = ''; step < STEPS; step += 1) {
    const names = [...new Set([...known.values()].flatMap(vulnerabilityNamesOf))].toSorted();
    if (names.join() === asked && step > 0) break;
    asked = names.join();
    for (const other of await namedOrNear(queries, finding, names, asOf)) known.set(other.id, other);
  }
  return [...known.values()];
}

async function namedOrNear(queries: Queries, finding: Finding, names: readonly string[], asOf: When): Promise<readonly Finding[]> {
  const file = linesOf(finding)?.file;
  const wanted: string[] = [];
  const parameters: Parameter[] = [];
  const value = (parameter: Parameter): string => `$${parameters.push(parameter)}`;
  if (names.length > 0) {
    const list = `(select json_array_elements_text(${value(JSON.stringify(names))}::json))`;
    wanted.push(`upper(f.body ->> 'externalId') in ${list}`);
    wanted.push(`exists (select 1 from jsonb_array_elements_text(case jsonb_typeof(f.body -> 'aliases') when 'array' then f.body -> 'aliases' else '[]' end) alias where upper(alias) in ${list})`);
  }
  if (file !== undefined) wanted.push(`strpos(f.body ->> 'location', ${value(`${file}:`)}) > 0`);
  if (wanted.length === 0) return [];
  const filter = { asOf, serviceIds: [finding.serviceId], openOnly: false };
  const parts = partsOf(filter, await isPast(queries, asOf)).map((part) => `(select f.id, f.body from finding f where ${findingCondition(filter, part, value)} and (${wanted.join(' or ')}) limit ${MOST_COMPARED})`);
  const rows = await queries.query(`select body::text as body from (${parts.join(' union all ')}) found order by id limit ${MOST_COMPARED}`, parameters);
  // Written by the store from a `Finding`.
  return rows.map((row) => JSON.parse(textOf(row, 'body')) as Finding);
}
