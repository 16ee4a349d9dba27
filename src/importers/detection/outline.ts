/** Text values are kept to this length. */
const KEPT = 120;
const DEPTH = 4;

/**
 * The keys of the beginning of a JSON text, whatever comes after: paths such as `runs.[].tool.driver`, each
 * with its value where that is short text. Lists show their first item only. Never refuses; where the
 * text is no JSON the outline is what came before.
 */
export function jsonOutline(start: string): ReadonlyMap<string, string | undefined> {
  if (start === lastStart) return lastOutline;
  lastOutline = outlineOf(start);
  lastStart = start;
  return lastOutline;
}

/** Every format asks about the same beginning in turn. */
let lastStart = '';
let lastOutline: ReadonlyMap<string, string | undefined> = new Map();

function outlineOf(start: string): ReadonlyMap<string, string | undefined> {
  const outline = new Map<string, string | undefined>();
  const frames: { isList: boolean; key: string; item: number }[] = [];
  const path = (): string => frames.map(({ isList, key }) => (isList ? '[]' : key)).join('.');
  const shown = (): boolean => frames.length <= DEPTH && frames.every(({ isList, item }) => !isList || item === 0);
  let expectsKey = false;
  for (const match of start.matchAll(/"((?:[^"\\]|\\[^])*)"?|[{}[\],:]|[^\s{}[\],:"]+/g)) {
    const [token, text] = match;
    const frame = frames.at(-1);
    if (token === '{' || token === '[') {
      if (frame !== undefined && shown()) outline.set(path(), undefined);
      frames.push({ isList: token === '[', key: '', item: 0 });
      expectsKey = token === '{';
    } else if (token === '}' || token === ']') {
      frames.pop();
      expectsKey = false;
      if (frames.length === 0) break;
    } else if (token === ',') {
      if (frame !== undefined) frame.item += 1;
      expectsKey = frame?.isList === false;
    } else if (token === ':') expectsKey = false;
    else if (text !== undefined && expectsKey && frame !== undefined) {
      frame.key = text;
      if (shown()) outline.set(path(), undefined);
    } else if (text !== undefined && frame !== undefined && shown()) outline.set(path(), text.slice(0, KEPT));
  }
  return outline;
}
