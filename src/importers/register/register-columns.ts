import type { Source } from '#importers/importer.ts';
import { declaredColumns, guessColumns, plainHeader, type ColumnGuess } from '#importers/csv/columns.ts';
import { unitOf } from '#importers/csv/header-unit.ts';
import { openCsv, type CsvHeader } from '#importers/csv/csv-table.ts';
import { quoted } from '#importers/reading/place.ts';
import { refuse, WHOLE_FILE } from '#importers/reading/rejection.ts';
import { ratingWords, registerFields, tellingFields } from '#importers/register/register-fields.ts';

/**
 * Which column of a risk register is read as what, guessed from the header words alone. A description is read
 * only where no column holds a title: the record keeps one line for what a risk is.
 */
export function guessMapping(header: readonly string[]): ColumnGuess {
  const guess = withUnits(guessColumns(header, registerFields));
  const read = Object.entries(guess.mapping);
  if (!read.some(([, field]) => field === 'title')) return guess;
  const mapping = Object.fromEntries(read.filter(([, field]) => field !== 'description'));
  return {
    mapping,
    unread: header.filter((name) => name !== '' && !Object.hasOwn(mapping, name)),
    ambiguous: guess.ambiguous.filter(({ field }) => field !== 'description'),
  };
}

/**
 * A rating whose name states a unit is none: `Impact (USD)` is money, `Likelihood (%)` a probability. Of the others one
 * is the likelihood and one the loss in words; they mean an interval where the policy says so, and never an amount.
 */
function withUnits(guess: ColumnGuess): ColumnGuess {
  const mapping = new Map(Object.entries(guess.mapping));
  const isFree = (...fields: readonly string[]): boolean => ![...mapping.values()].some((field) => fields.includes(field));
  for (const [column, field] of Object.entries(guess.mapping)) {
    if (field !== 'rating') continue;
    if (unitOf(column).currency !== undefined && isFree('low', 'high', 'loss')) mapping.set(column, 'loss');
    if (column.includes('%') && isFree('rateLow', 'rateHigh', 'rate', 'probability')) mapping.set(column, 'probability');
  }
  for (const [word, headers] of Object.entries(ratingWords)) {
    const rated = [...mapping].filter(([column, field]) => field === 'rating' && unitOf(column).currency === undefined && !column.includes('%')).map(([column]) => ({ column, rank: headers.findIndex((name) => name === plainHeader(column)) }));
    const [first] = rated.filter(({ rank }) => rank !== -1).sort((a, b) => a.rank - b.rank);
    if (first !== undefined) mapping.set(first.column, word);
  }
  return { ...guess, mapping: Object.fromEntries(mapping) };
}

export interface RegisterColumns extends ColumnGuess {
  /** The header line: the key under which a mapping is saved and found again. */
  headerText: string;
  header: readonly string[];
}

/**
 * Opens a register only as far as its header, for showing the mapping before anything is imported.
 * `declared` is laid over the guess. Refuses as `openCsv` and `declaredColumns`.
 */
export async function readRegisterColumns(
  source: Source,
  declared?: Readonly<Record<string, string>>,
): Promise<RegisterColumns> {
  const { header } = await openCsv(source);
  return { ...columnsOf(header, declared, source.name), headerText: header.text, header: header.names };
}

/** The guess for a header with a declared mapping laid over it. */
export function columnsOf(
  header: CsvHeader,
  declared: Readonly<Record<string, string>> | undefined,
  file: string,
): ColumnGuess {
  const guess = guessMapping(header.names);
  return declared === undefined ? guess : declaredColumns(guess, declared, header.names, registerFields, file);
}

/** True for column names that only a list of risks has: one that says what the risk is, and a telling one. */
export function isRegisterHeader(header: readonly string[]): boolean {
  const guess = guessMapping(header);
  return namesRisk(guess) && isTelling(guess, header);
}

/** Refuses a table in which no column says what the risk is, or none that only a register of risks has. */
export function checkIsRegister(guess: ColumnGuess, header: CsvHeader, file: string): void {
  if (namesRisk(guess) && isTelling(guess, header.names)) return;
  refuse(file, {
    place: WHOLE_FILE,
    code: 'not-a-register',
    reason: `The columns ${header.names.slice(0, 8).map(quoted).join(', ')} are not those of a risk register.`,
    remedy: namesRisk(guess)
      ? 'A register has a column for the owner, the loss, the decision, the due date or the rating. Map the columns if one of these is.'
      : 'A register has a column that says what the risk is. Map that column to "title".',
  });
}

function namesRisk(guess: ColumnGuess): boolean {
  return Object.values(guess.mapping).some((field) => field === 'title' || field === 'description');
}

function isTelling(guess: ColumnGuess, header: readonly string[]): boolean {
  return Object.values(guess.mapping).some((field) => tellingFields.has(field)) || header.some((name) => /\brisk\b/i.test(name));
}
