import { CsvReader } from '#importers/csv/csv-reader.ts';
import { declaredDelimiter, isAboveHeader, sniffDelimiter } from '#importers/csv/delimiter.ts';
import { limits } from '#importers/reading/limits.ts';

/** Names that say a file is a table, workbooks included so that they can be refused with the way to convert them. */
export function isTableName(name: string): boolean {
  return /\.(csv|tsv|xlsx|xlsm|xls|ods)$/i.test(name);
}

/** Column names in the opening of a file, for telling formats apart; empty where the text is no table. Never refuses. */
export function headerInStart(start: string): readonly string[] {
  let declared: string | undefined;
  for (const line of start.split(/\r\n|\n|\r/, 100)) {
    if (/^\s*[{[<]/.test(line) || line.length > limits.startBytes) return [];
    declared ??= declaredDelimiter(line);
    if (isAboveHeader(line)) continue;
    const reader = new CsvReader('', declared ?? sniffDelimiter(line), 1);
    const quotes = line.split('"').length - 1;
    if (quotes % 2 === 1) return [];
    const [record] = [...reader.push(line), ...reader.end()];
    return record === undefined || record.brokenQuote ? [] : record.cells.map((cell) => cell.trim());
  }
  return [];
}
