const encoder = new TextEncoder();
const PIECE = 256 * 1024;

/**
 * Rows that wait for the end of their run, as bytes instead of objects: a quarter of a million results cost what
 * their texts cost. A row is a value that JSON holds without loss.
 */
export class WaitingRows<Row extends object> {
  readonly #pieces: Uint8Array[] = [];
  #lines: string[] = [];
  #pending = 0;
  length = 0;

  push(row: Row): void {
    const line = JSON.stringify(row);
    this.#lines.push(line);
    this.#pending += line.length + 1;
    this.length += 1;
    if (this.#pending < PIECE) return;
    this.#pieces.push(encoder.encode(this.#lines.join('\n')));
    this.#lines = [];
    this.#pending = 0;
  }

  /** The rows in the order they came; may be walked more than once. */
  *[Symbol.iterator](): Generator<Row, void, undefined> {
    const decoder = new TextDecoder();
    for (const piece of this.#pieces) for (const line of decoder.decode(piece).split('\n')) yield this.#rowOf(line);
    for (const line of this.#lines) yield this.#rowOf(line);
  }

  /** The rows in groups of at most `size`. */
  *pages(size: number): Generator<readonly Row[], void, undefined> {
    let page: Row[] = [];
    for (const row of this) {
      page.push(row);
      if (page.length < size) continue;
      yield page;
      page = [];
    }
    if (page.length > 0) yield page;
  }

  #rowOf(line: string): Row {
    // The line was written from a Row by `push` and by nothing else.
    return JSON.parse(line) as Row;
  }
}
