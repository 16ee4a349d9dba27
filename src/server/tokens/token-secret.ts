import { sha256 } from '#store/sha256.ts';

/** Every token begins so, which is how one is found in an address, a log or a repository. */
const PREFIX = 'wct_';

/** The length of what follows the prefix: 32 random bytes in base64url. */
const RANDOM_BYTES = 32;

/** A new token. Shown once; only `hashOf` of it is kept. */
export function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(RANDOM_BYTES));
  const text = btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  return `${PREFIX}${text}`;
}

/** SHA-256 of a token: 256 random bits need no salt and no slow hash. */
export function hashOf(secret: string): Promise<string> {
  return sha256(secret);
}

/** Whether two hashes are equal, in a time that depends on their length only. */
export function sameHash(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let at = 0; at < a.length; at += 1) difference |= a.charCodeAt(at) ^ (b.charCodeAt(at) || 0);
  return difference === 0;
}

/** True where a text holds something that looks like one of our tokens. */
export function holdsToken(text: string): boolean {
  return /wct_[\w-]{20,}/.test(text);
}
