import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { importerOf } from '#importers/detect.ts';
import { crc32 } from '#importers/reading/crc32.ts';
import { expansionFault } from '#importers/reading/expansion.ts';
import { unpackedGzip } from '#importers/reading/gzip-source.ts';
import { limits } from '#importers/reading/limits.ts';
import { memorySource } from '#importers/reading/memory-source.ts';
import { readText } from '#importers/reading/text.ts';
import { refusalLater } from '#test/support/refusal.ts';

async function textOf(bytes: Uint8Array): Promise<string> {
  return readText(await unpackedGzip(memorySource('a.json.gz', bytes)), limits.unpackedBytes);
}

const packed = gzipSync('{"runs":[],"version":"2.1.0"}');

describe('a gzip file', () => {
  it('is what it unpacks to, under the name without its ending, and can be read twice', async () => {
    const source = await unpackedGzip(memorySource('a.sarif.gz', packed));
    expect([source.name, await readText(source), await readText(source)]).toEqual(['a.sarif', '{"runs":[],"version":"2.1.0"}', '{"runs":[],"version":"2.1.0"}']);
    expect((await importerOf(source)).format).toBe('sarif');
  });

  it('is told by its bytes; anything else stays what it is', async () => {
    const plain = memorySource('a.gz', '{}');
    expect(await unpackedGzip(plain)).toBe(plain);
  });

  it.each([
    ['of two members', 'gzip-members', Buffer.concat([packed, packed])],
    ['followed by something else', 'gzip-members', Buffer.concat([packed, Buffer.from('x')])],
    ['cut off', 'gzip-truncated', packed.subarray(0, packed.length - 4)],
    ['with a wrong sum', 'gzip-damaged', Buffer.concat([packed.subarray(0, packed.length - 8), Buffer.alloc(4), packed.subarray(packed.length - 4)])],
    ['in a gzip file', 'gzip-nested', gzipSync(packed)],
  ])('%s is refused: %s', async (_what, code, bytes) => {
    expect((await refusalLater(() => textOf(bytes))).code).toBe(code);
  });

  it('may unpack to any number of times its size up to 1 MiB, and to a hundred times beyond', async () => {
    expect(await textOf(gzipSync('a'.repeat(limits.expansionFreeBytes)))).toHaveLength(limits.expansionFreeBytes);
    expect((await refusalLater(() => textOf(gzipSync('a'.repeat(limits.expansionFreeBytes + 1))))).code).toBe('ratio');
  });
});

describe('the limits of unpacking', () => {
  it.each([
    [1, limits.expansionFreeBytes, undefined], [1, limits.expansionFreeBytes + 1, 'r'],
    [20_000, 2_000_000, undefined], [20_000, 2_000_001, 'r'], [19_999, 2_000_000, 'r'],
    [limits.uploadBytes, limits.unpackedBytes, undefined], [limits.uploadBytes, limits.unpackedBytes + 1, 'too-large'],
  ])('from %i to %i bytes: %s', (from, to, code) => {
    expect(expansionFault(from, to, 'r')?.code).toBe(code);
  });

  it('sum bytes as gzip and zip do', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
    expect(crc32(new TextEncoder().encode('789'), crc32(new TextEncoder().encode('123456')))).toBe(0xcbf43926);
  });
});
