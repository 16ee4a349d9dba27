import { describe, expect, it } from 'vitest';
import { limits } from '#importers/reading/limits.ts';
import { memorySource } from '#importers/reading/memory-source.ts';
import { unpackedZip } from '#server/node/archive/unpacked-zip.ts';
import { refusalLater } from '#test/support/refusal.ts';
import { zipFile, type ZipPart } from '#test/support/zip-file.ts';

async function codeOf(parts: readonly ZipPart[], around?: Parameters<typeof zipFile>[1]): Promise<string> {
  return (await refusalLater(() => unpackedZip(memorySource('a.zip', zipFile(parts, around))))).code;
}

async function textOf(source: { bytes(): AsyncIterable<Uint8Array> }): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of source.bytes()) text += decoder.decode(chunk, { stream: true });
  return text;
}

describe('a zip archive', () => {
  it('is its files, folders apart, each with the name of the archive and read as often as asked', async () => {
    const files = await unpackedZip(memorySource('a.zip', zipFile([{ name: 'd/', content: '', mode: 0o040755 }, { name: 'd/x.json', content: '{"a":1}' }, { name: 'y.csv', content: 'a,b', method: 0 }])));
    expect(files.map(({ name, unit }) => [name, unit])).toEqual([['a.zip/d/x.json', 'a.zip'], ['a.zip/y.csv', 'a.zip']]);
    const [first] = files;
    expect(first === undefined ? [] : [await textOf(first), await textOf(first)]).toEqual(['{"a":1}', '{"a":1}']);
  });

  it('is told by its bytes, whatever it is called; anything else stays what it is', async () => {
    expect(await unpackedZip(memorySource('report', zipFile([{ name: 'x.json' }])))).toHaveLength(1);
    const plain = memorySource('x.json', '{}');
    expect(await unpackedZip(plain)).toEqual([plain]);
  });

  it.each<[string, string, ZipPart[]]>([
    ['a path out of it', 'zip-path', [{ name: '../x.json' }]],
    ['a path out of it in the middle', 'zip-path', [{ name: 'a/../../x.json' }]],
    ['an absolute path', 'zip-path', [{ name: '/x.json' }]],
    ['a drive letter', 'zip-path', [{ name: 'c:x.json' }]],
    ['backslashes', 'zip-path', [{ name: 'a\\x.json' }]],
    ['a device name', 'zip-name', [{ name: 'd/nul.json' }]],
    ['a trailing dot', 'zip-name', [{ name: 'x.json.' }]],
    ['a NUL in a name', 'zip-name', [{ name: 'x\u0000.json' }]],
    ['a name that turns the reading direction', 'zip-name', [{ name: 'x\u202enosj.json' }]],
    ['a name of 1,025 bytes', 'zip-name', [{ name: 'n'.repeat(limits.archiveNameBytes + 1) }]],
    ['two names that differ by case', 'zip-duplicate', [{ name: 'A.json' }, { name: 'a.json' }]],
    ['two names that differ by how an accent is written', 'zip-duplicate', [{ name: 'é.json' }, { name: 'e\u0301.json' }]],
    ['a symbolic link', 'zip-symlink', [{ name: 'x.json', mode: 0o120777 }]],
    ['a device', 'zip-type', [{ name: 'x.json', mode: 0o060666 }]],
    ['a program by its name', 'zip-type', [{ name: 'x.sh' }]],
    ['a program by its bytes', 'zip-type', [{ name: 'x.json', content: 'MZ\u0090' }]],
    ['an archive by its name', 'zip-nested', [{ name: 'x.tgz' }]],
    ['an archive by its bytes', 'zip-nested', [{ name: 'x.json', content: zipFile([{ name: 'y.json' }]) }]],
    ['an encrypted member', 'zip-encrypted', [{ name: 'x.json', flags: 0x801 }]],
    ['another method', 'zip-method', [{ name: 'x.json', method: 9 }]],
    ['two names for one member', 'zip-inconsistent', [{ name: 'x.json', localName: 'y.json' }]],
    ['members that share bytes', 'zip-overlap', [{ name: 'x.json' }, { name: 'y.json', shared: true }]],
    ['a wrong sum', 'zip-crc', [{ name: 'x.json', sum: 7 }]],
    ['a wrong size', 'zip-inconsistent', [{ name: 'x.json', content: '{"a":1}', size: 3 }]],
    ['folders only', 'empty', [{ name: 'd/', content: '', mode: 0o040755 }]],
    ['nothing', 'empty', []],
  ])('with %s is refused: %s', async (_what, code, parts) => {
    expect(await codeOf(parts)).toBe(code);
  });

  it('with something before it or cut off is refused', async () => {
    expect(await codeOf([{ name: 'x.json' }], { before: '<html>' })).toBe('zip-prefix');
    const whole = zipFile([{ name: 'x.json', content: 'x'.repeat(500) }]);
    expect((await refusalLater(() => unpackedZip(memorySource('a.zip', whole.subarray(0, whole.length - 10))))).code).toBe('zip-truncated');
  });

  it('may have as many members as the limit says, and not one more', async () => {
    const members = (count: number): ZipPart[] => Array.from({ length: count }, (_, index) => ({ name: `f${index}.json` }));
    expect(await unpackedZip(memorySource('a.zip', zipFile(members(limits.archiveMembers - 1))))).toHaveLength(limits.archiveMembers - 1);
    expect(await unpackedZip(memorySource('a.zip', zipFile(members(limits.archiveMembers))))).toHaveLength(limits.archiveMembers);
    expect(await codeOf(members(limits.archiveMembers + 1))).toBe('zip-too-many');
  });

  it('may unpack to any number of times its size up to 1 MiB, and to a hundred times beyond', async () => {
    expect(await unpackedZip(memorySource('a.zip', zipFile([{ name: 'x.json', content: ' '.repeat(limits.expansionFreeBytes) }])))).toHaveLength(1);
    expect(await codeOf([{ name: 'x.json', content: ' '.repeat(limits.expansionFreeBytes + 1) }])).toBe('zip-ratio');
  });
});
