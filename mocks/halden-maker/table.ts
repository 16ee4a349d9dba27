/** Rows of a hand-written table: one line a row, `|` between cells, blank lines and `#` lines left out. */
export function rowsOf(table: string): readonly (readonly string[])[] {
  return table
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('|').map((text) => text.trim()));
}

/** The cell at `index`, or an error that names the row: a hand-written table is short of a cell now and then. */
export function cell(row: readonly string[], index: number): string {
  const text = row[index];
  if (text === undefined) throw new Error(`Cell ${index} is missing in: ${row.join(' | ')}`);
  return text;
}

/** The cell, or `undefined` where it is empty. */
export function optionalCell(row: readonly string[], index: number): string | undefined {
  const text = row[index];
  return text === undefined || text === '' ? undefined : text;
}

/** Words of a cell separated by blanks. */
export function words(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
