/** A name for comparing: no case, no accents, one space between words, nothing in brackets. */
export function plainName(name: string): string {
  return name
    .replaceAll(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll(/[\s._]+/g, ' ')
    .trim();
}

/** An identifier made of a name: `Security Team (EMEA)` is `security-team-emea`. */
export function slug(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}+/gu, '').toLowerCase();
  return plain.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-+|-+$/g, '').slice(0, 80);
}

/**
 * A text as an id that the record does not hold: one line, at most 500 characters. Characters that cannot be seen
 * or that turn the direction of reading become a sign, so that a look-alike is never taken for the real one.
 */
export function identifierText(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\p{Cc}\p{Cs}\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu, '\ufffd')
    .trim()
    .slice(0, 500);
}

/** Values by key, where a key that leads to two values leads to none. */
export class UniqueIndex<V> {
  readonly #values = new Map<string, V | undefined>();

  add(key: string, value: V): void {
    if (key === '') return;
    if (!this.#values.has(key)) this.#values.set(key, value);
    else if (this.#values.get(key) !== value) this.#values.set(key, undefined);
  }

  get(key: string): V | undefined {
    return this.#values.get(key);
  }

  /** True where several values claim the key. */
  isAmbiguous(key: string): boolean {
    return this.#values.has(key) && this.#values.get(key) === undefined;
  }
}
