import { parentPort, workerData } from 'node:worker_threads';
import type { WorkerAnswer, WorkerRequest } from '#server/node/pglite-worker-message.ts';
import { openPGliteSession } from '#store/pglite-database.ts';
import type { Session } from '#store/single-session.ts';

/** Entry of the worker thread: one PGlite session, asked through messages. Started by `pglite-worker.ts` only. */
const port = parentPort;
if (port !== null) {
  const send = (answer: WorkerAnswer): void => port.postMessage(answer);
  // Given by `openPGliteInWorker`.
  const { dataDir, empty } = workerData as { dataDir: string | undefined; empty: Blob | undefined };
  try {
    const session = await openPGliteSession(dataDir, empty);
    let last = Promise.resolve();
    port.on('message', (request: WorkerRequest) => {
      last = last.then(() => serve(session, request, send));
    });
    send({ answer: 'ready' });
  } catch (error) {
    send({ answer: 'refused', message: messageOf(error) });
    port.close();
  }
}

async function serve(session: Session, request: WorkerRequest, send: (answer: WorkerAnswer) => void): Promise<void> {
  try {
    send({ answer: 'rows', id: request.id, rows: await perform(session, request) });
  } catch (error) {
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
    send({ answer: 'error', id: request.id, message: messageOf(error), code });
  }
  if (request.ask === 'close') parentPort?.close();
}

async function perform(session: Session, request: WorkerRequest): ReturnType<Session['query']> {
  switch (request.ask) {
    case 'query':
      return session.query(request.sql, request.parameters);
    case 'exec':
      await session.exec(request.sql);
      return [];
    case 'load':
      await session.load(request.table, request.columns, request.lines);
      return [];
    case 'close':
      await session.close();
      return [];
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
