import type { DurableFile } from '#server/node/durable-file.ts';

const READ = 1 << 20;
const LINE_END = 10;

export interface FileLine {
  text: string;
  /** Offset after the line and its end. */
  end: number;
  /** False for a last line without its end: it was not written whole. */
  whole: boolean;
}

/** The lines of a file from an offset, one at a time: memory is one read and one line. */
export async function* fileLines(file: DurableFile, from: number): AsyncGenerator<FileLine> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let parts: Uint8Array[] = [];
  let offset = from;
  let lineStart = from;
  for (;;) {
    const block = new Uint8Array(READ);
    const count = await file.read(block, offset);
    if (count === 0) break;
    let start = 0;
    for (let at = block.indexOf(LINE_END); at !== -1 && at < count; at = block.indexOf(LINE_END, start)) {
      parts.push(block.subarray(start, at));
      lineStart = offset + at + 1;
      yield { text: joined(parts, decoder), end: lineStart, whole: true };
      parts = [];
      start = at + 1;
    }
    parts.push(block.subarray(start, count));
    offset += count;
  }
  if (offset > lineStart) yield { text: joined(parts, decoder), end: offset, whole: false };
}

/** Bytes that are no UTF-8 were not written by the ledger: they read as an empty line, which is no entry. */
function joined(parts: readonly Uint8Array[], decoder: TextDecoder): string {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  try {
    return decoder.decode(whole);
  } catch {
    return '';
  }
}
