import type { Source } from '#importers/importer.ts';
import { importers } from '#importers/detect.ts';
import { createApp } from '#server/app.ts';
import { loadSample } from '#server/imports/load-steps.ts';
import { localIdentity, type CaseFiles } from '#server/ports.ts';
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
  /** The sample company; asked for only where the scenario needs it. */
  sample: SampleRecord;
  /** The documented cases to replay; absent = none. */
  caseFiles?: CaseFiles | undefined;
  /** Host names the pages are served under. */
  hosts: readonly string[];
}

/**
 * The files of the sample under paths that hold its `load.json`, read through the importers here; or a dump of a
 * database they were read into before, which opens in a moment.
 */
export type SampleRecord = { files: () => Promise<readonly Source[]> } | { dump: () => Promise<Blob> };

/** The real app over a record in memory: with the sample company, or with nothing in it. */
export async function startMockApp({ scenario, sample, caseFiles, hosts }: MockAppParts): Promise<MockApp> {
  const store = await openRecord(scenario.record === 'sample' ? sample : undefined);
  const app = createApp({
    store,
    clock: { now: () => new Date().toISOString() },
    identity: localIdentity,
    log: ({ message, error }) => console.error(message, error),
    allowedHosts: hosts,
    caseFiles,
    checkResponses: true,
  });
  return { app, store };
}

async function openRecord(sample: SampleRecord | undefined): Promise<Store> {
  const dump = sample !== undefined && 'dump' in sample ? await sample.dump() : undefined;
  const store = await createStore({ database: await openPGlite(undefined, dump), ledger: memoryLedger() });
  if (sample !== undefined && 'files' in sample) await loadSample({ store, files: await sample.files(), importers });
  return store;
}
