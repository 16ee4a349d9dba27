import { gzipSync } from 'node:zlib';
import type { FormatSample } from '#test/support/format-samples.ts';

const encoder = new TextEncoder();

/** A way in which a good file goes bad, and what becomes of it: refused with a code, taken with a line of that code, or taken as if nothing were. */
export interface Damage {
  name: string;
  notations: readonly FormatSample['notation'][];
  outcome: 'REJECT' | 'PARTIAL' | 'ACCEPT';
  code: string;
  /** Where a file holds many documents, only the one it is in is lost. */
  ofOneDocument?: true;
  of(sample: FormatSample): { file: string; content: string | Uint8Array };
}

const all = ['json', 'yaml', 'csv', 'lines'] as const;

/** The changed text under its own name. */
function changed(change: (good: string) => string | Uint8Array): Damage['of'] {
  return ({ file, text: good }) => ({ file, content: change(good) });
}

function utf16(good: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(2 + good.length * 2);
  const view = new DataView(bytes.buffer);
  for (const [index, unit] of [0xfeff, ...good.split('').map((each) => each.charCodeAt(0))].entries()) view.setUint16(index * 2, unit, littleEndian);
  return bytes;
}

function withBytes(good: string, ...bytes: readonly number[]): Uint8Array {
  const encoded = encoder.encode(good);
  const at = Math.floor(encoded.length / 2);
  return Uint8Array.from([...encoded.subarray(0, at), ...bytes, ...encoded.subarray(at)]);
}

/** The same object with one more field at its end: of the whole file, or of the first row where the file is a list. */
function withField(json: string, field: string): string {
  if (json.startsWith('{')) return `${json.slice(0, json.lastIndexOf('}'))},${field}}`;
  const end = json.indexOf('\n }');
  return `${json.slice(0, end)},${field}${json.slice(end)}`;
}

const half = (good: string): string => good.slice(0, Math.floor(good.length / 2));

const deep = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;

