import { numberOf, onlyRow, type Queries } from '#store/database.ts';
import { countedWithTexts, countedRows, rollUps, type RollUp } from '#store/roll-ups.ts';

const chains = `
  select count(*) from (
    select superseded_at, lead(recorded_at) over (partition by id order by recorded_at, seq) as next_at from finding
  ) chain where superseded_at is distinct from next_at`;

/** What is derived from the versions against a recount of all of them; in plain words, empty when nothing differs. */
export async function derivedDifferences(queries: Queries, versions: number): Promise<readonly string[]> {
  const row = onlyRow(
    await queries.query(`
      select ((select count(*) from entry) + (select count(*) from finding))::int as held, (${chains})::int as chains, ${rollUps.map((rollUp) => `(${differences(rollUp)})::int as ${rollUp.table}`).join(', ')}`),
  );
  const found: string[] = [];
  const held = numberOf(row, 'held');
  if (held !== versions) found.push(`The database holds ${held} versions, the ledger ${versions}.`);
  const say = (column: string, what: string): void => {
    if (numberOf(row, column) > 0) found.push(`${numberOf(row, column)} ${what}.`);
  };
  say('chains', 'findings do not point at their next version');
  for (const { table } of rollUps) say(table, `counts of ${table} differ from a recount`);
  return found;
}

/** Rows of a roll-up that a recount has otherwise, or not, or that it alone has; a row of noughts is as good as none. */
function differences(rollUp: RollUp): string {
  const names = Object.keys(rollUp.counts);
  const all = [...rollUp.keys, ...names].join(', ');
  const some = names.map((name) => `${name} <> 0`).join(' or ');
  const held = `select ${all} from ${rollUp.table} where ${some}`;
  const counted = `select ${all} from (${countedRows(rollUp, `(select ${countedWithTexts} from finding)`)}) recounted where ${some}`;
  return `select count(*) from ((select * from (${held}) a except all select * from (${counted}) b) union all (select * from (${counted}) c except all select * from (${held}) d)) differing`;
}
