import type { When } from '#core/time.ts';
import type { Finding } from '#core/record/entities.ts';
import { defectGroups, linesOf, vulnerabilityNamesOf } from '#core/release/same-defect.ts';
import { textOf, type Parameter, type Queries } from '#store/database.ts';
import { aliasKeys, fileKey } from '#store/defect-schema.ts';
import { isPast } from '#store/finding-cells.ts';
import { findingCondition } from '#store/finding-filter.ts';
import { EXTERNAL_TEXT } from '#store/roll-ups.ts';

/** Findings that are compared at most by one name or file: one vulnerability, or one file, on one service seldom has more. */
const MOST_COMPARED = 500;

/** Aliases lead to findings by names the first does not have; two steps reach what tools write. */
const STEPS = 2;

/**
 * The findings of the same service that may be about the same defect: of a name of a vulnerability, or in the same file, as the record
 * held them at the end of a day. Which of them are is for `sameDefect` of the core to say. The finding itself is among them. Read
 * from indexes over names and files: how many findings the service has makes no difference.
 */
export async function relatedFindings(queries: Queries, finding: Finding, asOf: When): Promise<readonly Finding[]> {
  const known = new Map([[finding.id, finding]]);
  for (let step = 0, asked = ''; step < STEPS; step += 1) {
    // Only what is known to be of the defect leads on.
    const group = defectGroups([...known.values()]).find((one) => one.some(({ id }) => id === finding.id)) ?? [];
    const names = [...new Set(group.flatMap(vulnerabilityNamesOf))].toSorted();
    // Without a weakness nothing in the same file is known to be the same.
    const files = [...new Set(group.flatMap((one) => (one.defectClass === undefined ? [] : (linesOf(one)?.file ?? []))))].toSorted();
    const asking = JSON.stringify([names, files]);
    if (asking === asked) break;
    asked = asking;
    for (const other of await namedOrNear(queries, { serviceId: finding.serviceId, names, files }, asOf)) known.set(other.id, other);
  }
  return [...known.values()];
}

async function namedOrNear(
  queries: Queries, { serviceId, names, files }: { serviceId: string; names: readonly string[]; files: readonly string[] }, asOf: When,
): Promise<readonly Finding[]> {
  const parameters: Parameter[] = [];
  const value = (parameter: Parameter): string => `$${parameters.push(parameter)}`;
  const wanted = [...(names.length === 0 ? [] : namedOneOf(value(JSON.stringify(names)))), ...files.map((file) => inFile(value(file)))];
  if (wanted.length === 0) return [];
  const held = findingCondition({ asOf, openOnly: false }, (await isPast(queries, asOf)) ? 'past' : 'newest', value);
  const service = value(serviceId);
  const parts = wanted.map((condition) => `(select f.id, f.body from finding f where f.service_id = ${service} and ${condition} and ${held} order by f.id limit ${MOST_COMPARED})`);
  const rows = await queries.query(`select distinct on (id) body::text as body from (${parts.join(' union all ')}) found order by id`, parameters);
  // Written by the store from a `Finding`.
  return rows.map((row) => JSON.parse(textOf(row, 'body')) as Finding);
}

/** True of `finding f` that goes by one of some names (a parameter, a JSON list in capitals): as its own name, and as an alias. */
function namedOneOf(names: string): string[] {
  const list = `(select json_array_elements_text(${names}::json))`;
  return [
    `f.body ->> 'externalId' is not null and hashtext(${EXTERNAL_TEXT}) = any (array(select hashtext(left(lower(name), 200)) from json_array_elements_text(${names}::json) name))
      and upper(f.body ->> 'externalId') in ${list}`,
    `f.body ->> 'aliases' is not null and ${aliasKeys(`f.body ->> 'aliases'`)} && ${aliasKeys(`${names}::text`)}
      and exists (select 1 from jsonb_array_elements_text(case jsonb_typeof(f.body -> 'aliases') when 'array' then f.body -> 'aliases' else '[]' end) alias where upper(alias) in ${list})`,
  ];
}

/** True of `finding f` of a weakness at a line of a file (a parameter). */
function inFile(file: string): string {
  return `f.defect_class is not null and f.body ->> 'location' is not null and ${fileKey(`f.body ->> 'location'`)} = ${fileKey(`${file}::text`)}
    and strpos(f.body ->> 'location', ${file}::text || ':') > 0`;
}
