import { memorySpill, type Spill } from '#core/spill.ts';

/** Characters of rows that are kept in memory. */
const KEPT = 1 << 20;

/**
 * Rows that wait for the end of their run, as text outside memory, so that any number of them costs the same. A row is a
 * value that JSON holds without loss.
 */
export class WaitingRows<Row extends object> {
  readonly #spillTo: () => Promise<Spill>;
  #spill: Spill | undefined;
  #lines: string[] = [];
  #pending = 0;
  length = 0;

  constructor(spillTo: () => Promise<Spill> = memorySpill) {
    this.#spillTo = spillTo;
  }

  push(row: Row): void {
    const line = JSON.stringify(row);
    this.#lines.push(line);
    this.#pending += line.length + 1;
    this.length += 1;
  }

  /** To be called between pieces of a file: takes what was pushed out of memory where it is much. */
  async settle(): Promise<void> {
    if (this.#pending < KEPT) return;
    this.#spill ??= await this.#spillTo();
    await this.#spill.write(`${this.#lines.join('\n')}\n`);
    this.#lines = [];
    this.#pending = 0;
  }

  /** The rows in the order they came, in groups of at most `size`; may be walked more than once. */
  async *pages(size: number): AsyncGenerator<readonly Row[], void, undefined> {
    let page: Row[] = [];
    let rest = '';
    for await (const text of this.#texts()) {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        page.push(this.#rowOf(line));
        if (page.length < size) continue;
        yield page;
        page = [];
      }
    }
    if (page.length > 0) yield page;
  }

  async close(): Promise<void> {
    await this.#spill?.close();
    this.#spill = undefined;
    this.#lines = [];
  }

  async *#texts(): AsyncGenerator<string, void, undefined> {
    if (this.#spill !== undefined) yield* this.#spill.read();
    for (const line of this.#lines) yield `${line}\n`;
  }

  #rowOf(line: string): Row {
    // The line was written from a Row by `push` and by nothing else.
    return JSON.parse(line) as Row;
  }
}
