import { identifierText } from '#importers/matching/plain-name.ts';

const BLANKS: ReadonlySet<string> = new Set(['', '-', '--', '---', 'n/a', 'na', 'none', 'tbd', 'tbc', 'null', '?', 'unknown', 'not known', 'unassigned', 'not assigned', 'vacant', 'nobody', 'no owner']);

/** True for a cell that says nothing: empty, a dash, `n/a`, `TBD`. Not for free text, where `none` is a word. */
export function isBlank(cell: string): boolean {
  return BLANKS.has(cell.trim().toLowerCase());
}

/** True for a cell that a spreadsheet program would run as a formula; a plain number with a sign is none. */
export function looksLikeFormula(cell: string): boolean {
  return /^[\t\r\n ]*[=+\-@\uff1d\uff0b\uff0d\uff20]\s*[^\s\d.,]/.test(cell) && !isBlank(cell);
}

/** The parts of a cell that lists several values: by semicolon, bar, line end, or comma where none of those stands. */
export function partsOf(cell: string): readonly string[] {
  const separator = /[;|\n\r]/.test(cell) ? /[;|\n\r]+/ : /,/;
  return cell.split(separator).map((part) => part.trim()).filter((part) => !isBlank(part));
}

/**
 * The ids a cell lists. It is one name where the whole of it is known, a list of words where every word is known
 * (`payments identity`), and otherwise as `partsOf` has it; `unknown` collects the parts that nothing matches.
 */
export function matchedParts(
  cell: string,
  match: (text: string) => string | undefined,
  unknown: Set<string>,
): readonly string[] {
  const whole = match(cell);
  if (whole !== undefined) return [whole];
  const words = cell.trim().split(/\s+/).map(match);
  if (words.every((id) => id !== undefined)) return [...new Set(words)];
  const ids = partsOf(cell).map((part) => {
    const id = match(part);
    if (id === undefined) unknown.add(part);
    return id ?? identifierText(part);
  });
  return [...new Set(ids)];
}

/** `true` or `false` for yes and no as people and programs write them; `undefined` for anything else. */
export function yesOrNo(cell: string): boolean | undefined {
  const word = cell.trim().toLowerCase();
  if (['yes', 'y', 'true', '1', 'x'].includes(word)) return true;
  if (['no', 'n', 'false', '0'].includes(word)) return false;
  return undefined;
}
