import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { expansionFault } from '#importers/reading/expansion.ts';
import { limits } from '#importers/reading/limits.ts';
import { inDigits, quoted } from '#importers/reading/place.ts';
import { refuse, WHOLE_FILE } from '#importers/reading/rejection.ts';
import { isLeftByDesktop, nameFault } from '#server/node/archive/zip-names.ts';

/** One file of an archive that passed every check of the directory. */
export interface ZipMember {
  name: string;
  entry: Entry;
}

export interface OpenZip {
  zip: ZipFile;
  members: readonly ZipMember[];
}

const FILE_TYPE = 0o170000;
const SYMBOLIC_LINK = 0o120000;
const REGULAR = 0o100000;
const FOLDER = 0o040000;

/** Bytes of a local header before its name. */
const LOCAL_HEADER = 30;
const LOOKED_AT = 70_000;

/** Of a name too long to be one, as much is shown as a person reads. */
const LONGEST_PLACE = 200;

/**
 * Opens a zip archive and checks its directory against the bytes before anything is unpacked: names, kinds, methods,
 * sizes, and that no two members share bytes.
 *
 * @throws SourceRefused with `zip-prefix`, `zip-truncated`, `zip-damaged`, `zip-too-many`, `empty`, `zip-path`, `zip-name`,
 * `zip-nested`, `zip-type`, `zip-duplicate`, `zip-symlink`, `zip-encrypted`, `zip-method`, `zip-ratio`, `too-large`,
 * `zip-inconsistent` or `zip-overlap`.
 */
export async function openZip(bytes: Buffer, file: string): Promise<OpenZip> {
  const isZip = bytes.subarray(0, 2).toString('latin1') === 'PK';
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, decodeStrings: false, validateEntrySizes: true, autoClose: false }).catch((error: unknown) => refuseDirectory(file, error, isZip));
  if (!isZip) refuse(file, { place: WHOLE_FILE, code: 'zip-prefix', reason: 'The archive begins with something that is no archive.', remedy: 'Pack the files again.' });
  const entries = await entriesOf(zip, file);
  refuseOverlap(entries.map((entry) => ({ from: entry.relativeOffsetOfLocalHeader, to: entry.relativeOffsetOfLocalHeader + LOCAL_HEADER + entry.compressedSize })), file);
  if (zip.entryCount > limits.archiveMembers) refuse(file, { place: WHOLE_FILE, code: 'zip-too-many', reason: `The archive has ${inDigits(zip.entryCount)} members and may have ${limits.archiveMembers}.`, remedy: 'Split it and import the parts.' });
  const members = entries.flatMap((entry) => memberOf(entry, file));
  if (members.length === 0) refuse(file, { place: WHOLE_FILE, code: 'empty', reason: 'There is no file in the archive.', remedy: 'Check the step that packs it.' });
  refuseDuplicates(members, file);
  const packed = members.reduce((sum, { entry }) => sum + entry.compressedSize, 0);
  const unpacked = members.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0);
  const fault = expansionFault(packed, unpacked, 'zip-ratio');
  if (fault !== undefined) refuse(file, { place: WHOLE_FILE, ...fault });
  await refuseInconsistent(zip, entries, bytes, file);
  return { zip, members };
}

/** The directory, as far as it is worth reading: an archive of more members than may be is still looked at for shared bytes. */
async function entriesOf(zip: ZipFile, file: string): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      entries.push(entry);
      if (entries.length > LOOKED_AT) break;
    }
  } catch (error) {
    refuseDirectory(file, error, true);
  }
  return entries;
}

/** The member as a file, or nothing for a folder. */
function memberOf(entry: Entry, file: string): readonly ZipMember[] {
  const name = nameOf(entry, file);
  const fault = nameFault(name);
  if (fault !== undefined) refuse(file, { place: name.length > LONGEST_PLACE ? `${name.slice(0, LONGEST_PLACE)}…` : name, ...fault });
  if (isLeftByDesktop(name)) return [];
  const mode = (entry.externalFileAttributes >>> 16) & FILE_TYPE;
  if (mode === SYMBOLIC_LINK) refuse(file, { place: name, code: 'zip-symlink', reason: `${quoted(name)} is a link and no file.`, remedy: 'Pack the file the link points at.' });
  if (mode !== 0 && mode !== REGULAR && mode !== FOLDER) refuse(file, { place: name, code: 'zip-type', reason: `${quoted(name)} is no regular file.`, remedy: 'Pack reports and tables only.' });
  if ((entry.generalPurposeBitFlag & 0x41) !== 0) refuse(file, { place: name, code: 'zip-encrypted', reason: `${quoted(name)} is encrypted.`, remedy: 'Pack the files without a password.' });
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) refuse(file, { place: name, code: 'zip-method', reason: `${quoted(name)} is packed by method ${entry.compressionMethod}; stored and deflate are read.`, remedy: 'Pack the files again with the usual method.' });
  if (name.endsWith('/')) {
    if (entry.uncompressedSize > 0) refuse(file, { place: name, code: 'zip-inconsistent', reason: `${quoted(name)} is a folder that holds bytes.`, remedy: 'Pack the files again.' });
    return [];
  }
  const ratio = expansionFault(entry.compressedSize, entry.uncompressedSize, 'zip-ratio');
  if (ratio !== undefined) refuse(file, { place: name, ...ratio });
  return [{ name, entry }];
}

