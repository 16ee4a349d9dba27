import { createApp } from '#server/app.ts';
import { localIdentity, type CaseFiles, type LogLine } from '#server/ports.ts';
import type { Entry } from '#core/record/entry.ts';
import type { Store } from '#store/store.ts';
import { emptyStore } from '#test/support/test-store.ts';

export const HOST = '127.0.0.1:4600';
/** The moment every test app lives at. */
const NOW = '2026-11-21T09:30:00.000Z';

export interface TestApp {
  store: Store;
  logged: LogLine[];
  app: (request: Request) => Promise<Response>;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** The parsed answer of a GET that is expected to be given. */
  json(path: string): Promise<unknown>;
  act(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
}

/**
 * The real app over an in-memory PGlite that holds these entries. Unless a store is given it is the one of the test
 * file, emptied: an earlier test app of the file holds nothing any more.
 */
export async function testApp(entries: readonly Entry[], replaced: Partial<Store> = {}, made?: Store, checkResponses = true, caseFiles?: CaseFiles): Promise<TestApp> {
  const real = made ?? (await emptyStore());
  if (entries.length > 0) {
    const batch = await real.begin({ kind: 'import', recordedAt: '2026-11-20', recordedBy: 'test', source: 'record.yaml', format: 'whose-call' });
    await batch.append(entries);
    await batch.commit(null);
  }
  const store: Store = { ...real, ...replaced };
  const logged: LogLine[] = [];
  const app = createApp({
    store, clock: { now: () => NOW }, identity: localIdentity, log: (line) => void logged.push(line), allowedHosts: [HOST],
    checkResponses, caseFiles, version: '0.1.0',
  });
  const get = (path: string, headers: Readonly<Record<string, string>> = {}) => app(new Request(`http://${HOST}${path}`, { headers }));
  return {
    store, logged, app, get,
    async json(path) {
      const response = await get(path);
      const body: unknown = await response.json();
      if (response.status !== 200) throw new Error(`${path} answered ${response.status}: ${JSON.stringify(body)}`);
      return body;
    },
    act: (path, body, headers = {}) =>
      app(new Request(`http://${HOST}${path}`, {
        method: 'POST', body: JSON.stringify(body),
        headers: { 'Content-Type': 'application/json', 'X-Whose-Call': '1', ...headers },
      })),
  };
}
