import { stringify } from 'yaml';

/** Files by their path under `mocks/halden`, each as text. */
export type FileSet = ReadonlyMap<string, string>;

/** YAML documents one after the other, as a catalog file holds them. */
export function yamlDocuments(documents: readonly unknown[]): string {
  return documents.map((document) => yamlText(document)).join('---\n');
}

/** One YAML document with a fixed layout. Fields without a value are left out. */
export function yamlText(document: unknown): string {
  return stringify(document, { lineWidth: 110, aliasDuplicateObjects: false, keepUndefined: false });
}

/** CSV text (RFC 4180) with a header line; a cell with a comma, a quote or a line break is quoted. */
export function csvText(header: readonly string[], rows: readonly (readonly (string | number | undefined)[])[]): string {
  return [header, ...rows].map((row) => row.map(csvCell).join(',')).join('\n').concat('\n');
}

function csvCell(value: string | number | undefined): string {
  const text = value === undefined ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Joins sets; two files of one path are a fault of the maker. */
export function joined(...sets: readonly FileSet[]): FileSet {
  const all = new Map<string, string>();
  for (const set of sets) {
    for (const [path, text] of set) {
      if (all.has(path)) throw new Error(`Two files at ${path}.`);
      all.set(path, text);
    }
  }
  return all;
}
