import type { ZipFile } from 'yauzl';
import type { Source } from '#importers/importer.ts';
import { foreignBytes } from '#importers/detection/foreign-bytes.ts';
import { crc32 } from '#importers/reading/crc32.ts';
import { expansionFault } from '#importers/reading/expansion.ts';
import { limits } from '#importers/reading/limits.ts';
import { inDigits, quoted } from '#importers/reading/place.ts';
import { refuse, WHOLE_FILE } from '#importers/reading/rejection.ts';
import { readStart, refuseEmpty } from '#importers/reading/text.ts';
import { openZip, type ZipMember } from '#server/node/archive/zip-directory.ts';
import { contentFault } from '#server/node/archive/zip-names.ts';

/**
 * The files of a zip archive as sources that are taken together or not at all; the source itself where it is no archive
 * (a workbook is one by its bytes, and is refused by name elsewhere). Every member is unpacked once here and thrown
 * away, so that a wrong sum or size is known before any of them is read.
 *
 * @throws SourceRefused as `openZip`, and with `zip-crc`, `zip-inconsistent`, `zip-nested`, `zip-type` and `too-large`.
 */
export async function unpackedZip(source: Source): Promise<readonly Source[]> {
  const { bytes: start } = await readStart(source);
  const isArchive = foreignBytes(start, source.name)?.code === 'zip-not-supported' || /\.zip$/i.test(source.name);
  if (!isArchive) return [source];
  const file = source.name;
  if (start.length === 0) refuseEmpty(file);
  const packed = await wholeOf(source);
  const { zip, members } = await openZip(packed, file);
  let unpacked = 0;
  for (const member of members) {
    for await (const chunk of checkedBytes(zip, member, file)) {
      unpacked += chunk.length;
      const fault = expansionFault(packed.length, unpacked, 'zip-ratio');
      if (fault !== undefined) refuse(file, { place: WHOLE_FILE, ...fault });
    }
  }
  return members.map((member) => ({
    name: `${file}/${member.name}`,
    size: member.entry.uncompressedSize,
    unit: file,
    bytes: () => checkedBytes(zip, member, file),
  }));
}

async function wholeOf(source: Source): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source.bytes()) {
    size += chunk.length;
    if (size > limits.uploadBytes) refuse(source.name, { place: WHOLE_FILE, code: 'too-large', reason: `The archive is larger than ${inDigits(limits.uploadBytes / (1024 * 1024))} MiB.`, remedy: 'Split it and import the parts.' });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The bytes of a member, held to what the directory says of them: the library checks neither their sum nor what they are. */
async function* checkedBytes(zip: ZipFile, { name, entry }: ZipMember, file: string): AsyncGenerator<Uint8Array, void, undefined> {
  let size = 0;
  let sum = 0;
  const stream = await zip.openReadStreamPromise(entry);
  try {
    for await (const chunk of stream) {
      const bytes = Uint8Array.from(chunk as Buffer);
      if (size === 0) {
        const fault = contentFault(name, bytes);
        if (fault !== undefined) refuse(file, { place: name, ...fault });
      }
      size += bytes.length;
      sum = crc32(bytes, sum);
      yield bytes;
    }
  } catch (error) {
    if (error instanceof Error && error.name === 'SourceRefused') throw error;
    refuse(file, { place: name, code: 'zip-inconsistent', reason: `${quoted(name)} does not unpack to the size the archive says.`, remedy: 'Pack the files again.' });
  }
  if (size !== entry.uncompressedSize) refuse(file, { place: name, code: 'zip-inconsistent', reason: `${quoted(name)} does not unpack to the size the archive says.`, remedy: 'Pack the files again.' });
  if (sum !== entry.crc32) refuse(file, { place: name, code: 'zip-crc', reason: `${quoted(name)} does not have the sum the archive says: it is damaged.`, remedy: 'Pack the files again.' });
}
