/**
 * JSON with one item of each long list on a line of its own: small enough to check in, and a change
 * to one finding is a change to one line.
 */
export function listedJson(head: Readonly<Record<string, unknown>>, lists: readonly { name: string; items: readonly unknown[] }[]): string {
  const fields = Object.entries(head).map(([name, value]) => `  ${JSON.stringify(name)}: ${spaced(value)}`);
  const long = lists.map(({ name, items }) => `  ${JSON.stringify(name)}: ${listText(items, 4)}`);
  return `{\n${[...fields, ...long].join(',\n')}\n}\n`;
}

/** A JSON list with one item a line, indented by `depth` blanks. */
export function listText(items: readonly unknown[], depth: number): string {
  if (items.length === 0) return '[]';
  const indent = ' '.repeat(depth);
  return `[\n${items.map((item) => `${indent}${JSON.stringify(item)}`).join(',\n')}\n${indent.slice(2)}]`;
}

function spaced(value: unknown): string {
  return JSON.stringify(value);
}
