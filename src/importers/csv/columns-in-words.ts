import type { ColumnGuess } from '#importers/csv/columns.ts';
import type { CsvHeader } from '#importers/csv/csv-table.ts';
import { delimiterName } from '#importers/csv/delimiter.ts';
import { quoted } from '#importers/reading/place.ts';

/** One line for the import report: how every column was read, and which were not. Fields in `silent` are left out. */
export function columnsInWords(guess: ColumnGuess, header: CsvHeader, silent: readonly string[]): string {
  const read = Object.entries(guess.mapping)
    .filter(([, field]) => !silent.includes(field))
    .map(([column, field]) => (column.toLowerCase() === field.toLowerCase() ? column : `${column} = ${field}`));
  const unread = guess.unread.length === 0 ? '' : `; not read: ${guess.unread.join(', ')}`;
  return `Columns read as: ${read.join(', ')}${unread}. Cells are separated by ${delimiterName(header.delimiter)}.`;
}

/** One line for each field that more than one column could be. */
export function doubtsInWords(guess: ColumnGuess): readonly string[] {
  return guess.ambiguous.map(({ field, headers, taken }) => {
    const [first, ...others] = headers.map(quoted);
    return taken
      ? `Column ${first} is read as ${field}; ${others.join(' and ')} could be too and ${others.length === 1 ? 'is' : 'are'} not read.`
      : `Columns ${headers.map(quoted).join(' and ')} could each be ${field}; none is read until one is declared.`;
  });
}
