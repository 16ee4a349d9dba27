import { deflateRawSync } from 'node:zlib';
import { crc32 } from '#importers/reading/crc32.ts';

/** One member of a zip archive made for a test; every field that is left out is what a decent packer writes. */
export interface ZipPart {
  name: string;
  content?: string | Uint8Array;
  /** Name in the header before the bytes. */
  localName?: string;
  method?: number;
  flags?: number;
  /** Unix mode. */
  mode?: number;
  sum?: number;
  /** Size that the directory states. */
  size?: number;
  /** Shares the bytes of the member before it. */
  shared?: boolean;
}

/** The bytes of a zip archive, with what is wrong in it as asked. */
export function zipFile(parts: readonly ZipPart[], around: { before?: string; after?: string } = {}): Uint8Array {
  const pieces: Buffer[] = [Buffer.from(around.before ?? '')];
  const directory: Buffer[] = [];
  let offset = pieces[0]?.length ?? 0;
  let last = offset;
  for (const part of parts) {
    const content = Buffer.from(part.content ?? '{}');
    const method = part.method ?? 8;
    const packed = method === 8 ? deflateRawSync(content) : content;
    const fields = [part.flags ?? 0x800, method, 0, 0x21, part.sum ?? crc32(content), packed.length, part.size ?? content.length];
    const at = part.shared === true ? last : offset;
    if (part.shared !== true) {
      const local = Buffer.concat([header(0x04034b50, [20], fields, part.localName ?? part.name), Buffer.from(part.localName ?? part.name), packed]);
      pieces.push(local);
      last = offset;
      offset += local.length;
    }
    const end = Buffer.alloc(14);
    end.writeUInt32LE(((part.mode ?? 0o100644) << 16) >>> 0, 6);
    end.writeUInt32LE(at, 10);
    directory.push(header(0x02014b50, [0x0314, 20], fields, part.name), end, Buffer.from(part.name));
  }
  const central = Buffer.concat(directory);
  const tail = Buffer.alloc(22);
  tail.writeUInt32LE(0x06054b50, 0);
  tail.writeUInt16LE(parts.length, 8);
  tail.writeUInt16LE(parts.length, 10);
  tail.writeUInt32LE(central.length, 12);
  tail.writeUInt32LE(offset, 16);
  return Uint8Array.from(Buffer.concat([...pieces, central, tail, Buffer.from(around.after ?? '')]));
}

function header(signature: number, versions: readonly number[], [flags = 0, method = 0, time = 0, date = 0, sum = 0, packed = 0, size = 0]: readonly number[], name: string): Buffer {
  const bytes = Buffer.alloc(4 + versions.length * 2 + 8 + 12 + 4);
  let at = bytes.writeUInt32LE(signature, 0);
  for (const value of [...versions, flags, method, time, date]) at = bytes.writeUInt16LE(value, at);
  for (const value of [sum, packed, size]) at = bytes.writeUInt32LE(value, at);
  bytes.writeUInt16LE(Buffer.byteLength(name), at);
  return bytes;
}
