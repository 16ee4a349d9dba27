/** Something inside a file for which one row is not taken while the rest of the file is good. */
export interface Flaw {
  code: 'forbidden-key' | 'number-range';
  /** JSON pointer from the root of the document. */
  pointer: string;
  reason: string;
  remedy: string;
}

/** Keys that change how a JavaScript object behaves. */
export const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** The flaws at or below a pointer, for dropping the row that holds them. */
export function flawsUnder(flaws: readonly Flaw[], pointer: string): readonly Flaw[] {
  return flaws.filter((flaw) => flaw.pointer === pointer || flaw.pointer.startsWith(`${pointer}/`));
}
