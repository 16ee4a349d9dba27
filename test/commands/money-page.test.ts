import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { commandLine, type CommandLine } from '#test/support/command-line.ts';

// A fresh engine in WebAssembly takes seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const page = readFileSync(resolve(import.meta.dirname, '../../docs/money.md'), 'utf8');

describe('the record on the page about money', () => {
  let shell: CommandLine;
  beforeAll(() => {
    shell = commandLine();
    writeFileSync(join(shell.folder, 'company.json'), /```json\n([\s\S]+?)```/.exec(page)?.[1] ?? '');
  });
  afterAll(() => shell.remove());

  it('is read whole, and its two equal risks are above the limit together', async () => {
    const { code, printed, said } = await shell.run('evaluate', 'company.json', '--as-of', '2026-06-30', '--json');
    expect({ code, said }).toEqual({ code: 0, said: '' });
    const flags: { flag: string; subject: string; sentence: string }[] = JSON.parse(printed).flags;
    const above = flags.filter(({ flag }) => flag === 'A3').sort((a, b) => (a.subject < b.subject ? -1 : 1));
    expect(above.map(({ subject }) => subject)).toEqual(['R-1', 'R-2', 'R-3', 'R-4']);
    expect(above[0]?.sentence).toBe('Everything with ana (2 risks, 2 more not in money) comes to $510,000 a year on average; the grant of ana ends at $400,000 a year on average.');
    expect(above[2]?.sentence).toBe('The grant of ana is limited in money, and the record holds no range in money here.');
  });

  it('is exported to the register schema with the two that are in money', async () => {
    expect(await shell.run('import', 'company.json', '--data', 'record')).toMatchObject({ code: 0 });
    const { printed, said } = await shell.run('export', '--format', 'nist-8286', '--data', 'record');
    const records: { riskId: string; riskLikelihood: number; riskImpact: number; exposureRating: number }[] = JSON.parse(printed);
    expect(records.map(({ riskId }) => riskId)).toEqual(['R-1', 'R-2']);
    for (const { riskLikelihood, riskImpact, exposureRating } of records) {
      expect(((riskLikelihood / 100) * riskImpact).toFixed(2)).toBe(exposureRating.toFixed(2));
    }
    expect(said).toContain('Covers 2 of 4 open risks');
    expect(said).toContain('the approved scale makes that an interval');
  });
});
