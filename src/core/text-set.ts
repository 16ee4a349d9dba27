/**
 * Which texts were seen, at 16 bytes a text whatever its length, for sets of a million ids. A text is kept as 64 bits of
 * hash: of a million texts two are taken for one another with a chance of about one in 30 million.
 */
export class TextSet {
  #slots = new Uint32Array(2_048);
  #mask = 1_023;
  size = 0;

  has(text: string): boolean {
    const [high, low] = digest(text);
    return this.#slots[this.#place(high, low) * 2 + 1] !== 0;
  }

  /** Adds a text; false where it was there already. */
  add(text: string): boolean {
    const [high, low] = digest(text);
    const at = this.#place(high, low) * 2;
    if (this.#slots[at + 1] !== 0) return false;
    this.#slots[at] = high;
    this.#slots[at + 1] = low;
    this.size += 1;
    if (this.size * 2 > this.#mask) this.#grow();
    return true;
  }

  /** The slot of a digest, or the free one where it belongs: slots are tried one after the other. */
  #place(high: number, low: number): number {
    for (let slot = (high ^ low) & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const held = this.#slots[slot * 2 + 1];
      if (held === 0 || (held === low && this.#slots[slot * 2] === high)) return slot;
    }
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new Uint32Array(before.length * 2);
    this.#mask = this.#slots.length / 2 - 1;
    for (let at = 0; at < before.length; at += 2) {
      const high = before[at] ?? 0;
      const low = before[at + 1] ?? 0;
      if (low === 0) continue;
      const to = this.#place(high, low) * 2;
      this.#slots[to] = high;
      this.#slots[to + 1] = low;
    }
  }
}

/** Two hashes of 32 bits after MurmurHash3's mixing; the second is never 0, which marks a free slot. */
function digest(text: string): readonly [high: number, low: number] {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2_654_435_761);
    low = Math.imul(low ^ code, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return [high >>> 0, low >>> 0 || 1];
}
