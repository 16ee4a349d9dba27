/** More lines than this are not read: such a drawing is kept as counts of its marks and its first lines. */
const READABLE = 200;
const FIRST = 40;

/**
 * A drawing as text that a person can read and compare: one element a line, inner elements indented, numbers to two
 * decimals, ids that React makes up numbered in their order. A drawing of very many marks is kept as a digest.
 */
export function drawnAsText(html: string): string {
  const ids = new Map<string, string>();
  // Made up are React's own (`_r_7_`) and those of Recharts (`recharts12-clip`).
  const named = html.replaceAll(/(?<!\w)_r_[0-9a-z]+_(?!\w)|(?<!\w)recharts\d+-clip/g, (id) => {
    ids.set(id, ids.get(id) ?? `id-${ids.size + 1}`);
    return ids.get(id) ?? id;
  });
  const rounded = named.replaceAll(/-?\d+\.\d{3,}(?:e-?\d+)?/g, (number) => String(Math.round(Number(number) * 100) / 100));
  const lines: string[] = [];
  let depth = 0;
  for (const [, tag, words] of rounded.matchAll(/(<[^>]+>)|([^<]+)/g)) {
    if (tag === undefined) {
      if ((words ?? '').trim() !== '') lines.push(`${'  '.repeat(depth)}${(words ?? '').trim()}`);
      continue;
    }
    if (tag.startsWith('</')) depth -= 1;
    lines.push(`${'  '.repeat(Math.max(0, depth))}${tag}`);
    if (!tag.startsWith('</') && !tag.endsWith('/>') && !/^<(?:col|br|input|img)\b/.test(tag)) depth += 1;
  }
  const read = joined(lines);
  return `${(read.length <= READABLE ? read : digest(read)).join('\n')}\n`;
}

/** An element and its end on one line where nothing but one text, or nothing, stands between them. */
function joined(lines: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (const line of lines) {
    const [text, opened] = [line.trim(), kept.at(-1)?.trim() ?? ''];
    const before = kept.at(-2)?.trim() ?? '';
    const name = /^<\/(\w+)>$/.exec(text)?.[1];
    if (name !== undefined && opened.startsWith(`<${name}`) && !opened.includes('</')) kept.push(`${kept.pop()}${text}`);
    else if (name !== undefined && !opened.startsWith('<') && before.startsWith(`<${name}`) && !before.includes('</')) {
      const words = kept.pop()?.trim() ?? '';
      kept.push(`${kept.pop()}${words}${text}`);
    } else kept.push(line);
  }
  return kept;
}

function digest(lines: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const [, name, kind] = /^\s*<(\w+)(?:[^>]*?\bclass="([^"]*)")?/.exec(line) ?? [];
    if (name === undefined) continue;
    const key = kind === undefined ? name : `${name}.${kind.replaceAll(' ', '.')}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [
    `${lines.length} lines; the first ${FIRST} of them follow the counts of its elements.`,
    ...[...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, count]) => `${String(count).padStart(6)} ${key}`), '',
    ...lines.slice(0, FIRST).map((line) => (line.length > 400 ? `${line.slice(0, 400)}…` : line)),
  ];
}
