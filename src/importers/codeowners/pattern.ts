import { limits } from '#importers/reading/limits.ts';

/** Answers whether a path is covered by a pattern. */
export type PathPattern = (path: string) => boolean;

/**
 * A CODEOWNERS pattern, or `undefined` for one that GitHub does not support (`!`, `\#`) or that is
 * longer than 1,000 characters. A slash before the end anchors it at the root; `*` and `?` stop at a slash,
 * `**` does not; brackets are plain characters; a trailing slash covers only what lies below; every pattern
 * also covers what lies below its match, unless its last segment is `*` alone. Matching takes time in
 * proportion to pattern and path, whatever the pattern: no regular expression is made of it.
 */
export function pathPattern(pattern: string): PathPattern | undefined {
  if (pattern === '' || pattern.length > limits.patternLength || pattern.startsWith('!') || pattern.startsWith('\\#')) return undefined;
  const trimmed = pattern.replaceAll(/^\/+|\/+$/g, '');
  if (trimmed === '') return () => true;
  const isAnchored = pattern.startsWith('/') || trimmed.includes('/');
  const segments = isAnchored ? trimmed.split('/') : ['**', ...trimmed.split('/')];
  const last = segments.at(-1);
  const onlyBelow = pattern.endsWith('/') && last !== '**';
  const onlyHere = last === '*' && isAnchored && !onlyBelow;
  return (path) => {
    const names = path.split('/').filter((name) => name !== '' && name !== '.');
    const ends = endsOf(segments, names);
    if (onlyHere) return ends.has(names.length);
    if (onlyBelow) return [...ends].some((end) => end < names.length);
    return ends.size > 0;
  };
}

/** After how many names of a path all segments of a pattern can be used up. */
function endsOf(segments: readonly string[], names: readonly string[]): ReadonlySet<number> {
  let ends = new Set([0]);
  for (const [index, segment] of segments.entries()) {
    const next = new Set<number>();
    if (segment === '**') {
      const first = Math.min(...ends) + (index === segments.length - 1 ? 1 : 0);
      for (let end = first; end <= names.length; end += 1) next.add(end);
    } else {
      for (const end of ends) {
        const name = names[end];
        if (name !== undefined && matchesName(segment, name)) next.add(end + 1);
      }
    }
    ends = next;
    if (ends.size === 0) break;
  }
  return ends;
}

/** One segment against one name: greedy, going back only to the last star. */
function matchesName(segment: string, name: string): boolean {
  const tokens = tokensOf(segment);
  let [token, at] = [0, 0];
  let [starToken, starAt] = [-1, 0];
  while (at < name.length) {
    const wanted = tokens[token];
    if (wanted === '*') {
      [starToken, starAt] = [token, at];
      token += 1;
    } else if (wanted !== undefined && (wanted === '?' || wanted.slice(-1) === name[at])) {
      token += 1;
      at += 1;
    } else if (starToken >= 0) {
      starAt += 1;
      [token, at] = [starToken + 1, starAt];
    } else return false;
  }
  return tokens.slice(token).every((rest) => rest === '*');
}

/** `*`, `?`, or a character; an escaped one keeps its backslash in front so that it is not a wildcard. */
function tokensOf(segment: string): readonly string[] {
  return segment.replaceAll(/\*+/g, '*').match(/\\.|[^]/g) ?? [];
}
