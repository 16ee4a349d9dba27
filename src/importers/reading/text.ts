import type { Source } from '#importers/importer.ts';
import { limits } from '#importers/reading/limits.ts';
import { inDigits } from '#importers/reading/place.ts';
import { refuse, WHOLE_FILE } from '#importers/reading/rejection.ts';

/**
 * The text of a source, piece by piece. UTF-8 and nothing else: a byte order mark is dropped, UTF-16,
 * invalid UTF-8 and more than `mostBytes` are refused. A replacement character would change evidence.
 *
 * @throws SourceRefused with `empty`, `encoding-utf16`, `encoding` or `too-large`.
 */
export async function* textChunks(
  source: Source,
  mostBytes: number = limits.streamedBytes,
): AsyncGenerator<string, void, undefined> {
  if (source.size > mostBytes) refuseTooLarge(source.name, mostBytes);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const opening = new Opening(source.name);
  let bytes = 0;
  let somethingToRead = false;
  for await (const chunk of source.bytes()) {
    if (bytes + chunk.length > mostBytes) refuseTooLarge(source.name, mostBytes);
    const text = decode(decoder, opening.take(chunk), source.name, bytes);
    bytes += chunk.length;
    somethingToRead ||= /\S/.test(text);
    if (text.length > 0) yield text;
  }
  const last = decode(decoder, opening.rest(), source.name, bytes) + decode(decoder, undefined, source.name, bytes);
  if (!somethingToRead && !/\S/.test(last)) refuseEmpty(source.name);
  if (last.length > 0) yield last;
}

/** The whole text of a source of at most `mostBytes`; otherwise as `textChunks`. */
export async function readText(source: Source, mostBytes: number = limits.wholeTextBytes): Promise<string> {
  const pieces: string[] = [];
  for await (const piece of textChunks(source, mostBytes)) pieces.push(piece);
  return pieces.join('');
}

/**
 * The first 64 KiB for detection, as text with its byte order mark dropped, and as bytes. Never
 * refuses: whatever is not UTF-8 shows as replacement characters here, and is refused when it is read.
 */
export async function readStart(source: Source): Promise<{ text: string; bytes: Uint8Array }> {
  const bytes = new Uint8Array(Math.min(limits.startBytes, Math.max(source.size, 0)));
  let filled = 0;
  for await (const chunk of source.bytes()) {
    const part = chunk.subarray(0, bytes.length - filled);
    bytes.set(part, filled);
    filled += part.length;
    if (filled >= bytes.length) break;
  }
  const start = bytes.subarray(0, filled);
  return { text: new TextDecoder('utf-8').decode(start, { stream: true }), bytes: start };
}

/** Holds the first byte back until the second is there: two show a UTF-16 byte order mark. */
class Opening {
  readonly #file: string;
  #held = new Uint8Array(0);
  #done = false;
  constructor(file: string) {
    this.#file = file;
  }
  take(chunk: Uint8Array): Uint8Array {
    if (this.#done) return chunk;
    const start = new Uint8Array(this.#held.length + chunk.length);
    start.set(this.#held);
    start.set(chunk, this.#held.length);
    if (start.length < 2) {
      this.#held = start;
      return new Uint8Array(0);
    }
    this.#done = true;
    this.#held = new Uint8Array(0);
    if (isUtf16(start[0], start[1])) refuseUtf16(this.#file);
    return start;
  }
  rest(): Uint8Array {
    return this.#held;
  }
}

/** True for the byte order marks of UTF-16, and for ASCII text in UTF-16 without one. */
export function isUtf16(first: number | undefined, second: number | undefined): boolean {
  if (first === undefined || second === undefined) return false;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  return (second === 0 && first >= 0x20 && first < 0x7f) || (first === 0 && second >= 0x20 && second < 0x7f);
}

function decode(decoder: TextDecoder, chunk: Uint8Array | undefined, file: string, offset: number): string {
  try {
    return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch {
    return refuse(file, {
      place: offset === 0 ? WHOLE_FILE : `after byte ${inDigits(offset)}`,
      code: 'encoding',
      reason: 'The text is not valid UTF-8.',
      remedy: 'Save it as UTF-8 and import it again.',
    });
  }
}

/** Refuses a source of zero bytes or of white space only. */
export function refuseEmpty(file: string): never {
  return refuse(file, {
    place: WHOLE_FILE,
    code: 'empty',
    reason: 'The file is empty.',
    remedy: 'Check the step that writes it; an empty file is not the same as nothing found.',
  });
}

/** Refuses text in UTF-16, which Windows PowerShell writes for `>`. */
export function refuseUtf16(file: string): never {
  return refuse(file, {
    place: WHOLE_FILE,
    code: 'encoding-utf16',
    reason: 'The text is in UTF-16.',
    remedy: 'Save it as UTF-8, in PowerShell with: Out-File -Encoding utf8.',
  });
}

function refuseTooLarge(file: string, mostBytes: number): never {
  return refuse(file, {
    place: WHOLE_FILE,
    code: 'too-large',
    reason: `The file is larger than ${mebibytes(mostBytes)} MiB.`,
    remedy: 'Split it and import the parts.',
  });
}

function mebibytes(bytes: number): string {
  return inDigits(Math.floor(bytes / (1024 * 1024)));
}
