/** What a statement takes. Lists and objects travel as one JSON text parameter. */
export type Parameter = string | number | boolean | null;

/** Statements select only text, integers below 2^53, floats, booleans and null; anything else is cast in SQL. */
export type Row = Readonly<Record<string, unknown>>;

/** Where statements run: a database, or one transaction of it. */
export interface Queries {
  /** One statement with `$1`, `$2` ... parameters. */
  query(sql: string, parameters?: readonly Parameter[]): Promise<readonly Row[]>;
  /** Several statements separated by `;`, without parameters. */
  exec(sql: string): Promise<void>;
  /**
   * Rows into a table in one go, as PostgreSQL's COPY takes them: a line a row, tabs between the columns, `\N` for null
   * (`copyField` spells a value). Five times as fast as statements with parameters.
   */
  load(table: string, columns: readonly string[], lines: string): Promise<void>;
}

/**
 * The port to an SQL engine of the PostgreSQL dialect. Adapters: PGlite in this thread, PGlite in a
 * worker thread, PostgreSQL through a pool. Everything above is written once.
 */
export interface Database extends Queries {
  /** Runs `work` in one transaction; a throw rolls everything back and is passed on. */
  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  /** Runs reading `work` on one state of the record: no commit of others shows between its statements. */
  snapshot<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  /**
   * Waits until no other writer of this database, in this or another process, holds the writer's
   * lock. Readers never wait for it.
   */
  lockWriter(): Promise<WriterLock>;
  close(): Promise<void>;
}

export interface WriterLock {
  release(): Promise<void>;
}

/** One value in a line for `load`. */
export function copyField(value: string | number | null): string {
  if (value === null) return '\\N';
  const text = String(value);
  return /[\\\t\n\r]/.test(text) ? text.replaceAll(/[\\\t\n\r]/g, (sign) => copyEscapes[sign] ?? sign) : text;
}

const copyEscapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A text column. Throws where the statement selects something else: a mistake in a query, not in the data. */
export function textOf(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new TypeError(`Column ${column} is ${typeof value}, not text.`);
  return value;
}

export function textOrNullOf(row: Row, column: string): string | null {
  const value = row[column];
  return value === null ? null : textOf(row, column);
}

export function numberOf(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw new TypeError(`Column ${column} is ${typeof value}, not a number.`);
  return value;
}

/** The one row of a statement that always answers with one. */
export function onlyRow(rows: readonly Row[]): Row {
  const [row] = rows;
  if (row === undefined || rows.length > 1) throw new TypeError(`Expected one row, got ${rows.length}.`);
  return row;
}
