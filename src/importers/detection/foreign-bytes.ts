import { foreign, type Foreign } from '#importers/detection/foreign.ts';

const asCsv = 'Open it, choose Save As, CSV UTF-8 (comma delimited), one sheet to a file, and import that.';

const archive = (kind: string): Foreign => ({ what: `a ${kind} archive`, code: `${kind.toLowerCase()}-not-supported`, hint: 'Unpack it and import the files or the folder.' });

const magic: readonly (readonly [readonly number[], Foreign])[] = [
  [[0x1f, 0x8b], archive('gzip')],
  [[0x42, 0x5a, 0x68], archive('bzip2')],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], archive('xz')],
  [[0x28, 0xb5, 0x2f, 0xfd], archive('zstd')],
  [[0x37, 0x7a, 0xbc, 0xaf], archive('7z')],
  [[0x52, 0x61, 0x72, 0x21, 0x1a, 0x07], archive('RAR')],
  [[0x25, 0x50, 0x44, 0x46], foreign('a PDF', 'Export the table it shows as CSV.')],
  [[0x89, 0x50, 0x4e, 0x47], foreign('a PNG picture')],
  [[0xff, 0xd8, 0xff], foreign('a JPEG picture')],
  [[0x47, 0x49, 0x46, 0x38], foreign('a GIF picture')],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66], foreign('a SQLite database', 'Export the table as CSV.')],
  [[0xd0, 0xcf, 0x11, 0xe0], { what: 'an old Excel or Office file', code: 'xlsx-not-supported', hint: asCsv }],
  [[0x7f, 0x45, 0x4c, 0x46], foreign('a program')],
];

/** The foreign format the first bytes of a file stand for. */
export function foreignBytes(bytes: Uint8Array, name: string): Foreign | undefined {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && [0x03, 0x05, 0x07].includes(bytes[2] ?? 0)) return zipKind(bytes, name);
  if (isTar(bytes)) return archive('TAR');
  return magic.find(([first]) => first.every((byte, index) => bytes[index] === byte))?.[1];
}

const TAR_MARK_AT = 257;

/** `ustar` in the header of the first member, as POSIX 1003.1 has it. */
function isTar(bytes: Uint8Array): boolean {
  return [0x75, 0x73, 0x74, 0x61, 0x72].every((byte, index) => bytes[TAR_MARK_AT + index] === byte);
}

/** Office files are zip archives; the names of their parts stand in them as plain text. */
function zipKind(bytes: Uint8Array, name: string): Foreign {
  const text = new TextDecoder('latin1').decode(bytes);
  if (/\.(csv|tsv)$/i.test(name)) return { what: 'a zip archive or workbook with the name of a table', code: 'not-csv', hint: asCsv };
  if (/xl\/|\[Content_Types\]\.xml/.test(text) && !/word\/|ppt\//.test(text)) return { what: 'an Excel workbook (XLSX)', code: 'xlsx-not-supported', hint: asCsv };
  if (text.includes('opendocument.spreadsheet')) return { what: 'an OpenDocument spreadsheet', code: 'xlsx-not-supported', hint: asCsv };
  if (/word\/|ppt\/|opendocument/.test(text)) return foreign('an Office document');
  return archive('ZIP');
}
