import type { Person } from '#core/record/entities.ts';
import type { Entry } from '#core/record/entry.ts';
import type { ImportContext, Importer, ImportItem, Source } from '#importers/importer.ts';
import { columnsInWords, doubtsInWords } from '#importers/csv/columns-in-words.ts';
import { openCsv, type CsvRow } from '#importers/csv/csv-table.ts';
import { dollarOf } from '#importers/csv/dollar.ts';
import { headerInStart, isTableName } from '#importers/csv/header-in-start.ts';
import { FieldColumns } from '#importers/csv/row-cells.ts';
import { sameIds, type IdentifiedRow } from '#importers/csv/same-ids.ts';
import { isGrantsHeader } from '#importers/grants/grant-columns.ts';
import { PeopleIndex } from '#importers/matching/people.ts';
import { plainName } from '#importers/matching/plain-name.ts';
import { ServiceIndex } from '#importers/matching/services.ts';
import { stableHash } from '#importers/matching/stable-hash.ts';
import { stampOf } from '#importers/matching/stamp.ts';
import { lineNumber, quoted } from '#importers/reading/place.ts';
import { note, rejected } from '#importers/reading/rejection.ts';
import { isIdentifier } from '#importers/reading/stored-text.ts';
import { decisionOf, evidenceOf } from '#importers/register/decision-row.ts';
import { FindingIndex } from '#importers/register/finding-index.ts';
import { checkIsRegister, columnsOf, isRegisterHeader } from '#importers/register/register-columns.ts';
import type { RegisterField } from '#importers/register/register-fields.ts';
import { collectRows } from '#importers/register/register-rows.ts';
import { RegisterTally } from '#importers/register/register-tally.ts';
import { datesOf, labelOf, riskOf, type RegisterReading, type RowFault } from '#importers/register/risk-row.ts';

/**
 * Risk registers as CSV, whatever their columns are called. The columns are guessed from the header words and
 * reported; `context.columnMapping` overrides the guess (field by column name, `ignore` for none,
 * `openedAt:DD/MM/YYYY` to declare an order of day and month).
 */
export const registerCsvImporter: Importer = {
  format: 'register-csv',
  title: 'Risk register (CSV)',
  linksFindings: true,
  specification: 'RFC 4180, with any of comma, semicolon, tab or bar as separator',
  detects(start, name) {
    const header = headerInStart(start);
    if (isGrantsHeader(header)) return false;
    return isTableName(name) || isRegisterHeader(header);
  },
  read: readRegister,
};

async function* readRegister(source: Source, context: ImportContext): AsyncGenerator<ImportItem, void, undefined> {
  const file = source.name;
  const table = await openCsv(source);
  const guess = columnsOf(table.header, context.columnMapping, file);
  checkIsRegister(guess, table.header, file);
  yield note(columnsInWords(guess, table.header, ['rating', 'likelihoodWord', 'lossWord']));
  for (const doubt of doubtsInWords(guess)) yield note(doubt);

  const columns = new FieldColumns<RegisterField>(guess, table.header);
  const { rows, dates, isScale, formulas, items } = await collectRows(source, table, columns, context.columnMapping);
  yield* items;
  const tally = new RegisterTally();
  tally.rows = rows.length;
  tally.formulas = formulas;
  const reading: RegisterReading = {
    people: new PeopleIndex(context.view),
    services: new ServiceIndex(context.view),
    findings: new FindingIndex(context.view),
    dates,
    money: { dollar: dollarOf(context.view.policy.currency), isScale },
    at: context.at,
    defaultServiceId: context.defaults.serviceId,
    tally,
  };
  yield* readRows(await identify(rows, columns, tally), columns, reading, source, context);
  const hasRating = Object.values(guess.mapping).some((field) => ['rating', 'likelihoodWord', 'lossWord'].includes(field));
  for (const line of tally.lines(hasRating, isScale, context.at)) yield note(line);
}

