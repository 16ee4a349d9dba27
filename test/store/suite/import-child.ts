import { writeSync } from 'node:fs';
import { openStore } from '#server/node/open-store.ts';
import type { Batch, Store } from '#store/store.ts';
import { importScans } from '#test/store/suite/import-files.ts';

/**
 * A process that imports the scans of the second day into a data folder and says on standard output, a letter each, how
 * far it is: `p` read on, `a` entries are being stored, `c` a file is being committed, `d` it was. Killed by its parent.
 */
const [, , dataDir = ''] = process.argv;
const say = (letter: string): void => void writeSync(1, letter);

function telling(batch: Batch): Batch {
  return {
    ...batch,
    append(entries) {
      say('a');
      return batch.append(entries);
    },
    async commit(report) {
      say('c');
      const committed = await batch.commit(report);
      say('d');
      return committed;
    },
  };
}

const { store } = await openStore({ dataDir });
const told: Store = { ...store, begin: async (header) => telling(await store.begin(header)) };
await importScans(told, 1, () => say('p'));
await store.close();
