import { say } from '#language/say.ts';

/** A literal start, and ids behind it in which an encoded slash is part of the id. */
const API_WITH_ID = /^\/api\/v1\/[a-z]+\//;

/**
 * Why a request target must not be read, or `undefined`. Two programs that read one path differently are
 * how access rules are walked around, so anything with two readings is refused: empty and dot segments,
 * backslashes, encoded slashes outside an id, control characters and bytes that are not UTF-8. The node
 * layer asks with the target as it came over the wire; the app asks again with what is left of it.
 */
export function targetFlaw(target: string): string | undefined {
  const [path = ''] = target.split(/[?#]/, 1);
  if (path.includes('\\')) return say('The path holds a backslash.');
  if (path.includes('//')) return say('The path holds an empty segment.');
  const decoded = decode(path);
  if (decoded === undefined) return say('The path holds an escape that is not UTF-8.');
  if ([...decoded].some((character) => isControl(character))) return say('The path holds a control character.');
  if (/%2f|%5c/i.test(path) && !API_WITH_ID.test(path)) return say('The path holds an encoded slash.');
  const segments = path.split('/').map((segment) => decode(segment));
  if (segments.some((segment) => segment === '.' || segment === '..')) return say('The path holds a dot segment.');
  return undefined;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function isControl(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return code < 32 || code === 127;
}
