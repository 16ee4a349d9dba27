import { stableHash } from '#importers/matching/stable-hash.ts';
import type { SarifResult } from '#importers/sarif/sarif-result.ts';

/** A result with what its identity is made of. */
export interface Identified {
  result: SarifResult;
  ruleId: string;
  file: string;
  message: string;
}

/**
 * The key that says which finding a result is, the same at every scan: the tool's fingerprint with its rule; a
 * fingerprint of a line also with its file, since equal lines stand in many files; without any, rule, file and
 * message. Results alike in these are told apart by `LineOrder`.
 */
export function identityOf({ result, ruleId, file, message }: Identified): Promise<string> {
  const { fingerprint } = result;
  if (fingerprint === undefined) return stableHash(['text', ruleId, file, message].join('\n'));
  return stableHash(
    fingerprint.scope === 'whole' ? ['whole', ruleId, fingerprint.value].join('\n') : ['line', ruleId, file, fingerprint.value].join('\n'),
  );
}

/**
 * Tells results without a fingerprint apart that are alike in rule, file and message: by their order in the file and
 * not by their line, which moves. Two on one line are one finding. Every result is shown to it before any is asked about.
 */
export class LineOrder {
  /** A line alone, or several. */
  readonly #lines = new Map<string, number | number[]>();

  look(key: string, line: number | undefined): void {
    const lines = this.#lines.get(key);
    if (lines === undefined) this.#lines.set(key, line ?? 0);
    else if (typeof lines === 'number') this.#lines.set(key, lines === (line ?? 0) ? lines : [lines, line ?? 0]);
    else if (!lines.includes(line ?? 0)) lines.push(line ?? 0);
  }

  /** The key, with `-2` for the second result of that key in the file, and so on. */
  keyOf(key: string, line: number | undefined): string {
    const lines = this.#lines.get(key);
    if (lines === undefined || typeof lines === 'number') return key;
    const before = lines.filter((other) => other < (line ?? 0)).length;
    return before === 0 ? key : `${key}-${before + 1}`;
  }
}
