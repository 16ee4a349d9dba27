/** Separators a CSV file may use; of two that are equally frequent the earlier is taken. */
const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

const names: Readonly<Record<Delimiter, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' };

/** The separator that stands most often outside quotes in the header line; a comma where none does. */
export function sniffDelimiter(headerLine: string): Delimiter {
  const outsideQuotes = headerLine.replaceAll(/"[^"]*"?/g, '');
  let best: Delimiter = ',';
  let most = 0;
  for (const delimiter of delimiters) {
    const count = outsideQuotes.split(delimiter).length - 1;
    if (count > most) {
      most = count;
      best = delimiter;
    }
  }
  return best;
}

/** The separator named by the `sep=;` line that spreadsheet programs write first, if the line is one. */
export function declaredDelimiter(line: string): Delimiter | undefined {
  const match = /^"?sep=(.)"?\s*$/i.exec(line);
  return delimiters.find((delimiter) => delimiter === match?.[1]);
}

/**
 * True for a line that stands above the column names: empty, a `sep=` line, a `#` line, or a line with one cell at most,
 * such as the name of the table. `#` alone may be the name of a column of numbers: `#;title`.
 */
export function isAboveHeader(line: string): boolean {
  if (declaredDelimiter(line) !== undefined) return true;
  if (line.startsWith('#') && !/^#\s*[,;\t|]/.test(line)) return true;
  return line.replaceAll(/"[^"]*"/g, 'x').split(/[,;\t|]/).filter((cell) => cell.trim() !== '').length < 2;
}

/** What a person calls a separator: `semicolon`. */
export function delimiterName(delimiter: Delimiter): string {
  return names[delimiter];
}
