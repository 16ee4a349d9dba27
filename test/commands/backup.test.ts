import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandLine, type CommandLine } from '#test/support/command-line.ts';
import { smallCompany } from '#test/support/small-company.ts';

let shell: CommandLine;
const at = (name: string): string => join(shell.folder, name);

beforeAll(async () => {
  shell = commandLine();
  writeFileSync(at('company.json'), JSON.stringify(smallCompany));
  expect(await shell.run('import', 'company.json', '--data', 'record')).toMatchObject({ code: 0 });
  expect(await shell.run('backup', 'record.backup', '--data', 'record')).toMatchObject({ code: 0 });
});
afterAll(() => shell.remove());

describe('backup and restore', () => {
  it('bring back the same record, byte for byte of its ledger, in another folder', async () => {
    const result = await shell.run('restore', 'record.backup', '--data', 'again');
    expect(result.code, result.said).toBe(0);
    expect(readFileSync(at('again/ledger.jsonl'), 'utf8')).toBe(readFileSync(at('record/ledger.jsonl'), 'utf8'));
    const [before, after] = [await shell.run('export', '--data', 'record'), await shell.run('export', '--data', 'again')];
    expect(after.printed).toBe(before.printed);
    expect(before.printed).toContain('"risks"');
  });

  it('never touch a folder that holds a record', async () => {
    const result = await shell.run('restore', 'record.backup', '--data', 'record');
    expect(result.code).toBe(1);
    expect(result.said).toContain('Restore into an empty data folder');
  });

  it('refuse a backup that was cut off, changed or never one, and leave no folder that looks like a record', async () => {
    const whole = readFileSync(at('record.backup'));
    writeFileSync(at('cut.backup'), whole.subarray(0, whole.length - 20));
    const text = gunzipSync(whole).toString('utf8');
    writeFileSync(at('changed.backup'), gzipSync(text.replace('Risk committee', 'Rest committee')));
    writeFileSync(at('none.backup'), 'hello');
    for (const name of ['cut', 'changed', 'none']) {
      const result = await shell.run('restore', `${name}.backup`, '--data', `from-${name}`);
      expect(result.code, name).toBe(1);
      expect(result.said.trim().split('\n'), result.said).toHaveLength(1);
      expect(() => readFileSync(at(`from-${name}/ledger.jsonl`))).toThrow(/ENOENT/);
    }
    expect(text).toContain('Risk committee');
  });

  it('say what a call lacks', async () => {
    expect(await shell.run('backup', '--data', 'record')).toMatchObject({ code: 2 });
    expect(await shell.run('restore', 'record.backup', '--database', 'postgres://nobody@127.0.0.1/x')).toMatchObject({ code: 2 });
    expect((await shell.run('backup', 'x.backup', '--data', 'nowhere')).said).toContain('no record to back up');
  });
});

describe('doctor', () => {
  it('names each thing that is needed, and the record as whole', async () => {
    const result = await shell.run('doctor', '--json', '--data', 'record');
    const { checks }: { checks: { name: string; ok: boolean; finding: string }[] } = JSON.parse(result.printed);
    expect(checks.map(({ name }) => name)).toEqual(['Node', 'Web app', 'Board packs', 'PDF', 'Record']);
    expect(checks.at(-1)).toMatchObject({ ok: true, finding: expect.stringMatching(/^whole, at version 1$/) });
  });

  it('ends with 1 and what to do where the record does not hold', async () => {
    const text = readFileSync(at('record/ledger.jsonl'), 'utf8');
    writeFileSync(at('record/ledger.jsonl'), text.replace('Risk committee', 'Rest committee'));
    const result = await shell.run('doctor', '--data', 'record');
    writeFileSync(at('record/ledger.jsonl'), text);
    expect(result.code).toBe(1);
    expect(result.printed).toMatch(/missing {2}Record: ./);
  });
});
