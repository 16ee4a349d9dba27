import type { Fault } from '#importers/reading/rejection.ts';

/**
 * Something inside a file for which one row is not taken, or is taken with what could be kept of it, while the rest of
 * the file is good. `encoding` is half a character: a surrogate without its other half, which no UTF-8 text can hold.
 */
export interface Flaw {
  code: 'forbidden-key' | 'number-range' | 'encoding';
  /** JSON pointer from the root of the document. */
  pointer: string;
  reason: string;
  remedy: string;
}

/** A flaw as a line of the import report. */
export function faultOfFlaw({ pointer, code, reason, remedy }: Flaw): Fault {
  return { place: pointer, code, reason, remedy };
}

/** What is said of a text that holds a surrogate without its other half. */
export const HALF_CHARACTER = {
  reason: 'A text holds half a character, which is shown as a sign in its place.',
  remedy: 'Export it again: a step on the way has cut the text inside a character.',
} as const;

/** Keys that change how a JavaScript object behaves. */
export const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** The flaws at or below a pointer, for dropping the row that holds them. */
export function flawsUnder(flaws: readonly Flaw[], pointer: string): readonly Flaw[] {
  return flaws.filter((flaw) => flaw.pointer === pointer || flaw.pointer.startsWith(`${pointer}/`));
}
