import { countedOn } from '#store/counted-on.ts';
import { numberOf, onlyRow, type Parameter, type Queries } from '#store/database.ts';
import { askedConditions, findingCondition, partsOf, type FindingFilter } from '#store/finding-filter.ts';
import { isSliced, slicesOf } from '#store/finding-slices.ts';
import { endOfDay, utcDay } from '#store/moment.ts';
import { rollUps, type RollUpTable } from '#store/roll-ups.ts';

/** Roll-ups that count every finding once, with the columns that tell all of them and the open ones, the least rows first. */
const counting: readonly { table: RollUpTable; all: string | undefined; open: string }[] = [
  { table: 'finding_open', all: 'held', open: 'open' },
  { table: 'finding_stage', all: 'held', open: 'open' },
  { table: 'finding_reach', all: undefined, open: 'open' },
  { table: 'finding_team', all: 'held', open: 'open' },
  { table: 'finding_day', all: 'found', open: 'open' },
];

/** Exact number of findings a filter matches: from a roll-up where one knows all that is asked, else counted one by one. */
export async function findingTotal(queries: Queries, filter: FindingFilter, past: boolean): Promise<number> {
  const statement = fromRollUp(filter, past) ?? oneByOne(filter, past);
  return numberOf(onlyRow(await queries.query(statement.sql, statement.parameters)), 'n');
}

interface Statement {
  sql: string;
  parameters: readonly Parameter[];
}

function fromRollUp(filter: FindingFilter, past: boolean): Statement | undefined {
  const parameters: Parameter[] = [];
  const value = (parameter: Parameter): string => `$${parameters.push(parameter)}`;
  const day = value(utcDay(filter.asOf));
  const conditions = askedConditions(filter, { day, isFixed: 'f.is_fixed' }, value).join(' and ').replaceAll('f.at_day', 'f.day');
  const asked = new Set([...conditions.matchAll(/\bf\.(\w+)/g)].map(([, column]) => column));
  for (const { table, all, open } of counting) {
    const keys = rollUps.find((rollUp) => rollUp.table === table)?.keys ?? [];
    const count = filter.openOnly === false ? all : open;
    if (count === undefined || [...asked].some((column) => !keys.some((key) => key === column))) continue;
    const on = countedOn([table], { day, end: past ? value(endOfDay(filter.asOf)) : '', past }, '');
    return {
      sql: `with ${on} select coalesce(sum(${count}), 0)::float8 as n from ${table} f ${conditions === '' ? '' : `where ${conditions}`}`,
      parameters,
    };
  }
  return fixedInWeek(filter, past);
}

/** A fix counts on its day in `finding_day` too, which then does not tell the day the finding was found. */
function fixedInWeek({ fixedWeek, openOnly, ...rest }: FindingFilter, past: boolean): Statement | undefined {
  if (fixedWeek === undefined || openOnly !== false || rest.foundWeek !== undefined || rest.foundFrom !== undefined || rest.foundTo !== undefined) return undefined;
  const all = fromRollUp({ ...rest, openOnly, foundWeek: fixedWeek }, past);
  return all === undefined ? undefined : { ...all, sql: all.sql.replace('sum(found), 0)', 'sum(fixed), 0)') };
}

function oneByOne(filter: FindingFilter, past: boolean): Statement {
  const parameters: Parameter[] = [];
  const value = (parameter: Parameter): string => `$${parameters.push(parameter)}`;
  if (!isSliced(filter)) {
    return { sql: `select count(*)::float8 as n from finding f where ${findingCondition(filter, past ? 'past' : 'newest', value)}`, parameters };
  }
  const sliced = partsOf(filter, past).flatMap((part) => {
    const condition = findingCondition(filter, part, value);
    return slicesOf(filter, part, value).map((slice) => `${condition} and ${slice}`);
  });
  return { sql: `select (${sliced.map((condition) => `(select count(*) from finding f where ${condition})`).join(' + ')})::float8 as n`, parameters };
}
