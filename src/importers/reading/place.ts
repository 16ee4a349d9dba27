/** Step into a JSON or YAML value: a key of an object or an index of a list. */
export type PathStep = string | number;

/** RFC 6901 JSON pointer of a path; the empty path is the whole value, written `/`. */
export function pointerOf(path: readonly PathStep[]): string {
  if (path.length === 0) return '/';
  let pointer = '';
  for (const step of path) {
    const isPlain = typeof step === 'number' || !(step.includes('~') || step.includes('/'));
    pointer += `/${isPlain ? step : step.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  }
  return pointer;
}

/** `line 12`: counted from 1. */
export function lineNumber(line: number): string {
  return `line ${line}`;
}

/** `document 2`: counted from 1. */
export function documentNumber(document: number): string {
  return `document ${document}`;
}

/** `n` as a person reads it: `10,000`. */
export function inDigits(n: number): string {
  return String(n).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}

/** A value from a file as it may stand in a message: one line, at most 60 characters, quoted. */
export function quoted(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  const line = text.replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
  return `"${line.length > 60 ? `${line.slice(0, 57)}...` : line}"`;
}
