import type { AuthorityGrant } from '#core/record/entities.ts';
import type { ImportContext, Importer, ImportItem, Source } from '#importers/importer.ts';
import { controlCharacters } from '#importers/csv/cell-problems.ts';
import { declaredColumns, type ColumnGuess } from '#importers/csv/columns.ts';
import { columnsInWords, doubtsInWords } from '#importers/csv/columns-in-words.ts';
import { openCsv, type CsvHeader, type CsvRow } from '#importers/csv/csv-table.ts';
import { DateColumn } from '#importers/csv/date-column.ts';
import { declaredDateOrder } from '#importers/csv/declared-date-order.ts';
import { dollarOf } from '#importers/csv/dollar.ts';
import { headerInStart } from '#importers/csv/header-in-start.ts';
import { FieldColumns } from '#importers/csv/row-cells.ts';
import { sameIds } from '#importers/csv/same-ids.ts';
import { grantDateFields, grantFields, guessGrantMapping, isGrantsHeader, type GrantDateField, type GrantField } from '#importers/grants/grant-columns.ts';
import { grantOf, type GrantReading } from '#importers/grants/grant-row.ts';
import { GrantTally } from '#importers/grants/grant-tally.ts';
import { PeopleIndex } from '#importers/matching/people.ts';
import { ServiceIndex } from '#importers/matching/services.ts';
import { stableHash } from '#importers/matching/stable-hash.ts';
import { stampOf } from '#importers/matching/stamp.ts';
import { teamIndex } from '#importers/matching/teams.ts';
import { lineNumber, quoted } from '#importers/reading/place.ts';
import { note, refuse, rejected, WHOLE_FILE } from '#importers/reading/rejection.ts';
import { isIdentifier } from '#importers/reading/stored-text.ts';

/** Grants of authority as CSV: who may decide, by whose leave, up to what, over what, from when to when. */
export const grantsCsvImporter: Importer = {
  format: 'grants-csv',
  title: 'Authority grants (CSV)',
  specification: 'RFC 4180, with any of comma, semicolon, tab or bar as separator',
  detects: (start) => isGrantsHeader(headerInStart(start)),
  read: readGrants,
};

async function* readGrants(source: Source, context: ImportContext): AsyncGenerator<ImportItem, void, undefined> {
  const file = source.name;
  const table = await openCsv(source);
  const guess = columnsOf(table.header, context.columnMapping, file);
  yield note(columnsInWords(guess, table.header, []));
  for (const doubt of doubtsInWords(guess)) yield note(doubt);
  const columns = new FieldColumns<GrantField>(guess, table.header);
  const dates = new Map<GrantDateField, DateColumn>();
  for (const field of grantDateFields) {
    const name = columns.name(field);
    if (columns.has(field)) dates.set(field, new DateColumn(name, declaredDateOrder(context.columnMapping, name)));
  }
  const rows: CsvRow[] = [];
  for await (const item of table.rows) {
    if (item.type === 'rejected') {
      yield rejected(file, item.fault);
      continue;
    }
    const repair = controlCharacters(item.row, table.header, file);
    if (repair !== undefined) yield repair;
    for (const [field, column] of dates) column.look(columns.cell(item.row, field));
    rows.push(item.row);
  }
  const { currency } = context.view.policy;
  const tally = new GrantTally();
  tally.rows = rows.length;
  yield* readRows(rows, columns, source, context, {
    people: new PeopleIndex(context.view),
    services: new ServiceIndex(context.view),
    teams: teamIndex(context.view),
    dates,
    currency: currency ?? 'USD',
    dollar: dollarOf(currency),
    tally,
  });
  for (const line of tally.lines()) yield note(line);
}

function columnsOf(header: CsvHeader, declared: ImportContext['columnMapping'], file: string): ColumnGuess {
  const guessed = guessGrantMapping(header.names);
  const guess = declared === undefined ? guessed : declaredColumns(guessed, declared, header.names, grantFields, file);
  if (Object.values(guess.mapping).includes('grantee')) return guess;
  return refuse(file, {
    place: WHOLE_FILE,
    code: 'not-grants',
    reason: `The columns ${header.names.slice(0, 8).map(quoted).join(', ')} are not those of a table of grants.`,
    remedy: 'A table of grants has a column for the grantee, and one for the grantor or the limit.',
  });
}