function nameOf(entry: Entry, file: string): string {
  const raw: Buffer = entry.fileNameRaw;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    return refuse(file, { place: WHOLE_FILE, code: 'zip-name', reason: 'A name in the archive is not UTF-8.', remedy: 'Pack the files again under plain names.' });
  }
}

function refuseDuplicates(members: readonly ZipMember[], file: string): void {
  const seen = new Map<string, string>();
  for (const { name } of members) {
    const key = name.normalize('NFC').toLowerCase();
    const other = seen.get(key);
    if (other !== undefined) refuse(file, { place: name, code: 'zip-duplicate', reason: `${quoted(name)} and ${quoted(other)} are one name on many systems.`, remedy: 'Give every file its own name.' });
    seen.set(key, name);
  }
}

/** Where a member's bytes stand, its header included. */
interface Extent {
  from: number;
  to: number;
}

/** The header before each member's bytes must say what the directory says, and no two members may share bytes. */
async function refuseInconsistent(zip: ZipFile, entries: readonly Entry[], bytes: Buffer, file: string): Promise<void> {
  const extents: Extent[] = [];
  for (const entry of entries) {
    const header = await zip.readLocalFileHeaderPromise(entry).catch((error: unknown) => refuseDirectory(file, error, true));
    const isStreamed = (header.generalPurposeBitFlag & 0x08) !== 0;
    const isSame =
      header.fileName.equals(entry.fileNameRaw) && header.compressionMethod === entry.compressionMethod &&
      (header.generalPurposeBitFlag & 0x41) === (entry.generalPurposeBitFlag & 0x41) &&
      (isStreamed || header.crc32 === entry.crc32) &&
      (isStreamed || header.compressedSize === 0xffffffff || (header.compressedSize === entry.compressedSize && header.uncompressedSize === entry.uncompressedSize));
    if (!isSame) refuse(file, { place: WHOLE_FILE, code: 'zip-inconsistent', reason: 'The directory of the archive and the header of a member say different things.', remedy: 'Pack the files again.' });
    const to = header.fileDataStart + entry.compressedSize;
    if (to > bytes.length) refuseTruncated(file);
    extents.push({ from: entry.relativeOffsetOfLocalHeader, to });
  }
  refuseOverlap(extents, file);
  if (Math.min(...extents.map(({ from }) => from)) > 0) refuse(file, { place: WHOLE_FILE, code: 'zip-prefix', reason: 'The archive begins with something that is no archive.', remedy: 'Pack the files again.' });
}

function refuseOverlap(extents: readonly Extent[], file: string): void {
  let end = 0;
  for (const { from, to } of extents.toSorted((a, b) => a.from - b.from)) {
    if (from < end) refuse(file, { place: WHOLE_FILE, code: 'zip-overlap', reason: 'Two members of the archive share bytes.', remedy: 'Pack the files again.' });
    end = to;
  }
}

/** What yauzl says of a directory it cannot read, in our words. */
function refuseDirectory(file: string, error: unknown, isZip: boolean): never {
  const words = error instanceof Error ? error.message : String(error);
  if (!isZip) refuse(file, { place: WHOLE_FILE, code: 'not-an-archive', reason: 'The file is no zip archive.', remedy: 'Check the step that packs it.' });
  if (/end of central directory|unexpected EOF|not found|out of bounds/i.test(words)) refuseTruncated(file);
  if (/encrypt/i.test(words)) refuse(file, { place: WHOLE_FILE, code: 'zip-encrypted', reason: 'The archive is encrypted.', remedy: 'Pack the files without a password.' });
  if (/multi-disk|disk number/i.test(words)) refuse(file, { place: WHOLE_FILE, code: 'zip-split', reason: 'The archive is one part of several.', remedy: 'Pack the files into one archive.' });
  return refuse(file, { place: WHOLE_FILE, code: 'zip-inconsistent', reason: `The directory of the archive is damaged: ${words.slice(0, 120)}.`, remedy: 'Pack the files again.' });
}

function refuseTruncated(file: string): never {
  return refuse(file, { place: WHOLE_FILE, code: 'zip-truncated', reason: 'The archive ends in the middle.', remedy: 'Check that the whole file arrived.' });
}
