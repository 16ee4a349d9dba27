import type { Service, ServiceExposure } from '#core/record/entities.ts';
import { stampOf as stampIn } from '#core/record/view.ts';
import { sourceOfFile } from '#core/sources/delivery.ts';
import type { ImportContext, Importer, ImportItem, Source } from '#importers/importer.ts';
import { controlCharacters } from '#importers/csv/cell-problems.ts';
import { isBlank } from '#importers/csv/cell-text.ts';
import { declaredColumns, type ColumnGuess } from '#importers/csv/columns.ts';
import { columnsInWords, doubtsInWords } from '#importers/csv/columns-in-words.ts';
import { openCsv, type CsvHeader } from '#importers/csv/csv-table.ts';
import { headerInStart } from '#importers/csv/header-in-start.ts';
import { FieldColumns, type RowCells } from '#importers/csv/row-cells.ts';
import { identifierText, plainName } from '#importers/matching/plain-name.ts';
import { ServiceIndex } from '#importers/matching/services.ts';
import { definedOnly, stampOf } from '#importers/matching/stamp.ts';
import { teamIndex } from '#importers/matching/teams.ts';
import { lineNumber, quoted } from '#importers/reading/place.ts';
import { note, refuse, rejected, repaired, WHOLE_FILE, type Fault } from '#importers/reading/rejection.ts';
import { count } from '#importers/reading/report-words.ts';
import { isIdentifier, storedText } from '#importers/reading/stored-text.ts';
import { guessOwnerMapping, isOwnersHeader, ownerFields, type OwnerField } from '#importers/owners-csv/owner-columns.ts';

/**
 * A table of services with the team that owns each: what a catalog of configuration items exports. It gives a service its
 * owning team where the record has none or has it from this same table; where another source named another team, that
 * one stays and the difference is shown. Nobody gets authority by it.
 */
export const ownersCsvImporter: Importer = {
  format: 'owners-csv',
  title: 'Services and their teams (CSV)',
  specification: 'RFC 4180, with any of comma, semicolon, tab or bar as separator',
  detects: (start) => isOwnersHeader(headerInStart(start)),
  read: readOwners,
};

const exposures: ReadonlyMap<string, ServiceExposure> = new Map([
  ['internet', 'internet'], ['public', 'internet'], ['external', 'internet'], ['partner', 'partner'], ['internal', 'internal'], ['private', 'internal'], ['unknown', 'unknown'],
]);

async function* readOwners(source: Source, context: ImportContext): AsyncGenerator<ImportItem, void, undefined> {
  const file = source.name;
  const table = await openCsv(source);
  const guess = columnsOf(table.header, context.columnMapping, file);
  yield note(columnsInWords(guess, table.header, []));
  for (const doubt of doubtsInWords(guess)) yield note(doubt);
  const columns = new FieldColumns<OwnerField>(guess, table.header);
  const stamp = stampOf(context, file, 'documented');
  const services = new ServiceIndex(context.view);
  const teams = teamIndex(context.view);
  const seen = new Map<string, { line: number; team: string }>();
  const strangers = new Set<string>();
  for await (const item of table.rows) {
    if (item.type === 'rejected') {
      yield rejected(file, item.fault);
      continue;
    }
    const { row } = item;
    const place = lineNumber(row.line);
    const control = controlCharacters(row, table.header, file);
    if (control !== undefined) yield control;
    const cells = columns.of(row);
    const id = services.match(cells.get('service')) ?? services.match(cells.get('name')) ?? (cells.get('service') === '' ? identifierText(cells.get('name')) : cells.get('service'));
    const fault = faultOf(id, cells);
    if (fault !== undefined) {
      yield rejected(file, { place, ...fault });
      continue;
    }
    const stated = cells.get('team');
    const team = teams.get(plainName(stated)) ?? identifierText(stated);
    const before = seen.get(id);
    if (before !== undefined && before.team === team) continue;
    if (before !== undefined) {
      refuse(file, { place, code: 'owner-ambiguous', reason: `${quoted(id)} stands on lines ${before.line} and ${row.line} with different teams.`, remedy: 'Keep one row; neither is guessed to be the right one.' });
    }
    seen.set(id, { line: row.line, team });
    if (!context.view.teams.has(team)) strangers.add(team);
    const word = cells.get('exposure').toLowerCase();
    if (!isBlank(word) && !exposures.has(word)) yield repaired(file, { place, code: 'enum', reason: `${quoted(word)} is no exposure; it is passed over.`, remedy: 'Write internet, partner or internal.' });
    const held = context.view.services.get(id);
    const keeps = held?.teamId !== undefined && held.teamId !== team && !isFromHere(context, id, file);
    if (keeps) yield { type: 'note', text: `It names ${quoted(team)} as owner of ${quoted(id)}; the record holds ${quoted(held.teamId)}, which stays.`, claim: { serviceId: id, teamId: team } };
    else yield { type: 'entry', entry: { kind: 'services', entity: serviceOf(id, cells, held, team), stamp }, place };
  }
  if (strangers.size > 0) yield note(`${count(strangers.size, 'team')} not on the record: ${[...strangers].slice(0, 10).map(quoted).join(', ')}. Their services count as without a team until they are.`);
}

function columnsOf(header: CsvHeader, declared: ImportContext['columnMapping'], file: string): ColumnGuess {
  const guessed = guessOwnerMapping(header.names);
  const guess = declared === undefined ? guessed : declaredColumns(guessed, declared, header.names, ownerFields, file);
  const fields = new Set(Object.values(guess.mapping));
  if (fields.has('team') && (fields.has('service') || fields.has('name'))) return guess;
  return refuse(file, {
    place: WHOLE_FILE, code: 'not-owners', reason: `The columns ${header.names.slice(0, 8).map(quoted).join(', ')} do not say which team owns which service.`,
    remedy: 'Map one column to "service" and one to "team" with --columns.',
  });
}

function faultOf(id: string, cells: RowCells<OwnerField>): Omit<Fault, 'place'> | undefined {
  if (id === '') return { code: 'id-missing', reason: 'The row names no service.', remedy: 'Fill in the service.' };
  if (!isIdentifier(id)) return { code: 'id-format', reason: `${quoted(id)} cannot be an id.`, remedy: 'Use letters, digits and signs that can be seen.' };
  if (isBlank(cells.get('team'))) return { code: 'owner-missing', reason: `${quoted(id)} has no team in the table.`, remedy: 'Fill in the team that owns it.' };
  return undefined;
}

/** True where the team the record holds came from an earlier copy of this table, which it now corrects. */
function isFromHere({ view }: ImportContext, id: string, file: string): boolean {
  const source = stampIn(view, 'services', id)?.source;
  return source !== undefined && sourceOfFile(null, source) === sourceOfFile(null, file);
}

function serviceOf(id: string, cells: RowCells<OwnerField>, held: Service | undefined, teamId: string): Service {
  const known = (field: OwnerField): string | undefined => (isBlank(cells.get(field)) ? undefined : storedText(cells.get(field)));
  return definedOnly<Service>({
    ...held,
    id,
    name: held?.name ?? known('name'),
    teamId,
    repository: held?.repository ?? known('repository'),
    exposure: exposures.get(cells.get('exposure').toLowerCase()) ?? held?.exposure ?? 'unknown',
    processId: held?.processId ?? known('process'),
  });
}
