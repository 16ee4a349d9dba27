/** A number that stands beside a person in some answer: where, and as which field. */
export interface PersonCount {
  /** Path with every position of a list as `[]` and every person's key as `{person}`. */
  path: string;
  field: string;
}

/**
 * Numbers keyed by a person, anywhere in a JSON value: an object whose keys are people, and a row that names a person and
 * nothing else it could be about. A row with an id of its own that is no person's is about that thing, and its numbers are.
 * Each place is told once.
 */
export function personCounts(value: unknown, isPerson: (text: string) => boolean): readonly PersonCount[] {
  const found = new Map<string, PersonCount>();
  walk(value, '', isPerson, (path, field) => found.set(`${path} ${field}`, { path, field }));
  return [...found.values()];
}

/**
 * Tables in which a column names people, each at most once, beside a column of numbers: a list of people by a count.
 * The first row is the header.
 */
export function personColumns(rows: readonly (readonly string[])[], isPerson: (text: string) => boolean): readonly PersonCount[] {
  const [header = [], ...body] = rows;
  if (body.length < 2) return [];
  const keys = header.filter((_, column) => {
    const cells = body.map((row) => row[column] ?? '');
    return cells.every(isPerson) && new Set(cells).size === cells.length;
  });
  const numbers = header.filter((_, column) => body.every((row) => /^-?\d[\d,.]*$/.test(row[column] ?? '')));
  return keys.flatMap((path) => numbers.map((field) => ({ path, field })));
}

type Tell = (path: string, field: string) => void;

function walk(value: unknown, path: string, isPerson: (text: string) => boolean, tell: Tell): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, `${path}[]`, isPerson, tell);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const fields = Object.entries(value);
  if (isAboutPerson(fields, isPerson)) for (const [name, one] of fields) if (typeof one === 'number') tell(path, name);
  for (const [name, one] of fields) {
    const keyed = isPerson(name);
    if (keyed && typeof one === 'number') tell(path, '{person}');
    if (keyed && typeof one === 'object' && one !== null) for (const [field, inner] of Object.entries(one)) if (typeof inner === 'number') tell(`${path}.{person}`, field);
    walk(one, `${path}.${keyed ? '{person}' : name}`, isPerson, tell);
  }
}

/** Names a person, and has no id of its own that is not a person's. */
function isAboutPerson(fields: readonly (readonly [string, unknown])[], isPerson: (text: string) => boolean): boolean {
  const texts = fields.filter((field): field is [string, string] => typeof field[1] === 'string');
  const own = texts.find(([name]) => name === 'id' || name === 'subject' || name === 'riskId');
  if (own !== undefined) return isPerson(own[1]);
  return texts.some(([, text]) => isPerson(text));
}
