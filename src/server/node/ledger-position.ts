import type { LedgerHead } from '#store/ledger-line.ts';

/** Where a ledger file stands after a whole change: kept beside the ledger and in the database. */
export interface LedgerPosition extends LedgerHead {
  /** Offset in the file. */
  bytes: number;
  /** Version of the record. */
  version: number;
}

/** Reads what `JSON.stringify` of a position wrote; undefined for anything else. */
export function readPosition(text: string): LedgerPosition | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { ledgerId, seq, hash, bytes, version } = { ledgerId: 0, seq: 0, hash: 0, bytes: 0, version: 0, ...value };
  const isPosition =
    typeof ledgerId === 'string' && typeof hash === 'string' && typeof seq === 'number' && typeof bytes === 'number' &&
    typeof version === 'number';
  return isPosition ? { ledgerId, seq, hash, bytes, version } : undefined;
}
