import type { Source } from '#importers/importer.ts';
import { importers } from '#importers/detect.ts';
import { createApp } from '#server/app.ts';
import { loadSample } from '#server/imports/load-steps.ts';
import { localIdentity } from '#server/ports.ts';
import { createStore } from '#store/create-store.ts';
import { memoryLedger } from '#store/memory-ledger.ts';
import { openPGlite } from '#store/pglite-database.ts';
import type { Store } from '#store/store.ts';
import type { Scenario } from '#mocks/scenarios.ts';

export interface MockApp {
  app: (request: Request) => Promise<Response>;
  store: Store;
}

export interface MockAppParts {
  scenario: Scenario;
  /** Files of the sample under paths that hold its `load.json`; asked for only where the scenario needs them. */
  sample: () => Promise<readonly Source[]>;
  /** Host names the pages are served under. */
  hosts: readonly string[];
  onStep?: ((done: number, of: number) => void) | undefined;
}

/** The real app over a record in memory: with the sample company, or with nothing in it. */
export async function startMockApp({ scenario, sample, hosts, onStep }: MockAppParts): Promise<MockApp> {
  const store = await createStore({ database: await openPGlite(), ledger: memoryLedger() });
  if (scenario.record === 'sample') await loadSample({ store, files: await sample(), importers, onStep });
  const app = createApp({
    store,
    clock: { now: () => new Date().toISOString() },
    identity: localIdentity,
    log: ({ message, error }) => console.error(message, error),
    allowedHosts: hosts,
    checkResponses: true,
  });
  return { app, store };
}
