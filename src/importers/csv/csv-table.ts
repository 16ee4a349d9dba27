import type { Source } from '#importers/importer.ts';
import { CsvReader, type CsvRecord } from '#importers/csv/csv-reader.ts';
import { declaredDelimiter, isAboveHeader, sniffDelimiter, type Delimiter } from '#importers/csv/delimiter.ts';
import { forbiddenKeys } from '#importers/reading/flaw.ts';
import { limits } from '#importers/reading/limits.ts';
import { inDigits, lineNumber, quoted } from '#importers/reading/place.ts';
import { refuse, WHOLE_FILE, type Fault } from '#importers/reading/rejection.ts';
import { readStart, textChunks } from '#importers/reading/text.ts';

export interface CsvHeader {
  /** Line of the file the names stand on. */
  line: number;
  /** Column names, trimmed, in the order of the file; an unnamed column is `''`. */
  names: readonly string[];
  /** The names as one line: the key under which a column mapping is saved. */
  text: string;
  delimiter: Delimiter;
}

/** A data row: exactly as many cells as the header has names. */
export interface CsvRow {
  line: number;
  cells: readonly string[];
}

type CsvItem = { type: 'row'; row: CsvRow } | { type: 'rejected'; fault: Fault };

export interface CsvTable {
  header: CsvHeader;
  /** Reads on from the header; may be walked once. */
  rows: AsyncIterable<CsvItem>;
}

/**
 * Opens a CSV source at its header: lines above it, such as `sep=`, `#` lines and the name of the table, are passed
 * over, then the separator is taken from the header line. Rows whose cells do not match the header are rejected one by one
 * and never shifted; everything else about the rows is left to the caller. A table of at most `mostRows` rows is read.
 *
 * @throws SourceRefused with `not-csv`, `csv-no-header`, `csv-too-many-columns`, `csv-duplicate-header`,
 * `forbidden-key`, `csv-too-many-rows`, and as `CsvReader` and `textChunks`.
 */
export async function openCsv(source: Source, mostRows: number = limits.results): Promise<CsvTable> {
  await refuseWorkbook(source);
  const chunks = textChunks(source);
  const opening = await readOpening(chunks, source.name);
  const records = recordsOf(chunks, opening, source.name);
  const first = await records.next();
  if (first.done === true) return refuseHeader(source.name);
  const header = headerOf(first.value, opening.delimiter, source.name);
  return { header, rows: rowsOf(records, header, source.name, mostRows) };
}

/** A table whose names have not come by then has none. */
const MOST_LINES_ABOVE = 100;

interface Opening {
  line: number;
  rest: string;
  delimiter: Delimiter;
}

async function readOpening(chunks: AsyncIterator<string>, file: string): Promise<Opening> {
  let text = '';
  let line = 1;
  let declared: Delimiter | undefined;
  for (;;) {
    const end = /\r\n|\n|\r(?!$)/.exec(text);
    const next = end === null ? await chunks.next() : undefined;
    if (next !== undefined && next.done !== true) {
      text += next.value;
      if (text.length <= limits.stringLength || /[\r\n]/.test(text)) continue;
      return refuseHeader(file);
    }
    const current = end === null ? text : text.slice(0, end.index);
    if (!isAboveHeader(current)) return { line, rest: text, delimiter: declared ?? sniffDelimiter(current) };
    if (end === null || line > MOST_LINES_ABOVE) return refuseHeader(file);
    declared ??= declaredDelimiter(current);
    text = text.slice(end.index + end[0].length);
    line += 1;
  }
}

async function* recordsOf(
  chunks: AsyncIterator<string>,
  opening: Opening,
  file: string,
): AsyncGenerator<CsvRecord, undefined, undefined> {
  const reader = new CsvReader(file, opening.delimiter, opening.line);
  yield* reader.push(opening.rest);
  for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) yield* reader.push(next.value);
  yield* reader.end();
  return undefined;
}

