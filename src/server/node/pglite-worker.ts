import { Worker } from 'node:worker_threads';
import type { WorkerAnswer, WorkerRequest } from '#server/node/pglite-worker-message.ts';
import type { Database, Row } from '#store/database.ts';
import { singleSessionDatabase } from '#store/single-session.ts';

/** An error of the engine, with its SQLSTATE. */
export class EngineError extends Error {
  readonly code: string | undefined;
  constructor(message: string, code?: string) {
    super(message);
    this.name = 'EngineError';
    this.code = code;
  }
}

type Question =
  | { ask: 'query'; sql: string; parameters: Extract<WorkerRequest, { ask: 'query' }>['parameters'] }
  | { ask: 'exec'; sql: string }
  | { ask: 'load'; table: string; columns: readonly string[]; lines: string }
  | { ask: 'close' };

interface Waiting {
  resolve(rows: readonly Row[]): void;
  reject(error: Error): void;
}

/**
 * PGlite in a worker thread, so that a statement never blocks the thread that serves requests.
 * `dataDir` is a folder of its own; without it the database is in memory. A new one begins from
 * `empty`, a dump, where it is given. Throws EngineError where the folder cannot be opened.
 */
export async function openPGliteInWorker(dataDir?: string, empty?: Blob): Promise<Database> {
  const worker = new Worker(new URL('./pglite-worker-thread.ts', import.meta.url), { workerData: { dataDir, empty } });
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let ended: Error | undefined;

  await new Promise<void>((resolve, reject) => {
    const end = (error: Error): void => {
      ended ??= error;
      reject(ended);
      for (const { reject: refuse } of waiting.values()) refuse(ended);
      waiting.clear();
    };
    worker.on('message', (answer: WorkerAnswer) => {
      switch (answer.answer) {
        case 'ready':
          return resolve();
        case 'refused':
          return end(new EngineError(answer.message));
        case 'rows':
          waiting.get(answer.id)?.resolve(answer.rows);
          waiting.delete(answer.id);
          return undefined;
        case 'error':
          waiting.get(answer.id)?.reject(new EngineError(answer.message, answer.code));
          waiting.delete(answer.id);
          return undefined;
      }
    });
    worker.on('error', (error) => end(error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', () => end(new EngineError('The database thread has ended.')));
  });

  function ask(question: Question): Promise<readonly Row[]> {
    if (ended !== undefined) return Promise.reject(ended);
    asked += 1;
    const id = asked;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread has no origin
      worker.postMessage({ id, ...question } satisfies WorkerRequest);
    });
  }

  return singleSessionDatabase({
    query: (sql, parameters = []) => ask({ ask: 'query', sql, parameters }),
    async exec(sql) {
      await ask({ ask: 'exec', sql });
    },
    async load(table, columns, lines) {
      await ask({ ask: 'load', table, columns, lines });
    },
    async close() {
      if (ended !== undefined) return;
      const exited = new Promise((resolve) => {
        worker.once('exit', resolve);
      });
      await ask({ ask: 'close' });
      await exited;
    },
  });
}
