import { TextSet } from '#core/text-set.ts';
import type { ImportContext, Importer, ImportItem, Source } from '#importers/importer.ts';
import { PeopleIndex } from '#importers/matching/people.ts';
import { ServiceIndex } from '#importers/matching/services.ts';
import { faultOfFlaw } from '#importers/reading/flaw.ts';
import { limits } from '#importers/reading/limits.ts';
import { inDigits, pointerOf, type PathStep } from '#importers/reading/place.ts';
import { note, refuse, rejected, repaired, WHOLE_FILE, type Fault } from '#importers/reading/rejection.ts';
import { DecisionBook } from '#importers/scan/decision-book.ts';
import { HeldByName } from '#importers/scan/held-by-name.ts';
import { FINDINGS_AT_A_TIME } from '#importers/scan/held-findings.ts';
import type { JsonKind, PickerEvents } from '#importers/scan/json-picker.ts';
import { pickJson } from '#importers/scan/pick-json.ts';
import type { ReportFormat, RowReader } from '#importers/scan/report-format.ts';
import { readHeader } from '#importers/scan/report-header.ts';
import { goneFindings } from '#importers/scan/gone-findings.ts';
import { ReportTally } from '#importers/scan/report-tally.ts';
import { ScanOrigins } from '#importers/scan/scan-origins.ts';
import { ServicePlacing } from '#importers/scan/service-placing.ts';
import type { ReportRow } from '#importers/scan/sighting.ts';
import { entriesOfSightings, type PlacedSighting } from '#importers/scan/sighting-entries.ts';
import { notAfter } from '#importers/scan/when-text.ts';

/**
 * The importer of a format whose rows are findings. Rows are handed over as they are read, so that the memory a file
 * costs does not grow with it. A report is refused where it cannot be parsed, or where none of its rows can be put on
 * a service; every other oddity is listed and the rest is taken.
 */
export function reportImporter(format: ReportFormat): Importer {
  const { format: name, title, specification } = format;
  return {
    format: name,
    title,
    specification,
    linksFindings: format.linksFindings === true,
    detects: (start, file) => format.detects(start, file),
    read: (source, context) => readReport(format, source, context),
  };
}

async function* readReport(format: ReportFormat, source: Source, context: ImportContext): AsyncGenerator<ImportItem, void, undefined> {
  const file = source.name;
  const drop = new Set(format.drop);
  const header = await readHeader(source, format.header, drop);
  format.check?.(header, file);
  const odd = format.odd?.(header);
  if (odd !== undefined) yield repaired(file, odd);
  const tally = new ReportTally();
  const reading = {
    file, tool: format.tool, context, tally,
    source: format.source?.(header) ?? format.tool,
    scannedAt: notAfter(format.scannedAt(header) ?? context.at, context.at),
    scope: format.scope?.(header),
    decisions: new DecisionBook(context.view),
    people: new PeopleIndex(context.view),
    heldByName: new HeldByName(context.view),
    origins: new ScanOrigins(context, format.builds?.(header) ?? []),
    taken: new TextSet(),
  };
  const placing = new ServicePlacing(context, new ServiceIndex(context.view), format.subject(header));
  const pass = new RowPass(format, format.reader(header), file);
  const pieces = pickJson(source, { take: format.rows, drop, watchDepth: 3 }, pass);
  const waiting: PlacedSighting[] = [];
  for (let isDone = false; !isDone; ) {
    const piece = await pieces.next();
    isDone = piece.done === true;
    for (const row of pass.rows.splice(0)) {
      if (row.type === 'sighting') tally.rows += 1;
      const placed = yield* placedRow(row, file, tally, placing);
      if (placed !== undefined) waiting.push(placed);
    }
    while (waiting.length >= FINDINGS_AT_A_TIME) yield* entriesOfSightings(waiting.splice(0, FINDINGS_AT_A_TIME), reading);
    if (piece.done !== true) continue;
    yield* entriesOfSightings(waiting, reading);
    for (const flaw of piece.value) yield repaired(file, faultOfFlaw(flaw));
  }
  if (context.completeScan === true) yield* goneFindings(reading, placing.services());
  const unplaced = placing.onlyFault();
  if (unplaced !== undefined) refuse(file, { place: WHOLE_FILE, ...unplaced });
  for (const { fault, rows } of placing.faults()) yield note(`${fault.reason} ${inDigits(rows)} rows of it are not taken.`);
  if (tally.rows === 0) yield note('The file holds no finding. Findings on the record stay as they are.');
  for (const line of tally.lines()) yield note(line);
}

/** The row on its service, or what is said of it in the report. */
function* placedRow(row: ReportRow, file: string, tally: ReportTally, placing: ServicePlacing): Generator<ImportItem, PlacedSighting | undefined, undefined> {
  switch (row.type) {
    case 'rejected':
      yield rejected(file, row.fault);
      return undefined;
    case 'repaired':
      yield repaired(file, row.fault);
      return undefined;
    case 'passed-over':
      tally.passOver(row.why);
      return undefined;
    case 'sighting': {
      const { sighting } = row;
      const choice = placing.serviceOf(sighting.about);
      if (choice.type === 'service') return { serviceId: choice.id, sighting };
      yield rejected(file, { place: sighting.place, ...choice.fault });
      return undefined;
    }
  }
}

/** Collects the rows of a JSON text as it streams past. */
class RowPass implements PickerEvents {
  readonly rows: ReportRow[] = [];
  readonly #format: ReportFormat;
  readonly #read: RowReader;
  readonly #file: string;
  #count = 0;

  constructor(format: ReportFormat, read: RowReader, file: string) {
    this.#format = format;
    this.#read = read;
    this.#file = file;
  }

  begins(path: readonly PathStep[], kind: JsonKind): void {
    if (path.length === 0) this.#refuse('/', 'schema', `The file holds a single value and no ${this.#format.title}.`, 'Look at the step that wrote the file.');
    const place = pointerOf(path);
    if (kind !== 'object' || !this.#format.lists.includes(place.replaceAll(/\/\d+(?=\/|$)/g, '/*'))) return;
    this.rows.push({ type: 'rejected', fault: { place, code: 'schema', reason: 'There is an object where a list is expected.', remedy: 'Export it again.' } });
  }

  /** Nothing depends on where a part of a report ends. */
  ends(): void {}

  taken(path: readonly PathStep[], value: unknown): void {
    const place = pointerOf(path);
    for (const row of this.#read(path, value)) {
      this.#count += 1;
      if (this.#count > limits.streamedResults) {
        this.#refuse(place, 'too-many-results', `The file has more than ${inDigits(limits.streamedResults)} rows.`, 'Split it and import the parts.');
      }
      this.rows.push(row);
    }
  }

  #refuse(place: string, code: string, reason: string, remedy: string): never {
    const fault: Fault = { place, code, reason, remedy };
    return refuse(this.#file, fault);
  }
}