/** Every kind of damage that has nothing to do with what a file says. */
export const damages: readonly Damage[] = [
  { name: 'empty', notations: all, outcome: 'REJECT', code: 'empty', of: changed(() => '') },
  { name: 'only white space', notations: all, outcome: 'REJECT', code: 'empty', of: changed(() => ' \r\n\t\n') },
  { name: 'UTF-16 with the low byte first', notations: all, outcome: 'REJECT', code: 'encoding-utf16', of: changed((good) => utf16(good, true)) },
  { name: 'UTF-16 with the high byte first', notations: all, outcome: 'REJECT', code: 'encoding-utf16', of: changed((good) => utf16(good, false)) },
  { name: 'a byte of Windows-1252 in it', notations: all, outcome: 'REJECT', code: 'encoding', of: changed((good) => withBytes(good, 0xe9)) },
  { name: 'an overlong slash in it', notations: all, outcome: 'REJECT', code: 'encoding', of: changed((good) => withBytes(good, 0xc0, 0xaf)) },
  { name: 'half a character in bytes', notations: all, outcome: 'REJECT', code: 'encoding', of: changed((good) => withBytes(good, 0xed, 0xa0, 0x80)) },
  { name: 'a byte order mark before it', notations: all, outcome: 'ACCEPT', code: '', of: changed((good) => `\ufeff${good}`) },
  { name: 'line ends of Windows', notations: all, outcome: 'ACCEPT', code: '', of: changed((good) => good.replaceAll('\n', '\r\n')) },
  { name: 'no line end at the end', notations: all, outcome: 'ACCEPT', code: '', of: changed((good) => good.trimEnd()) },
  { name: 'white space around it', notations: ['json'], outcome: 'ACCEPT', code: '', of: changed((good) => `\n\t ${good}\r\n `) },
  { name: 'gzip', notations: all, outcome: 'ACCEPT', code: '', of: ({ file, text: good }) => ({ file: `${file}.gz`, content: Uint8Array.from(gzipSync(good)) }) },
  { name: 'gzip cut off', notations: all, outcome: 'REJECT', code: 'gzip-truncated', of: ({ file, text: good }) => ({ file: `${file}.gz`, content: Uint8Array.from(gzipSync(good)).subarray(0, -6) }) },
  { name: 'cut off in the middle', notations: ['json'], outcome: 'REJECT', code: 'json-syntax', of: changed(half) },
  { name: 'one more value behind it', notations: ['json'], outcome: 'REJECT', code: 'json-syntax', of: changed((good) => `${good}\n${good}`) },
  { name: 'NUL behind it', notations: ['json'], outcome: 'REJECT', code: 'json-syntax', of: changed((good) => `${good}\u0000`) },
  { name: 'a comma too many', notations: ['json'], outcome: 'REJECT', code: 'json-syntax', of: changed((good) => withField(good, '')) },
  { name: 'NaN', notations: ['json'], outcome: 'REJECT', code: 'json-syntax', of: changed((good) => withField(good, '"x_score":NaN')) },
  { name: 'a line end inside a text', notations: ['json'], outcome: 'REJECT', code: 'json-syntax', of: changed((good) => withField(good, '"x_text":"a\nb"')) },
  { name: 'a key twice', notations: ['json'], outcome: 'REJECT', code: 'duplicate-key', of: changed((good) => withField(good, '"x_1":1,"x_1":2')) },
  { name: 'a key twice, once written with an escape', notations: ['json'], outcome: 'REJECT', code: 'duplicate-key', of: changed((good) => withField(good, '"x_1":1,"\\u0078_1":2')) },
  { name: 'a key that changes objects', notations: ['json'], outcome: 'PARTIAL', code: 'forbidden-key', of: changed((good) => withField(good, '"__proto__":{"isAdmin":true}')) },
  { name: 'a key that changes objects, written with an escape', notations: ['json'], outcome: 'PARTIAL', code: 'forbidden-key', of: changed((good) => withField(good, '"\\u005f_proto__":{"isAdmin":true}')) },
  { name: 'a number beyond 2^53', notations: ['json'], outcome: 'PARTIAL', code: 'number-range', of: changed((good) => withField(good, '"x_line":9007199254740993')) },
  { name: 'a number that becomes infinity', notations: ['json'], outcome: 'PARTIAL', code: 'number-range', of: changed((good) => withField(good, '"x_score":1e999')) },
  { name: 'half a character as an escape', notations: ['json'], outcome: 'PARTIAL', code: 'encoding', of: changed((good) => withField(good, '"x_text":"a\\ud83d"')) },
  { name: 'a whole character as two escapes', notations: ['json'], outcome: 'ACCEPT', code: '', of: changed((good) => withField(good, '"x_text":"a\\ud83d\\ude00"')) },
  { name: 'nested too deep', notations: ['json'], outcome: 'REJECT', code: 'too-deep', of: changed((good) => withField(good, `"x_deep":${deep(65)}`)) },
  { name: 'nested a million deep', notations: ['json'], outcome: 'REJECT', code: 'too-deep', of: changed((good) => withField(good, `"x_deep":${deep(1_000_000)}`)) },
  { name: 'a text of more than 1 MiB', notations: ['json'], outcome: 'REJECT', code: 'string-too-long', of: changed((good) => withField(good, `"x_text":"${'a'.repeat(1024 * 1024 + 1)}"`)) },
  { name: 'a key of more than 256 bytes', notations: ['json'], outcome: 'REJECT', code: 'key-too-long', of: changed((good) => withField(good, `"${'k'.repeat(257)}":1`)) },
  { name: 'an object of more than 10,000 keys', notations: ['json'], outcome: 'REJECT', code: 'too-many-keys', of: changed((good) => withField(good, `"x":{${Array.from({ length: 10_001 }, (_, index) => `"k${index}":1`).join(',')}}`)) },
  { name: 'a control character', notations: ['yaml'], outcome: 'REJECT', code: 'yaml-syntax', of: changed((good) => `${good}# \u0000\n`) },
  { name: 'a key twice', notations: ['yaml'], ofOneDocument: true, outcome: 'REJECT', code: 'duplicate-key', of: changed((good) => `${good}x_1: 1\nx_1: 2\n`) },
  { name: 'a key that changes objects', notations: ['yaml'], ofOneDocument: true, outcome: 'PARTIAL', code: 'forbidden-key', of: changed((good) => `${good}__proto__: {isAdmin: true}\n`) },
  { name: 'half a character as an escape', notations: ['yaml'], ofOneDocument: true, outcome: 'PARTIAL', code: 'encoding', of: changed((good) => `${good}x_text: "a\\ud83d"\n`) },
  { name: 'a tag that makes an object', notations: ['yaml'], outcome: 'REJECT', code: 'unknown-tag', of: changed((good) => `${good}x_1: !!js/function "function () {}"\n`) },
  { name: 'an included file', notations: ['yaml'], outcome: 'REJECT', code: 'unknown-tag', of: changed((good) => `${good}x_1: !include /etc/passwd\n`) },
  { name: 'a merge key', notations: ['yaml'], ofOneDocument: true, outcome: 'REJECT', code: 'merge-not-supported', of: changed((good) => `${good}x_1: &x {a: 1}\nx_2: {<<: *x}\n`) },
  { name: 'an alias that holds itself', notations: ['yaml'], outcome: 'REJECT', code: 'alias-cycle', of: changed((good) => `${good}x_1: &x [*x]\n`) },
  { name: 'an alias that grows', notations: ['yaml'], outcome: 'REJECT', code: 'too-many-nodes', of: changed((good) => `${good}x_0: &x0 [a, a, a, a, a, a, a, a, a, a]\n${Array.from({ length: 7 }, (_, level) => `x_${level + 1}: &x${level + 1} [${Array.from({ length: 10 }, () => `*x${level}`).join(', ')}]\n`).join('')}`) },
  { name: 'nested too deep', notations: ['yaml'], outcome: 'REJECT', code: 'too-deep', of: changed((good) => `${good}x_1: ${deep(65)}\n`) },
  { name: 'indentation by a tab', notations: ['yaml'], ofOneDocument: true, outcome: 'REJECT', code: 'yaml-syntax', of: changed((good) => `${good}x_1:\n\ty: 1\n`) },
  { name: 'a quote that nothing closes', notations: ['csv'], outcome: 'REJECT', code: 'csv-quote', of: changed((good) => `${good}"open,1,2\n`) },
  { name: 'line ends of the old Macintosh', notations: ['csv'], outcome: 'ACCEPT', code: '', of: changed((good) => good.replaceAll('\n', '\r')) },
];
