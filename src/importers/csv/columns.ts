import { quoted } from '#importers/reading/place.ts';
import { refuse, WHOLE_FILE } from '#importers/reading/rejection.ts';

/** A field of a table and the words its column is known by, the surest first. */
export interface ColumnField {
  name: string;
  words: readonly string[];
  /** Several columns may carry it, none is preferred. */
  several?: boolean;
}

/** Which column is read as what. Unnamed columns are never read. */
export interface ColumnGuess {
  /** Field by column name, as the column is named in the file. */
  mapping: Readonly<Record<string, string>>;
  /** Named columns that are not read, in the order of the file. */
  unread: readonly string[];
  /** Fields that more than one column could be; the first named column is the one taken, if any is. */
  ambiguous: readonly { field: string; headers: readonly string[]; taken: boolean }[];
}

/** The field name that says: do not read this column. */
const NOT_READ = 'ignore';

/** Header words without case, brackets and separators: `Risk_Owner (name)` is `risk owner`. */
export function plainHeader(header: string): string {
  return header
    .replaceAll(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .normalize('NFKC')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}#%]+/gu, ' ')
    .trim();
}

/** Guesses which column carries which field from the header words alone. */
export function guessColumns(header: readonly string[], fields: readonly ColumnField[]): ColumnGuess {
  const mapping = new Map<string, string>();
  const ambiguous: ColumnGuess['ambiguous'][number][] = [];
  for (const field of fields) {
    const candidates = header
      .map((name) => ({ name, rank: name === '' ? -1 : field.words.indexOf(plainHeader(name)) }))
      .filter(({ rank }) => rank !== -1)
      .sort((a, b) => a.rank - b.rank);
    const [first, second] = candidates;
    if (first === undefined) continue;
    if (field.several === true) {
      for (const { name } of candidates) mapping.set(name, field.name);
      continue;
    }
    const taken = second === undefined || first.rank < second.rank;
    if (taken) mapping.set(first.name, field.name);
    if (second !== undefined) ambiguous.push({ field: field.name, headers: candidates.map(({ name }) => name), taken });
  }
  return guessOf(header, mapping, ambiguous);
}

/**
 * The guess with what a person declared laid over it: field by column name, `ignore` for a column not to read.
 * Column names are compared without case; text after a colon (`dueAt:DD/MM/YYYY`) is left to the field.
 *
 * @throws SourceRefused with `column-mapping` where it names a column or a field that does not exist, or a field twice.
 */
export function declaredColumns(
  guess: ColumnGuess,
  declared: Readonly<Record<string, string>>,
  header: readonly string[],
  fields: readonly ColumnField[],
  file: string,
): ColumnGuess {
  const mapping = new Map(Object.entries(guess.mapping));
  const settled = new Set<string>();
  for (const [column, value] of Object.entries(declared)) {
    const name = header.find((candidate) => candidate.toLowerCase() === column.trim().toLowerCase());
    if (name === undefined || name === '') refuseMapping(file, `The file has no column ${quoted(column)}.`);
    const [fieldName = ''] = value.split(':');
    mapping.delete(name);
    if (fieldName === NOT_READ) continue;
    const field = fields.find((candidate) => candidate.name === fieldName);
    if (field === undefined) refuseMapping(file, `${quoted(fieldName)} is nothing a column can be read as.`);
    if (field.several !== true) {
      if (settled.has(fieldName)) refuseMapping(file, `Two columns are mapped to ${quoted(fieldName)}.`);
      for (const [other, taken] of mapping) if (taken === fieldName) mapping.delete(other);
    }
    settled.add(fieldName);
    mapping.set(name, fieldName);
  }
  return guessOf(header, mapping, guess.ambiguous.filter(({ field }) => !settled.has(field)));
}

function guessOf(
  header: readonly string[],
  mapping: ReadonlyMap<string, string>,
  ambiguous: ColumnGuess['ambiguous'],
): ColumnGuess {
  return {
    mapping: Object.fromEntries(mapping),
    unread: header.filter((name) => name !== '' && !mapping.has(name)),
    ambiguous,
  };
}

function refuseMapping(file: string, reason: string): never {
  return refuse(file, {
    place: WHOLE_FILE, code: 'column-mapping', reason,
    remedy: 'Correct the column mapping, or leave it out to have the columns guessed.',
  });
}