function headerOf(record: CsvRecord, delimiter: Delimiter, file: string): CsvHeader {
  const place = lineNumber(record.line);
  if (record.cells.length > limits.csvColumns) {
    refuse(file, {
      place, code: 'csv-too-many-columns',
      reason: `The table has more than ${limits.csvColumns} columns.`,
      remedy: 'Export only the columns that are to be read.',
    });
  }
  if (record.brokenQuote) return refuseHeader(file);
  const names = record.cells.map((cell) => cell.trim());
  const seen = new Set<string>();
  for (const name of names) {
    if (forbiddenKeys.has(name)) {
      refuse(file, { place, code: 'forbidden-key', reason: `A column is named ${quoted(name)}.`, remedy: 'Rename the column.' });
    }
    const key = name.toLowerCase();
    if (key !== '' && seen.has(key)) {
      refuse(file, {
        place, code: 'csv-duplicate-header',
        reason: `Two columns are named ${quoted(name)}.`,
        remedy: 'Rename one of them; neither is guessed to be the right one.',
      });
    }
    seen.add(key);
  }
  if (names.every((name) => name === '')) return refuseHeader(file);
  return { line: record.line, names, text: names.join(delimiter), delimiter };
}

async function* rowsOf(
  records: AsyncIterable<CsvRecord>,
  header: CsvHeader,
  file: string,
  mostRows: number,
): AsyncGenerator<CsvItem, void, undefined> {
  let rows = 0;
  for await (const record of records) {
    if (record.cells.every((cell) => cell.trim() === '')) continue;
    rows += 1;
    if (rows > mostRows) {
      refuse(file, {
        place: lineNumber(record.line), code: 'csv-too-many-rows',
        reason: `The table has more than ${inDigits(mostRows)} rows.`,
        remedy: 'Split it and import the parts.',
      });
    }
    const fault = faultOf(record, header.names.length);
    if (fault === undefined) yield { type: 'row', row: { line: record.line, cells: record.cells } };
    else yield { type: 'rejected', fault };
  }
}

function faultOf(record: CsvRecord, columns: number): Fault | undefined {
  const place = record.endLine === record.line ? lineNumber(record.line) : `lines ${record.line} to ${record.endLine}`;
  if (record.brokenQuote) {
    return {
      place, code: 'csv-quote',
      reason: 'A quote stands where none can be.',
      remedy: 'Put the whole cell in quotes and write two quotes for one inside it.',
    };
  }
  if (record.cells.length === columns) return undefined;
  const count = record.cells.length > limits.csvColumns ? `more than ${limits.csvColumns}` : String(record.cells.length);
  return {
    place, code: 'csv-columns',
    reason: `The row has ${count} cells and the header has ${columns}.`,
    remedy: 'Add or remove the cells that differ, or put a cell that holds the separator in quotes.',
  };
}

function refuseHeader(file: string): never {
  return refuse(file, {
    place: WHOLE_FILE, code: 'csv-no-header',
    reason: 'No line names the columns.',
    remedy: 'Put the column names on the first line.',
  });
}

/** Workbooks (zip, or the older compound file) and PDF are often saved under the name of a CSV file. */
async function refuseWorkbook(source: Source): Promise<void> {
  const { bytes } = await readStart(source);
  const [a, b, c, d] = bytes;
  const isZip = a === 0x50 && b === 0x4b && c === 0x03 && d === 0x04;
  const isCompound = a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0;
  const isPdf = a === 0x25 && b === 0x50 && c === 0x44 && d === 0x46;
  if (!isZip && !isCompound && !isPdf) return;
  refuse(source.name, {
    place: WHOLE_FILE, code: 'not-csv',
    reason: `The file is ${isPdf ? 'a PDF' : 'a workbook'} and not CSV.`,
    remedy: 'Open it in a spreadsheet program and save the sheet as CSV UTF-8.',
  });
}
