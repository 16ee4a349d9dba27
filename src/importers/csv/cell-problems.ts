import type { ImportItem } from '#importers/importer.ts';
import type { CsvHeader, CsvRow } from '#importers/csv/csv-table.ts';
import { lineNumber, quoted } from '#importers/reading/place.ts';
import { repaired } from '#importers/reading/rejection.ts';

/** A note on a row whose cells hold characters that cannot be seen; they are kept as visible signs. */
export function controlCharacters(row: CsvRow, header: CsvHeader, file: string): ImportItem | undefined {
  const index = row.cells.findIndex((cell) => /[^\P{Cc}\t\n\r]/u.test(cell));
  if (index === -1) return undefined;
  return repaired(file, {
    place: lineNumber(row.line),
    code: 'control-character',
    reason: `Column ${quoted(header.names[index] ?? '')} holds a control character; it is kept as a visible sign.`,
    remedy: 'Remove the character at the source.',
  });
}
