import { Pool, type PoolClient } from 'pg';
import { copyInto } from '#server/node/postgres-copy.ts';
import type { Database, Queries } from '#store/database.ts';
import { inTransaction } from '#store/single-session.ts';
import { createTurn } from '#store/turn.ts';

/** Advisory lock that one writing process of a database holds: the letters `whosecal` as a number. */
const WRITER_LOCK = '8604530904519108972';

/**
 * PostgreSQL through a pool. Several server processes may share one database: readers never wait,
 * writers take turns across processes. Throws on the first statement where the server cannot be reached.
 */
export function openPostgres(url: string, connections = 10): Database {
  const pool = new Pool({ connectionString: url, max: connections, keepAlive: true, application_name: 'whose-call' });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  const writerTurn = createTurn();

  async function withClient<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    const connection = watched(client);
    try {
      return await work(client);
    } finally {
      connection.release();
    }
  }

  return {
    ...queriesOf(pool),
    load: (table, columns, lines) => withClient((client) => copyInto(client, table, columns, lines)),
    transaction: (work) => withClient((client) => inTransaction(clientQueries(client), work)),
    snapshot: (work) =>
      withClient((client) =>
        inTransaction(clientQueries(client), async (queries) => {
          await queries.exec('set transaction isolation level repeatable read, read only');
          return work(queries);
        }),
      ),
    async lockWriter() {
      const leave = await writerTurn.take();
      try {
        const client = await pool.connect();
        const connection = watched(client);
        await client.query(`select pg_advisory_lock(${WRITER_LOCK})`);
        return {
          async release() {
            try {
              // The server lets go of the locks of a connection that was lost.
              if (!connection.lost()) await client.query(`select pg_advisory_unlock(${WRITER_LOCK})`);
            } finally {
              connection.release();
              leave();
            }
          },
        };
      } catch (error) {
        leave();
        throw error;
      }
    },
    close: () => pool.end(),
  };
}

/** Follows a connection while it is out of the pool, so that a lost one is not handed out again. */
function watched(client: PoolClient): { lost(): boolean; release(): void } {
  let failure: Error | undefined;
  const note = (error: Error): void => {
    failure = error;
  };
  client.on('error', note);
  return {
    lost: () => failure !== undefined,
    release() {
      client.removeListener('error', note);
      client.release(failure);
    },
  };
}

function clientQueries(client: PoolClient): Queries {
  return { ...queriesOf(client), load: (table, columns, lines) => copyInto(client, table, columns, lines) };
}

function queriesOf(connection: Pick<Pool | PoolClient, 'query'>): Omit<Queries, 'load'> {
  return {
    async query(sql, parameters = []) {
      const { rows } = await connection.query<Record<string, unknown>>(sql, [...parameters]);
      return rows;
    },
    async exec(sql) {
      await connection.query(sql);
    },
  };
}
