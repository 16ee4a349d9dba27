import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { commandLine, type CommandLine } from '#test/support/command-line.ts';

// A fresh engine in WebAssembly takes seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const workspace = {
  schema: 'whose-call/1',
  policy: { currency: 'USD' },
  persons: [{ id: 'nora', name: 'Nora Vale' }],
  services: [{ id: 'shop', name: 'Shop', exposure: 'internet' }],
  risks: [
    { id: 'r1', label: 'Stolen token', serviceIds: ['shop'], ownerId: 'nora', openedAt: '2026-01-05', exposure: { low: 10_000, high: 1_000_000, rateLow: 0.3, rateHigh: 0.3 } },
    { id: 'r2', label: '=Nobody priced this', serviceIds: ['shop'], openedAt: '2026-02-05' },
  ],
};

describe('export of the register of a day', () => {
  let shell: CommandLine;
  beforeAll(async () => {
    shell = commandLine();
    writeFileSync(join(shell.folder, 'company.json'), JSON.stringify(workspace));
    expect(await shell.run('import', 'company.json', '--data', 'record')).toMatchObject({ code: 0 });
  });
  afterAll(() => shell.remove());

  it('as nist-8286 prints one JSON value whose likelihood and impact multiply to the exposure rating to the cent', async () => {
    const { code, printed, said } = await shell.run('export', '--format', 'nist-8286', '--data', 'record');
    expect(code).toBe(0);
    const records: { riskLikelihood: number; riskImpact: number; exposureRating: number }[] = JSON.parse(printed);
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({ riskId: 'r1', riskOwnerPointOfContact: 'Nora Vale' });
    const [{ riskLikelihood = 0, riskImpact = 0, exposureRating = 0 } = {}] = records;
    expect(((riskLikelihood / 100) * riskImpact).toFixed(2)).toBe('79919.40');
    expect(exposureRating.toFixed(2)).toBe('79919.40');
    expect(riskImpact.toFixed(2)).toBe('308352.71');
    expect(said).toContain('Covers 1 of 2 open risks');
    expect(said).toContain('No range in money is on the record.');
  });

  it('as csv is read back by the register importer without a change, and a formula stays text', async () => {
    const { printed } = await shell.run('export', '--format', 'csv', '--data', 'record');
    expect(printed.split('\r\n')[1]).toBe('r1,Stolen token,shop,,Nora Vale,,2026-01-05,,,,10000,1000000,0.3,0.3,USD,open,');
    expect(printed).toContain("r2,'=Nobody priced this");
    writeFileSync(join(shell.folder, 'register.csv'), printed);
    const again = await shell.run('import', 'register.csv', '--data', 'record', '--dry-run');
    expect(again.code).toBe(0);
    expect(again.printed).toContain('0 would be added');
  });

  it('as oscal-poam is read back by the OSCAL importer whole, and twice the same', async () => {
    const first = await shell.run('export', '--format', 'oscal-poam', '--data', 'record');
    expect(first.code).toBe(0);
    expect((await shell.run('export', '--format', 'oscal-poam', '--data', 'record')).printed).toBe(first.printed);
    writeFileSync(join(shell.folder, 'poam.json'), first.printed);
    const again = await shell.run('import', 'poam.json', '--service', 'shop', '--data', 'record', '--dry-run', '--json');
    expect(again.code).toBe(0);
    expect(JSON.stringify(JSON.parse(again.printed))).toContain('2 risks');
    expect(again.printed).not.toContain('dangling-reference');
  });

  it.each([
    ['a format it does not have', ['--format', 'xlsx'], /whose-call, csv, nist-8286, oscal-poam; "xlsx"/],
    ['a day of a record that holds every day', ['--as-of', '2026-01-01'], /takes no --as-of/],
  ])('refuses %s', async (_, more, says) => {
    const { code, said } = await shell.run('export', ...more, '--data', 'record');
    expect(code).toBe(2);
    expect(said).toMatch(says);
  });
});
