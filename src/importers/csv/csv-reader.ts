import { limits } from '#importers/reading/limits.ts';
import { inDigits, lineNumber } from '#importers/reading/place.ts';
import { refuse } from '#importers/reading/rejection.ts';

/** One record of a CSV text. Line numbers count from 1 and are those of the file. */
export interface CsvRecord {
  line: number;
  /** Differs from `line` where a quoted cell holds line ends. */
  endLine: number;
  /** At most one more than the column limit, so that a row of a million commas costs nothing. */
  cells: readonly string[];
  /** Set where quoting is broken inside the record; its cells are then not to be read. */
  brokenQuote: boolean;
}

type State = 'cellStart' | 'plain' | 'quoted' | 'quoteInQuoted';

/**
 * Reads CSV as RFC 4180 has it, piece by piece, strictly: a quote inside an unquoted cell or text
 * after a closing quote marks the record as broken and never moves a cell into another column.
 * Written here because the browser build of csv-parse fails at the end of its stream, its Node
 * build needs `node:stream`, and neither can name the line on which a quote was opened.
 *
 * @throws SourceRefused with `csv-quote` (a quote that is never closed) or `string-too-long`.
 */
export class CsvReader {
  readonly #file: string;
  readonly #delimiter: string;
  #state: State = 'cellStart';
  #cell = '';
  #cells: string[] = [];
  #broken = false;
  #line: number;
  #recordLine: number;
  #quoteLine = 0;
  #afterReturn = false;
  /** A carriage return ended the last piece inside a quoted cell: a line feed that follows is the same line end. */
  #returnInQuote = false;
  #started = false;

  constructor(file: string, delimiter: string, firstLine: number) {
    this.#file = file;
    this.#delimiter = delimiter;
    this.#line = firstLine;
    this.#recordLine = firstLine;
  }

  /** The records that `text` completes. Lines without any character are passed over. */
  push(text: string): CsvRecord[] {
    const records: CsvRecord[] = [];
    let index = 0;
    while (index < text.length) {
      const character = text.charAt(index);
      if (this.#afterReturn) {
        this.#afterReturn = false;
        if (character === '\n') {
          index += 1;
          continue;
        }
      }
      if (this.#state === 'quoted') index = this.#quoted(text, index);
      else index = this.#unquoted(text, index, character, records);
    }
    return records;
  }

  /** The last record, where the text does not end with a line end. */
  end(): CsvRecord[] {
    const records: CsvRecord[] = [];
    if (this.#state === 'quoted') {
      refuse(this.#file, {
        place: lineNumber(this.#quoteLine),
        code: 'csv-quote',
        reason: 'A quote is opened here and never closed.',
        remedy: 'Close the quote, or write two quotes for one inside a cell.',
      });
    }
    if (this.#started) this.#endRecord(records, this.#line);
    return records;
  }

  #quoted(text: string, from: number): number {
    const quote = text.indexOf('"', from);
    const until = quote === -1 ? text.length : quote;
    const part = text.slice(from, until);
    this.#line += countLineEnds(part) - (this.#returnInQuote && part.startsWith('\n') ? 1 : 0);
    this.#returnInQuote = part.endsWith('\r');
    this.#add(part);
    if (quote === -1) return text.length;
    this.#state = 'quoteInQuoted';
    return quote + 1;
  }

  #unquoted(text: string, index: number, character: string, records: CsvRecord[]): number {
    if (character === this.#delimiter) {
      this.#endCell();
      return index + 1;
    }
    if (character === '\n' || character === '\r') {
      this.#afterReturn = character === '\r';
      if (this.#started) this.#endRecord(records, this.#line);
      this.#line += 1;
      this.#recordLine = this.#line;
      return index + 1;
    }
    if (character === '"') return this.#quote(index);
    if (this.#state === 'quoteInQuoted') this.#broken = true;
    this.#state = 'plain';
    let until = index + 1;
    while (until < text.length && !this.#endsRun(text.charAt(until))) until += 1;
    this.#add(text.slice(index, until));
    return until;
  }

  #quote(index: number): number {
    this.#started = true;
    if (this.#state === 'cellStart') {
      this.#state = 'quoted';
      this.#quoteLine = this.#line;
    } else if (this.#state === 'quoteInQuoted') {
      this.#add('"');
      this.#state = 'quoted';
    } else this.#broken = true;
    return index + 1;
  }

  #endsRun(character: string): boolean {
    return character === this.#delimiter || character === '\n' || character === '\r' || character === '"';
  }

  #add(part: string): void {
    this.#started = true;
    this.#cell += part;
    if (this.#cell.length > limits.stringLength) {
      refuse(this.#file, {
        place: lineNumber(this.#recordLine),
        code: 'string-too-long',
        reason: `A cell is longer than ${inDigits(limits.stringLength)} characters.`,
        remedy: 'Look for a quote that is not closed, or shorten the cell.',
      });
    }
  }

  #endCell(): void {
    this.#started = true;
    if (this.#cells.length <= limits.csvColumns) this.#cells.push(this.#cell);
    this.#cell = '';
    this.#state = 'cellStart';
  }

  #endRecord(records: CsvRecord[], endLine: number): void {
    this.#endCell();
    records.push({ line: this.#recordLine, endLine, cells: this.#cells, brokenQuote: this.#broken });
    this.#cells = [];
    this.#broken = false;
    this.#started = false;
  }
}

function countLineEnds(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}
