import { TextSet } from '#core/text-set.ts';
import { isAfter, type When } from '#core/time.ts';
import type { ImportContext, Importer, ImportItem, Source } from '#importers/importer.ts';
import { controlCharacters } from '#importers/csv/cell-problems.ts';
import { columnsInWords, doubtsInWords } from '#importers/csv/columns-in-words.ts';
import { openCsv, type CsvRow } from '#importers/csv/csv-table.ts';
import { DateColumn } from '#importers/csv/date-column.ts';
import { declaredDateOrder } from '#importers/csv/declared-date-order.ts';
import { headerInStart } from '#importers/csv/header-in-start.ts';
import { FieldColumns } from '#importers/csv/row-cells.ts';
import { checkIsFindings, findingColumnsOf, isFindingsHeader, type FindingField } from '#importers/findings-csv/finding-columns.ts';
import { findingRow, type FindingDates } from '#importers/findings-csv/finding-row.ts';
import { isGrantsHeader } from '#importers/grants/grant-columns.ts';
import { unseenOwner } from '#importers/matching/unseen-owner.ts';
import { PeopleIndex } from '#importers/matching/people.ts';
import { ServiceIndex } from '#importers/matching/services.ts';
import { lineNumber, quoted } from '#importers/reading/place.ts';
import { note, refuse, rejected, repaired, type Fault } from '#importers/reading/rejection.ts';
import { DecisionBook } from '#importers/scan/decision-book.ts';
import { FINDINGS_AT_A_TIME } from '#importers/scan/held-findings.ts';
import { HeldByName } from '#importers/scan/held-by-name.ts';
import { ReportTally } from '#importers/scan/report-tally.ts';
import { ScanOrigins } from '#importers/scan/scan-origins.ts';
import { ServicePlacing } from '#importers/scan/service-placing.ts';
import { entriesOfSightings, type PlacedSighting } from '#importers/scan/sighting-entries.ts';

/**
 * Findings as CSV, whatever the columns are called: DefectDojo's generic table and any other. The columns are guessed
 * from the header words and reported; `context.columnMapping` overrides the guess.
 */
export const findingsCsvImporter: Importer = {
  format: 'findings-csv',
  title: 'Findings (CSV, DefectDojo generic included)',
  specification: 'RFC 4180, with any of comma, semicolon, tab or bar as separator',
  detects(start) {
    const header = headerInStart(start);
    return !isGrantsHeader(header) && isFindingsHeader(header);
  },
  read: readFindings,
};

const dateFields = ['firstSeenAt', 'fixedAt', 'decidedAt', 'acceptedUntil'] as const;

async function* readFindings(source: Source, context: ImportContext): AsyncGenerator<ImportItem, void, undefined> {
  const file = source.name;
  const first = await openCsv(source);
  const guess = findingColumnsOf(first.header, context.columnMapping, file);
  checkIsFindings(guess, first.header, file);
  yield note(columnsInWords(guess, first.header, ['owner']));
  for (const doubt of doubtsInWords(guess)) yield note(doubt);
  const columns = new FieldColumns<FindingField>(guess, first.header);
  const look = await lookThrough(first.rows, columns, file, context.columnMapping);

  const tally = new ReportTally();
  const reading = {
    file, tool: 'csv', source: 'CSV', context, tally, scope: undefined, scannedAt: context.at, taken: new TextSet(),
    decisions: new DecisionBook(context.view), people: new PeopleIndex(context.view), heldByName: new HeldByName(context.view),
    origins: new ScanOrigins(context, []),
  };
  const placing = new ServicePlacing(context, new ServiceIndex(context.view), { repositories: [], names: [] });
  let waiting: PlacedSighting[] = [];
  for await (const item of (await openCsv(source)).rows) {
    if (item.type === 'rejected') {
      yield rejected(file, item.fault);
      continue;
    }
    const { row } = item;
    const control = controlCharacters(row, first.header, file);
    if (control !== undefined) yield control;
    const cells = columns.of(row);
    const owner = unseenOwner(cells.get('owner'));
    if (owner !== undefined) yield repaired(file, { place: lineNumber(row.line), ...owner });
    const dates = datesOf(row, columns, look);
    if ('fault' in dates) {
      yield rejected(file, dates.fault);
      continue;
    }
    for (const fault of laterThan(context.at, dates.dates)) yield repaired(file, { place: lineNumber(row.line), ...fault });
    const read = findingRow(cells, dates.dates);
    tally.rows += 1;
    if (read.type === 'rejected') yield rejected(file, read.fault);
    if (read.type === 'repaired') yield repaired(file, read.fault);
    if (read.type !== 'sighting') continue;
    const choice = placing.serviceOf(read.sighting.about);
    if (choice.type === 'service') waiting.push({ serviceId: choice.id, sighting: read.sighting });
    else yield rejected(file, { place: read.sighting.place, ...choice.fault });
    if (waiting.length < FINDINGS_AT_A_TIME) continue;
    yield* entriesOfSightings(waiting, reading);
    waiting = [];
  }
  yield* entriesOfSightings(waiting, reading);
  const unplaced = placing.onlyFault();
  if (unplaced !== undefined) refuse(file, { place: 'file', ...unplaced });
  if (tally.rows === 0) yield note('The table has no rows. Findings on the record stay as they are.');
  for (const line of tally.lines()) yield note(line);
}

