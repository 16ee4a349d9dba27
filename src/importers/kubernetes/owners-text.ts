/**
 * YAML reserves `@` at the start of a plain value, and people write `- @name` all the same. Quotes such
 * values and says on which lines, so that the rest of the file stays usable.
 */
export function withQuotedHandles(text: string): { text: string; lines: readonly number[] } {
  const lines: number[] = [];
  const quoted = text.split('\n').map((line, index) => {
    const match = /^(\s*-\s+)@([\w.-]+)(\s*(?:#.*)?)$/.exec(line.replace(/\r$/, ''));
    if (match === null) return line;
    lines.push(index + 1);
    return `${match[1] ?? ''}"@${match[2] ?? ''}"${match[3] ?? ''}`;
  });
  return { text: quoted.join('\n'), lines };
}