interface PreparedRow {
  row: CsvRow;
  /** As stated, else made from the grant; empty where the row states neither. */
  id: string;
  outcome: ReturnType<typeof grantOf>;
}

async function* readRows(
  rows: readonly CsvRow[],
  columns: FieldColumns<GrantField>,
  source: Source,
  context: ImportContext,
  reading: GrantReading,
): AsyncGenerator<ImportItem, void, undefined> {
  const stamp = stampOf(context, source.name, 'documented');
  const prepared = await Promise.all(rows.map((row) => prepare(row, columns, reading)));
  refuseWithoutGrantors(prepared, source.name);
  const { conflicts, repeats } = sameIds(prepared.filter(({ id }) => id !== ''));
  const persons = new Set<string>();
  for (const { row, id, outcome } of prepared) {
    const place = lineNumber(row.line);
    if (repeats.has(row)) {
      reading.tally.repeated += 1;
      continue;
    }
    const taken = 'code' in outcome ? outcome : (idFault(id, conflicts.get(id)) ?? outcome);
    if ('code' in taken) {
      yield rejected(source.name, { place, ...taken });
      continue;
    }
    for (const person of taken.persons) {
      if (persons.has(person.id)) continue;
      persons.add(person.id);
      yield { type: 'entry', entry: { kind: 'persons', entity: person, stamp }, place };
    }
    reading.tally.grants += 1;
    yield { type: 'entry', entry: { kind: 'grants', entity: withHeldLimits({ ...taken.grant, id }, context, columns.has('annualLimit')), stamp }, place };
  }
}

/** A table has no column for limits on the year but one: what the record holds of the others stays, or authority would grow unnoticed. */
function withHeldLimits(grant: AuthorityGrant, { view }: ImportContext, statesAnnual: boolean): AuthorityGrant {
  const held = view.grants.get(grant.id);
  if (held?.limits === undefined || held.granteeId !== grant.granteeId) return grant;
  const { expectedAnnualLoss, ...others } = held.limits;
  const annual = statesAnnual ? grant.limits?.expectedAnnualLoss : expectedAnnualLoss;
  return { ...grant, limits: { ...(annual === undefined ? {} : { expectedAnnualLoss: annual }), ...others } };
}

/** A table in which not one row says who gave the authority is no record of authority given. */
function refuseWithoutGrantors(prepared: readonly PreparedRow[], file: string): void {
  const [first] = prepared;
  if (first === undefined || !('code' in first.outcome)) return;
  if (!prepared.every(({ outcome }) => 'code' in outcome && outcome.code === 'needs-grantor')) return;
  refuse(file, { place: lineNumber(first.row.line), ...first.outcome });
}

async function prepare(row: CsvRow, columns: FieldColumns<GrantField>, reading: GrantReading): Promise<PreparedRow> {
  const outcome = grantOf(columns.of(row), reading);
  const stated = columns.cell(row, 'id');
  const id = stated !== '' || 'code' in outcome ? stated : await derivedId(outcome.grant);
  return { row, id, outcome };
}

/** Made from what a grant is, not from what may change about it: limit, end, revocation and acceptance. */
async function derivedId(grant: Omit<AuthorityGrant, 'id'>): Promise<string> {
  const { granteeId, grantorId, from, scope } = grant;
  const hash = await stableHash(JSON.stringify([granteeId, grantorId, from, scope?.services, scope?.teams, scope?.kinds]));
  return `grant:${hash.slice(0, 12)}`;
}

function idFault(id: string, sharing: readonly CsvRow[] | undefined): { code: string; reason: string; remedy: string } | undefined {
  if (!isIdentifier(id)) {
    return { code: 'id-format', reason: `${quoted(id)} cannot be an id.`, remedy: 'Use letters, digits and signs that can be seen.' };
  }
  if (sharing === undefined) return undefined;
  return {
    code: 'duplicate-id',
    reason: `The id ${quoted(id)} stands on lines ${sharing.map(({ line }) => line).slice(0, 10).join(', ')} with different cells.`,
    remedy: 'Give every grant its own id; none of these rows is guessed to be the right one.',
  };
}
