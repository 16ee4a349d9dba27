import type { Database, Queries } from '#store/database.ts';
import { createTurn } from '#store/turn.ts';

/** An engine with one session: what PGlite is, in this thread or in another. */
export interface Session extends Queries {
  close(): Promise<void>;
}

/**
 * A database over one session: whoever comes while a transaction runs waits for its end, so nobody
 * reads what is not committed.
 */
export function singleSessionDatabase(session: Session): Database {
  const sessionTurn = createTurn();
  const writerTurn = createTurn();

  async function alone<T>(work: () => Promise<T>): Promise<T> {
    const leave = await sessionTurn.take();
    try {
      return await work();
    } finally {
      leave();
    }
  }

  return {
    query: (sql, parameters) => alone(() => session.query(sql, parameters)),
    exec: (sql) => alone(() => session.exec(sql)),
    load: (table, columns, lines) => alone(() => session.load(table, columns, lines)),
    transaction: (work) => alone(() => inTransaction(session, work)),
    // In a transaction, so that a planner's setting of one reading ends with it.
    snapshot: (work) => alone(() => inTransaction(session, work)),
    async lockWriter() {
      const leave = await writerTurn.take();
      return { release: () => Promise.resolve(leave()) };
    },
    close: () => alone(() => session.close()),
  };
}

/** BEGIN, the work, COMMIT; or ROLLBACK and the work's own error. */
export async function inTransaction<T>(session: Queries, work: (queries: Queries) => Promise<T>): Promise<T> {
  await session.exec('begin');
  let result: T;
  try {
    result = await work(session);
  } catch (error) {
    // A rollback that fails too (connection gone) says less than what went wrong first.
    await session.exec('rollback').catch(() => undefined);
    throw error;
  }
  await session.exec('commit');
  return result;
}
