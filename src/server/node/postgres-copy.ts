import { Query, type PoolClient } from 'pg';

/** What the driver's connection has for a COPY; its types leave this part of the protocol out. */
interface CopyConnection {
  sendCopyFromChunk(bytes: Uint8Array): void;
  endCopyFrom(): void;
}

/** A COPY whose rows are in memory (PostgreSQL, Frontend/Backend Protocol, 53.2.6). */
class CopyQuery extends Query {
  readonly #lines: string;

  constructor(sql: string, lines: string, done: (error: Error | undefined) => void) {
    super({ text: sql }, undefined, done);
    this.#lines = lines;
  }

  /** Called by the driver when the server is ready to take the rows. */
  handleCopyInResponse(connection: CopyConnection): void {
    connection.sendCopyFromChunk(Buffer.from(this.#lines));
    connection.endCopyFrom();
  }
}

/** Rows into a table through COPY FROM STDIN, in the text form `Queries.load` names. */
export function copyInto(client: PoolClient, table: string, columns: readonly string[], lines: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = (error: Error | undefined): void => (error === undefined || error === null ? resolve() : reject(error));
    client.query(new CopyQuery(`copy ${table} (${columns.join(', ')}) from stdin`, lines, done));
  });
}
