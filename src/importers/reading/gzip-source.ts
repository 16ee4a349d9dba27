import type { Source } from '#importers/importer.ts';
import { crc32 } from '#importers/reading/crc32.ts';
import { expansionFault } from '#importers/reading/expansion.ts';
import { limits } from '#importers/reading/limits.ts';
import { inDigits } from '#importers/reading/place.ts';
import { refuse, WHOLE_FILE } from '#importers/reading/rejection.ts';

/**
 * The source, unpacked where it is gzip (RFC 1952): one member, at most as large and as much larger as the limits say.
 * It is unpacked as it is read, so that nothing of it has to fit into memory.
 *
 * @throws SourceRefused while it is read, with `too-large`, `ratio`, `gzip-members`, `gzip-nested`, `gzip-truncated` or
 * `gzip-damaged`.
 */
export async function unpackedGzip(source: Source): Promise<Source> {
  const start = await firstBytes(source, 2);
  if (start[0] !== 0x1f || start[1] !== 0x8b) return source;
  return {
    ...source,
    name: source.name.replace(/\.gz(ip)?$/i, ''),
    size: Math.max(source.size, limits.startBytes),
    bytes: () => gunzip(source),
  };
}

async function firstBytes(source: Source, count: number): Promise<Uint8Array> {
  const bytes: number[] = [];
  for await (const chunk of source.bytes()) {
    bytes.push(...chunk.subarray(0, count - bytes.length));
    if (bytes.length >= count) break;
  }
  return Uint8Array.from(bytes);
}

async function* gunzip(source: Source): AsyncGenerator<Uint8Array, void, undefined> {
  const { name } = source;
  if (source.size > limits.uploadBytes) refuse(name, { place: WHOLE_FILE, code: 'too-large', reason: `The file is larger than ${inDigits(limits.uploadBytes / (1024 * 1024))} MiB.`, remedy: 'Split it and import the parts.' });
  const packed = new PackedBytes(source);
  const reader = packed.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  let unpacked = 0;
  let sum = 0;
  try {
    for (;;) {
      const { value, done } = await reader.read().catch((error: unknown) => refuseDamage(name, error, unpacked, sum, packed));
      if (done) break;
      if (unpacked === 0 && value[0] === 0x1f && value[1] === 0x8b) refuseNested(name);
      if (unpacked === 0 && value[0] === 0x50 && value[1] === 0x4b && value[2] === 0x03) refuseNested(name);
      unpacked += value.length;
      sum = crc32(value, sum);
      const fault = expansionFault(packed.count, unpacked, 'ratio');
      if (fault !== undefined) refuse(name, { place: WHOLE_FILE, ...fault });
      yield value;
    }
    if (!packed.endsWith(sum, unpacked)) refuseMembers(name);
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** The packed bytes on their way, with their number and the last eight, which hold the sum and the size of the last member. */
class PackedBytes {
  count = 0;
  readonly #source: Source;
  #tail = new Uint8Array(0);

  constructor(source: Source) {
    this.#source = source;
  }

  stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
    const chunks = this.#source.bytes()[Symbol.asyncIterator]();
    return new ReadableStream({
      pull: async (controller) => {
        const next = await chunks.next();
        if (next.done === true) return controller.close();
        const copy = new Uint8Array(next.value);
        this.count += copy.length;
        this.#tail = new Uint8Array([...this.#tail, ...copy.subarray(-8)]).slice(-8);
        controller.enqueue(copy);
      },
      cancel: async () => {
        await chunks.return?.();
      },
    });
  }

  /** True where the trailer is that of everything that was unpacked, and so of the only member. */
  endsWith(sum: number, size: number): boolean {
    if (this.#tail.length < 8) return false;
    const view = new DataView(this.#tail.buffer);
    return view.getUint32(0, true) === sum && view.getUint32(4, true) === size % 2 ** 32;
  }
}

/** Some decoders stop with an error after the first member, others go on: both are told by the trailer. */
function refuseDamage(file: string, error: unknown, unpacked: number, sum: number, packed: PackedBytes): never {
  const words = error instanceof Error ? `${error.message} ${error.cause instanceof Error ? error.cause.message : ''}` : String(error);
  if (/trailing|junk|after.*end/i.test(words)) refuseMembers(file);
  if (/unexpected end|truncat|not complete|did not complete|incomplete/i.test(words) && !packed.endsWith(sum, unpacked)) {
    return refuse(file, { place: WHOLE_FILE, code: 'gzip-truncated', reason: 'The gzip file ends in the middle.', remedy: 'Check that the whole file arrived.' });
  }
  return refuse(file, { place: WHOLE_FILE, code: 'gzip-damaged', reason: 'The gzip file is damaged: it does not unpack to what its sum says.', remedy: 'Pack it again.' });
}

function refuseMembers(file: string): never {
  return refuse(file, { place: WHOLE_FILE, code: 'gzip-members', reason: 'More follows after the end of the gzip file.', remedy: 'Pack one file at a time.' });
}

function refuseNested(file: string): never {
  return refuse(file, { place: WHOLE_FILE, code: 'gzip-nested', reason: 'There is one more archive inside the gzip file.', remedy: 'Unpack the inner archive and import that.' });
}
