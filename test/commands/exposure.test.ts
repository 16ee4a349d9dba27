import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandLine, type CommandLine } from '#test/support/command-line.ts';

const risks = [
  { id: 'skimming', rate: 0.08, low: 5e5, high: 2e7, team: 'payments', process: 'web' },
  { id: 'takeover', rateLow: 1, rateHigh: 4, low: 5e3, high: 1.2e5, max: 5e5, team: 'identity' },
];
const portfolio = {
  risks, commonCauses: [{ id: 'build', rate: 0.02, riskIds: ['skimming', 'takeover'] }],
  percentiles: [0.95, 0.99], thresholds: [5_000_000], insurance: { retention: 1e6, limit: 1e7 },
};

describe('exposure', () => {
  let shell: CommandLine;
  const write = (name: string, content: unknown): void =>
    writeFileSync(join(shell.folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  beforeAll(() => {
    shell = commandLine();
    write('good.json', portfolio);
    write('bad.json', { risks: [{ ...risks[0], low: 2e7 }, { ...risks[0], rate: 0 }] });
    write('text.json', { risks: [{ ...risks[0], low: 'a lot' }] });
    write('page.json', '<html>');
  });
  afterAll(() => shell.remove());

  it('prints one JSON value in the promised shape', async () => {
    const { code, printed, said } = await shell.run('exposure', 'good.json', '--json');
    expect({ code, said }).toEqual({ code: 0, said: '' });
    const answer = JSON.parse(printed);
    expect(answer.portfolio).toMatchObject({
      mean: expect.any(Number), es95: expect.any(Number), es99: expect.any(Number), pNoLoss: expect.any(Number),
      quantiles: { '0.95': expect.any(Number), '0.99': expect.any(Number) }, exceedance: { '5000000': expect.any(Number) },
    });
    expect(answer.risks[0]).toMatchObject({
      id: 'skimming', mean: expect.any(Number), es95: expect.any(Number), quantiles: { '0.95': expect.any(Number) },
      exceedance: { '5000000': expect.any(Number) }, contribution: { es95: expect.any(Number), es99: expect.any(Number) },
    });
    expect(answer.teams.map(({ id }: { id: string }) => id)).toEqual(['payments', 'identity']);
    expect(answer.processes.map(({ id }: { id: string | null }) => id)).toEqual(['web', null]);
    expect(answer.net.portfolio.mean).toBeLessThan(answer.portfolio.mean);
  });

  it('gives the same bytes every time', async () => {
    const runs = await Promise.all([1, 2].map(() => shell.run('exposure', 'good.json', '--json')));
    expect(runs[0]?.printed).toBe(runs[1]?.printed);
  });

  it('says the same in words', async () => {
    const { code, printed } = await shell.run('exposure', 'good.json');
    expect(code).toBe(0);
    expect(printed).toMatch(/^Average over all years: \$/);
    expect(printed).toMatch(/95% of years stay at or below \$/);
    expect(printed).toContain('Risks are taken as independent but for the common causes in the file.');
  });

  it('ends with 1 and one sentence for each flaw, with and without JSON', async () => {
    const { code, printed, said } = await shell.run('exposure', 'bad.json', '--json');
    expect(code).toBe(1);
    expect(said.split('\n')).toHaveLength(3);
    expect(said).toMatch(/bad\.json, \/risks\/0: Risk "skimming" has 20000000 as both ends of one loss, so /);
    expect(JSON.parse(printed).refused).toHaveLength(3);
    expect(await shell.run('exposure', 'bad.json')).toEqual({ code: 1, printed: '', said });
    expect(await shell.run('exposure', 'text.json')).toMatchObject({ code: 1, said: 'text.json, /risks/0/low: The low of "skimming" is "a lot", so give a number instead.' });
    expect(await shell.run('exposure', 'page.json')).toMatchObject({ code: 1, said: expect.stringContaining('not JSON') });
  });

  it('ends with 2 where the call itself is wrong', async () => {
    expect((await shell.run('exposure')).code).toBe(2);
    expect((await shell.run('exposure', 'a.json', 'b.json')).code).toBe(2);
    expect((await shell.run('exposure', 'good.json', '--seed', '1')).code).toBe(2);
  });
});
