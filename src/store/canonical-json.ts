/**
 * JSON with one spelling for one value (RFC 8785: keys sorted by code unit, no white space, numbers
 * as ECMAScript prints them). Absent (`undefined`) members are left out. NUL and lone surrogates,
 * which PostgreSQL text cannot hold, become U+FFFD. Throws on what JSON cannot say: NaN, infinity,
 * functions, big integers.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return JSON.stringify(storableText(value));
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object') return canonicalObject(value);
  throw new TypeError(`${String(value)} is not something JSON can say.`);
}

/** Text as the database can hold it; ordinary text comes back as it is. */
export function storableText(text: string): string {
  if (text.isWellFormed() && !text.includes('\u0000')) return text;
  return text.toWellFormed().replaceAll('\u0000', '\uFFFD');
}

function canonicalObject(value: object): string {
  const members = new Map<string, unknown>(Object.entries(value));
  let text = '';
  for (const key of [...members.keys()].sort()) {
    const member = members.get(key);
    if (member !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(storableText(key))}:${canonicalJson(member)}`;
  }
  return `{${text}}`;
}