/** Rows with their ids; a row without one gets an id made from its words, the same at every import. */
async function identify(
  rows: readonly CsvRow[],
  columns: FieldColumns<RegisterField>,
  tally: RegisterTally,
): Promise<readonly IdentifiedRow[]> {
  const identified: IdentifiedRow[] = [];
  for (const row of rows) {
    const stated = columns.cell(row, 'id');
    if (stated !== '') {
      identified.push({ id: stated, row });
      continue;
    }
    const cells = columns.of(row);
    tally.derivedIds += 1;
    const hash = await stableHash(`${plainName(labelOf(cells))}\n${plainName(cells.get('services'))}`);
    identified.push({ id: `risk:${hash.slice(0, 12)}`, row });
  }
  return identified;
}

function* readRows(
  rows: readonly IdentifiedRow[],
  columns: FieldColumns<RegisterField>,
  reading: RegisterReading,
  source: Source,
  context: ImportContext,
): Generator<ImportItem, void, undefined> {
  const { conflicts, repeats } = sameIds(rows);
  const stamp = stampOf(context, source.name, 'reported');
  const people = new Map<string, Person>();
  for (const { id, row } of rows) {
    const place = lineNumber(row.line);
    if (repeats.has(row)) {
      reading.tally.repeated += 1;
      continue;
    }
    const outcome = rowEntries(id, row, conflicts.get(id), columns, reading, context);
    if (!('entries' in outcome)) {
      yield rejected(source.name, { place, ...outcome });
      continue;
    }
    for (const person of outcome.persons) {
      if (people.has(person.id)) continue;
      people.set(person.id, person);
      yield { type: 'entry', entry: { kind: 'persons', entity: person, stamp }, place };
    }
    for (const entry of outcome.entries) yield { type: 'entry', entry: { ...entry, stamp }, place };
  }
}

interface RowEntries {
  entries: readonly Entry[];
  persons: readonly Person[];
}

function rowEntries(
  id: string,
  row: CsvRow,
  sharing: readonly CsvRow[] | undefined,
  columns: FieldColumns<RegisterField>,
  reading: RegisterReading,
  context: ImportContext,
): RowEntries | RowFault {
  const cells = columns.of(row);
  const fault = idFault(id, sharing) ?? labelFault(labelOf(cells));
  if (fault !== undefined) return fault;
  const dates = datesOf(cells, reading);
  if ('code' in dates) return dates;
  const held = context.view.risks.get(id);
  const outcome = riskOf(id, cells, dates, held, reading);
  if ('code' in outcome) return outcome;
  const { risk } = outcome;
  if (held?.label !== undefined && !sharesWord(held.label, risk.label ?? '')) reading.tally.otherRisks.add(id);
  reading.tally.risks += 1;
  const decided = decisionOf(risk, cells, dates, (decisionId) => context.view.decisions.get(decisionId)?.at, reading);
  const known = evidenceOf(risk, cells, dates, reading);
  const stamp = {};
  return {
    persons: [...outcome.persons, ...(decided?.persons ?? []), ...(known?.persons ?? [])],
    entries: [
      { kind: 'risks', entity: risk, stamp },
      ...(known === undefined ? [] : [{ kind: 'evidence' as const, entity: known.evidence, stamp }]),
      ...(decided === undefined ? [] : [{ kind: 'decisions' as const, entity: decided.decision, stamp }]),
    ],
  };
}

function idFault(id: string, sharing: readonly CsvRow[] | undefined): RowFault | undefined {
  if (/^\d(\.\d+)?E\+\d+$/i.test(id) || !isIdentifier(id)) {
    return {
      code: 'id-format',
      reason: `${quoted(id)} is not the id it once was: a spreadsheet program may have rewritten it.`,
      remedy: 'Format the column as text at the source and export it again.',
    };
  }
  if (sharing === undefined) return undefined;
  return {
    code: 'duplicate-id',
    reason: `The id ${quoted(id)} stands on lines ${sharing.map(({ line }) => line).slice(0, 10).join(', ')} with different cells.`,
    remedy: 'Give every risk its own id; none of these rows is guessed to be the right one.',
  };
}

function labelFault(label: string): RowFault | undefined {
  if (label !== '') return undefined;
  return { code: 'title-missing', reason: 'The row does not say what the risk is.', remedy: 'Fill in the title.' };
}

/** A changed title keeps a word or two; a register of another department that counts from 1 again does not. */
function sharesWord(before: string, after: string): boolean {
  const words = new Set(plainName(before).split(' ').filter((word) => word.length > 3));
  return words.size === 0 || plainName(after).split(' ').some((word) => words.has(word));
}
