import { tmpdir } from 'node:os';
import { fileSpill } from '#server/node/file-spill.ts';
import { openEmbedded } from '#server/node/open-embedded.ts';
import { openPostgres } from '#server/node/postgres.ts';
import { createStore } from '#store/create-store.ts';
import type { Store } from '#store/store.ts';
import { tableLedger, tableLedgerLines } from '#store/table-ledger.ts';
import { verifyRecord, type VerifyReport } from '#store/verify-record.ts';

/** Where the record is: a data folder of this machine, or a PostgreSQL database. */
export type StoreLocation = { dataDir: string } | { url: string };

export interface OpenOptions {
  /** A dump of an empty embedded database; with it a new data folder is ready sooner. */
  emptyDatabase?: Blob;
}

export interface OpenedStore {
  store: Store;
  /** What was set right on opening, in plain words; for the log and the start-up lines. */
  notices: readonly string[];
  /** Checks the ledger's chain and the database against it. Writers wait meanwhile. */
  verify(): Promise<VerifyReport>;
}

/**
 * Opens the record. A data folder is made (mode 0700) where there is none and held by this process
 * until the store is closed. Throws FolderHeld, LedgerRefused, SchemaTooNew or ServerTooOld, each
 * with what to do, and then has changed nothing.
 */
export async function openStore(location: StoreLocation, { emptyDatabase }: OpenOptions = {}): Promise<OpenedStore> {
  return 'dataDir' in location ? openEmbedded(location.dataDir, emptyDatabase) : openShared(location.url);
}

async function openShared(url: string): Promise<OpenedStore> {
  const database = openPostgres(url);
  try {
    const store = await createStore({ database, ledger: tableLedger(() => crypto.randomUUID()), spill: () => fileSpill(tmpdir()) });
    return {
      store,
      notices: [],
      async verify() {
        const writer = await database.lockWriter();
        try {
          return await verifyRecord(database, () => tableLedgerLines(database));
        } finally {
          await writer.release();
        }
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
