/**
 * A place for text that is too much for memory: written first, then read, as often as needed, in the order it was written.
 * It is gone when it is closed, or when the process ends.
 */
export interface Spill {
  write(text: string): Promise<void>;
  /** What was written, in pieces. */
  read(): AsyncIterable<string>;
  close(): Promise<void>;
}

/** Where there are no files: in a browser, in tests. */
export function memorySpill(): Promise<Spill> {
  const pieces: string[] = [];
  return Promise.resolve({
    write(text) {
      pieces.push(text);
      return Promise.resolve();
    },
    async *read() {
      yield* pieces;
    },
    close() {
      pieces.length = 0;
      return Promise.resolve();
    },
  });
}
