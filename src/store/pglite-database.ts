import { PGlite } from '@electric-sql/pglite';
import type { Database } from '#store/database.ts';
import { singleSessionDatabase, type Session } from '#store/single-session.ts';

/**
 * PGlite in the calling thread: in the browser, in tests, and inside the server's worker thread.
 * Without `dataDir` everything is in memory and gone with the page or process. A new database begins
 * from `empty`, a dump of one, where it is given: that saves the seconds of making one.
 */
export async function openPGlite(dataDir?: string, empty?: Blob): Promise<Database> {
  return singleSessionDatabase(await openPGliteSession(dataDir, empty));
}

/** The bare session, for the worker thread that serves one to another thread. */
export async function openPGliteSession(dataDir?: string, empty?: Blob): Promise<Session> {
  const engine = await PGlite.create({
    ...(dataDir === undefined ? {} : { dataDir }),
    ...(empty === undefined ? {} : { loadDataDir: empty }),
  });
  return sessionOver(engine);
}

/** A database over an engine the caller made and keeps, to dump it later. */
export function databaseOver(engine: PGlite): Database {
  return singleSessionDatabase(sessionOver(engine));
}

function sessionOver(engine: PGlite): Session {
  return {
    async query(sql, parameters = []) {
      const { rows } = await engine.query<Record<string, unknown>>(sql, [...parameters]);
      return rows;
    },
    async exec(sql) {
      await engine.exec(sql);
    },
    async load(table, columns, lines) {
      await engine.query(`copy ${table} (${columns.join(', ')}) from '/dev/blob'`, [], { blob: new Blob([lines]) });
    },
    close: () => engine.close(),
  };
}
