import type { When } from '#core/time.ts';
import type { Queries } from '#store/database.ts';
import type { BatchHeader } from '#store/store.ts';

/** One committed batch as the ledger keeps it: exactly what was stored, after comparison with what was held. */
export interface LedgerBatch {
  version: number;
  header: BatchHeader;
  committedAt: When;
  /** Canonical JSON of the report. */
  report: string;
  /** Canonical JSON of each stored version, in the order of storing, in chunks. */
  chunks(): AsyncIterable<readonly string[]>;
}

export interface LedgerSetting {
  name: string;
  value: string;
}

/**
 * Where changes are kept before the database may commit them. `write` and `writeSetting` resolve
 * when the change is durable (a file, fsynced) or is part of the transaction `within` (a table); they
 * throw `LedgerUnwritable` when nothing was kept and the change may be rolled back. The answer says
 * where the ledger stands afterwards and is stored with the database.
 */
export interface Ledger {
  /** When a written change is safe: before the database commits (a file) or with its commit (a table). */
  kept: 'before-commit' | 'with-commit';
  write(batch: LedgerBatch, within: Queries): Promise<string>;
  writeSetting(setting: LedgerSetting, within: Queries): Promise<string>;
  close(): Promise<void>;
}

/** Nothing of the change was kept; once the cause is gone, writing goes on. */
export class LedgerUnwritable extends Error {
  constructor(cause: unknown) {
    super(`The ledger cannot be written: ${cause instanceof Error ? cause.message : String(cause)}. Nothing was changed.`, {
      cause,
    });
    this.name = 'LedgerUnwritable';
  }
}

/**
 * The ledger holds a change the database did not take, or may hold one after a failed fsync. This
 * process must not write any more; a restart applies what the ledger holds.
 */
export class StoreStopped extends Error {
  constructor(cause: unknown) {
    super(
      `Writing has stopped: ${cause instanceof Error ? cause.message : String(cause)}. ` +
        'Restart Whose Call; it continues from what the ledger holds.',
      { cause },
    );
    this.name = 'StoreStopped';
  }
}
