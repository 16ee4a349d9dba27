import type { Parameter, Row } from '#store/database.ts';

/** What the server's thread asks of the thread that holds the database. Answered in order, by `id`. */
export type WorkerRequest =
  | { id: number; ask: 'query'; sql: string; parameters: readonly Parameter[] }
  | { id: number; ask: 'exec'; sql: string }
  | { id: number; ask: 'load'; table: string; columns: readonly string[]; lines: string }
  | { id: number; ask: 'close' };

export type WorkerAnswer =
  | { answer: 'ready' }
  | { answer: 'refused'; message: string }
  | { answer: 'rows'; id: number; rows: readonly Row[] }
  | { answer: 'error'; id: number; message: string; code: string | undefined };
