import { describe, expect, it } from 'vitest';
import { memorySource } from '#importers/reading/memory-source.ts';
import { readStart, readText } from '#importers/reading/text.ts';
import { storedText, isIdentifier } from '#importers/reading/stored-text.ts';
import { limits } from '#importers/reading/limits.ts';
import { refusalLater } from '#test/support/refusal.ts';

const bytesOf = (...bytes: number[]): Uint8Array => Uint8Array.from(bytes);
const inPieces = (name: string, bytes: Uint8Array) => ({
  name,
  size: bytes.length,
  async *bytes() {
    for (const byte of bytes) yield bytesOf(byte);
  },
});

describe('the text of a source', () => {
  it('is UTF-8 with its byte order mark dropped', async () => {
    expect(await readText(memorySource('a', bytesOf(0xef, 0xbb, 0xbf, 0x7b, 0x7d)))).toBe('{}');
  });

  it('is the same when it comes a byte at a time', async () => {
    const bytes = new TextEncoder().encode('\ufeffZürich, 東京, 🌊');
    expect(await readText(inPieces('a', bytes))).toBe('Zürich, 東京, 🌊');
  });

  it.each([
    ['little end first', [0xff, 0xfe, 0x7b, 0x00]],
    ['big end first', [0xfe, 0xff, 0x00, 0x7b]],
    ['without a byte order mark', [0x7b, 0x00, 0x7d, 0x00]],
  ])('is refused in UTF-16, %s, whole or in pieces', async (_name, bytes) => {
    const all = Uint8Array.from(bytes);
    expect((await refusalLater(() => readText(memorySource('a', all)))).code).toBe('encoding-utf16');
    expect((await refusalLater(() => readText(inPieces('a', all)))).code).toBe('encoding-utf16');
  });

  it('is refused where a byte is not UTF-8, also at the very end', async () => {
    expect((await refusalLater(() => readText(memorySource('a', bytesOf(0x61, 0xe9, 0x61))))).code).toBe('encoding');
    expect((await refusalLater(() => readText(memorySource('a', bytesOf(0x61, 0xe6, 0x9d))))).code).toBe('encoding');
  });

  it.each([[''], [' \n\t\r\n'], ['\ufeff']])('is refused when there is nothing to read: %j', async (text) => {
    expect((await refusalLater(() => readText(memorySource('a', text)))).code).toBe('empty');
  });

  it('is read up to the limit and refused one byte over it, whatever size was announced', async () => {
    expect(await readText(memorySource('a', 'aaaa'), 4)).toBe('aaaa');
    const source = { ...memorySource('a', 'aaaaa'), size: 0 };
    expect((await refusalLater(() => readText(source, 4))).code).toBe('too-large');
  });

  it('gives detection at most the first 64 KiB and never refuses', async () => {
    const long = await readStart(memorySource('a', 'x'.repeat(limits.startBytes + 5)));
    expect(long.bytes.length).toBe(limits.startBytes);
    expect((await readStart(memorySource('a', bytesOf(0xff, 0x00)))).text).toContain('\ufffd');
    expect((await readStart(memorySource('a', ''))).text).toBe('');
  });
});

describe('stored text', () => {
  it('shows control characters instead of dropping them, and keeps tabs, line ends, mark-up and formulas', () => {
    expect(storedText('a\u0000b\u0008c')).toBe('a\u2400b\u2408c');
    const inert = '\t=1+1\n<svg/onload=1>\u202e';
    expect(storedText(inert)).toBe(inert);
  });

  it('is at most 64 Ki characters and says where it was cut', () => {
    expect(storedText('x'.repeat(limits.storedTextLength)).length).toBe(limits.storedTextLength);
    const cut = storedText('x'.repeat(limits.storedTextLength + 1));
    expect(cut.length).toBe(limits.storedTextLength);
    expect(cut.endsWith('x [cut: 65,537 characters]')).toBe(true);
  });

  it('holds no half character', () => {
    expect(storedText('a\ud800b')).toBe('a\ufffdb');
  });
});

describe('an identifier', () => {
  it.each([['team-a', true], ['Zürich', true], ['', false], [' a', false], ['a\u0000', false], ['\u202enimda', false]])(
    '%j: %s',
    (text, expected) => {
      expect(isIdentifier(text)).toBe(expected);
    },
  );
});