/** A day on which something happened lies after the day of the import: that day is taken. */
function laterThan(at: When, { firstSeenAt, fixedAt, decidedAt }: FindingDates): readonly Omit<Fault, 'place'>[] {
  return [firstSeenAt, fixedAt, decidedAt].flatMap((when) => (when === undefined || !isAfter(when, at) ? [] : [{
    code: 'time-order', reason: `${quoted(when)} is after the day of the import; that day is taken.`, remedy: 'Correct the date at the source.',
  }]));
}

type DateColumns = Readonly<Record<(typeof dateFields)[number], DateColumn>>;

/**
 * A first pass: the order of day and month that each column shows, and rows that claim the id of another. Two rows of
 * one id with different cells refuse the table, since neither is the right one and a reader cannot tell which counts.
 */
async function lookThrough(
  rows: AsyncIterable<{ type: 'row'; row: CsvRow } | { type: 'rejected' }>,
  columns: FieldColumns<FindingField>,
  file: string,
  mapping: ImportContext['columnMapping'],
): Promise<DateColumns> {
  const column = (field: (typeof dateFields)[number]): DateColumn => new DateColumn(columns.name(field), declaredDateOrder(mapping, columns.name(field)));
  const dates: DateColumns = { firstSeenAt: column('firstSeenAt'), fixedAt: column('fixedAt'), decidedAt: column('decidedAt'), acceptedUntil: column('acceptedUntil') };
  const seen = new Map<string, { line: number; cells: string }>();
  for await (const item of rows) {
    if (item.type === 'rejected') continue;
    for (const field of dateFields) dates[field].look(columns.cell(item.row, field));
    const id = columns.cell(item.row, 'id');
    if (id === '') continue;
    const cells = JSON.stringify(item.row.cells);
    const before = seen.get(id);
    if (before === undefined) seen.set(id, { line: item.row.line, cells });
    else if (before.cells !== cells) {
      refuse(file, { place: lineNumber(item.row.line), code: 'duplicate-id', reason: `The id ${quoted(id)} stands on lines ${before.line} and ${item.row.line} with different cells.`, remedy: 'Give every finding its own id; neither row is guessed to be the right one.' });
    }
  }
  return dates;
}

function datesOf(row: CsvRow, columns: FieldColumns<FindingField>, look: DateColumns): { dates: FindingDates } | { fault: { place: string; code: string; reason: string; remedy: string } } {
  const dates: Record<(typeof dateFields)[number], When | undefined> = { firstSeenAt: undefined, fixedAt: undefined, decidedAt: undefined, acceptedUntil: undefined };
  for (const field of dateFields) {
    const cell = look[field].read(columns.cell(row, field));
    if (cell.type === 'date') dates[field] = cell.when;
    if (cell.type === 'fault') return { fault: { place: lineNumber(row.line), code: cell.code, reason: cell.reason, remedy: cell.remedy } };
  }
  return { dates };
}
