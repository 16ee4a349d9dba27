import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandLine, type CommandLine, type CommandResult } from '#test/support/command-line.ts';

const aliasBomb = [
  'schema: whose-call/1',
  'a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]',
  ...Array.from({ length: 9 }, (_, level) => `a${level + 1}: &a${level + 1} [${Array.from({ length: 9 }, () => `*a${level}`).join(', ')}]`),
].join('\n');

/** Files a hurried person or a broken pipeline hands over, and what the one line about each must say. */
const refused: readonly { name: string; file: string; content: string | Uint8Array; code: string; says: RegExp }[] = [
  { name: 'a file cut off in the middle', file: 'cut.sarif', content: '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"x"}},"results":[{"mess', code: 'json-syntax', says: /ends in the middle/ },
  { name: 'an empty file', file: 'empty.json', content: '', code: 'empty', says: /is empty/ },
  { name: 'a list of another tool', file: 'bill.json', content: '{"spdxVersion":"SPDX-2.3","packages":[]}', code: 'foreign-format', says: /SPDX.*CycloneDX/s },
  { name: 'a ten-level alias bomb', file: 'bomb.yaml', content: aliasBomb, code: 'too-many-nodes', says: /aliases/ },
  { name: 'a file nobody knows', file: 'note.txt', content: 'see you on Friday\n', code: 'unknown-format', says: /supported formats are/ },
  { name: 'a newer workspace format', file: 'newer.json', content: '{"schema":"whose-call/2","teams":[]}', code: 'version', says: /whose-call\/2/ },
  { name: 'duplicate keys', file: 'twice.json', content: '{"schema":"whose-call/1","teams":[{"id":"a","id":"b","kind":"business"}]}', code: 'duplicate-key', says: /"id"/ },
  { name: 'UTF-16 text', file: 'wide.csv', content: new Uint8Array([0xff, 0xfe, 0x52, 0, 0x69, 0]), code: 'encoding-utf16', says: /UTF-8/ },
];

describe('import of files that cannot be used', () => {
  let shell: CommandLine;
  let before = '';
  let result: CommandResult;
  /** What the ledger holds of the record itself; that a file arrived and was refused is kept beside it. */
  const ledger = (): string => readFileSync(join(shell.folder, 'record/ledger.jsonl'), 'utf8').split('\n').filter((line) => line.includes('"type":"entries"')).join('\n');
  beforeAll(async () => {
    shell = commandLine();
    writeFileSync(join(shell.folder, 'good.json'), '{"schema":"whose-call/1","teams":[{"id":"pay","kind":"engineering"}],"services":[{"id":"s","teamId":"pay","exposure":"internet"}]}');
    const first = await shell.run('import', 'good.json', '--data', 'record');
    expect(first).toMatchObject({ code: 0, printed: expect.stringContaining('2 added') });
    before = ledger();
    for (const { file, content } of refused) writeFileSync(join(shell.folder, file), content);
    result = await shell.run('import', ...refused.map(({ file }) => file), '--data', 'record');
  });
  afterAll(() => shell.remove());

  it.each(refused)('gives one line with a remedy for $name', ({ file, code, says }) => {
    const lines = result.printed.split('\n');
    const verdict = lines.indexOf(`${file}: not taken.`);
    expect(lines[verdict + 1]).toMatch(says);
    expect(lines[verdict + 1]).toContain(`[${code}]`);
    expect(lines[verdict + 2]).not.toMatch(/^ /);
  });

  it('ends with 1, counts what was not taken and changes nothing', () => {
    expect(result.code).toBe(1);
    expect(result.printed).toContain(`0 added, 0 updated, 0 unchanged, ${refused.length} rejected, ${refused.length} files not taken`);
    expect(ledger()).toBe(before);
  });

  it('keeps formulas as text and says so', async () => {
    writeFileSync(join(shell.folder, 'formula.csv'), 'Risk ID,Risk,Service,Opened\nF-1,"=HYPERLINK(""http://x"")",s,2026-01-05\n');
    const dry = await shell.run('import', 'formula.csv', '--data', 'record', '--dry-run');
    expect(dry.code).toBe(0);
    expect(dry.printed).toContain('1 would be added');
    expect(dry.printed).toMatch(/formula.*kept as text/);
    expect(ledger()).toBe(before);
  });

  it('keeps the good rows of a file beside the bad ones, each with line, reason and remedy', async () => {
    const rows = ['Risk ID,Risk,Service,Opened,Loss low,Loss high', 'R-1,Fine,s,2026-01-05,10,20', 'R-2,Turned,s,2026-01-05,20,10', 'R-3,Fine too,s,2026-01-05,,'];
    writeFileSync(join(shell.folder, 'mixed.csv'), `${rows.join('\n')}\n`);
    const dry = await shell.run('import', 'mixed.csv', '--data', 'record', '--dry-run', '--json');
    expect(dry.code).toBe(1);
    const [report] = JSON.parse(dry.printed);
    expect(report).toMatchObject({ added: 2, refused: false });
    expect(report.rejected).toEqual([expect.objectContaining({ file: 'mixed.csv', place: 'line 3', code: 'range' })]);
    expect(report.read).toBe(report.added + report.updated + report.unchanged + report.rejected.length);
  });

  it('leaves alone what stands beside the input in a folder, says how many, and answers for what it knows', async () => {
    mkdirSync(join(shell.folder, 'checkout'));
    writeFileSync(join(shell.folder, 'checkout/readme.md'), '# A project\n');
    writeFileSync(join(shell.folder, 'checkout/CODEOWNERS'), '* @acme/pay\n');
    writeFileSync(join(shell.folder, 'checkout/bill.json'), '{"spdxVersion":"SPDX-2.3","packages":[]}');
    const folder = await shell.run('import', 'checkout', '--service', 's', '--data', 'record', '--dry-run');
    expect(folder.said).toContain('1 file in the folders given is of no format this product reads and left alone.');
    expect(folder.printed).toContain('checkout/CODEOWNERS (codeowners)');
    expect(folder.printed).toContain('checkout/bill.json: not taken.');
    expect(folder.printed).not.toContain('readme.md');
  });

  it('ends with 2 when the call itself is wrong', async () => {
    expect((await shell.run('import')).code).toBe(2);
    expect((await shell.run('import', 'nowhere.json', '--data', 'record')).said).toContain('there is no such file');
    expect((await shell.run('import', 'good.json', '--at', 'soon', '--data', 'record')).code).toBe(2);
    expect((await shell.run('import', 'good.json', '--colour')).code).toBe(2);
    expect((await shell.run('conjure')).code).toBe(2);
  });
});
