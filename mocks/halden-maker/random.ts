/**
 * Seeded numbers for the sample. Every use takes its own stream, named by what it is for, so that
 * adding a risk does not move the dates of another.
 */

const SEED = 'halden-2026';

/** A source of numbers that depends on its name alone. */
export interface Stream {
  /** Uniform in [0, 1). */
  next(): number;
  /** Whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** True in `share` of cases. */
  chance(share: number): boolean;
  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
}

/** The stream of a name. Equal names give equal numbers. */
export function streamOf(...names: readonly (string | number)[]): Stream {
  let state = hash([SEED, ...names].join('/'));
  const next = (): number => {
    // Mulberry32 (Tommy Ettinger, public domain): 32 bits of state are enough for sample data.
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (share) => next() < share,
    pick: (list) => {
      const item = list[Math.floor(next() * list.length)];
      if (item === undefined) throw new Error('Nothing to pick from.');
      return item;
    },
  };
}

/** Lower-case hexadecimal text of `length` digits that depends on its name alone. */
export function hexOf(length: number, ...names: readonly (string | number)[]): string {
  let text = '';
  for (let part = 0; text.length < length; part += 1) {
    text += hash([SEED, part, ...names].join('/')).toString(16).padStart(8, '0');
  }
  return text.slice(0, length);
}

/** FNV-1a, 32 bits, finished with the murmur3 mixer so that near names give far values. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
