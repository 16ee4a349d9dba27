import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { composePackFile, readPackFile } from '#core/pack/pack-file.ts';
import { readPackRecord } from '#core/pack/pack-record.ts';
import { canonicalJson } from '#store/canonical-json.ts';
import { sha256 } from '#store/sha256.ts';
import { commandLine, type CommandLine, type CommandResult } from '#test/support/command-line.ts';
import { smallCompany } from '#test/support/small-company.ts';

/** As much of the page packs are made from as a seal needs. */
const page = '<title>__WHOSE_CALL_TITLE__</title><script id="whose-call-pack" type="application/octet-stream" data-sha256="__WHOSE_CALL_SHA256__">__WHOSE_CALL_PACK__</script>';

interface PackAnswer {
  id: string;
  sha256: string;
  record: unknown;
}

let shell: CommandLine;
beforeAll(async () => {
  shell = commandLine();
  writeFileSync(join(shell.folder, 'company.json'), JSON.stringify(smallCompany));
  expect(await shell.run('import', 'company.json', '--data', 'record')).toMatchObject({ code: 0 });
});
afterAll(() => shell.remove());
afterEach(() => { vi.unstubAllEnvs(); });

function answerOf({ printed }: CommandResult): PackAnswer {
  const answer: PackAnswer = JSON.parse(printed);
  return answer;
}

function write(name: string, text: string, hash: string): void {
  const payload = gzipSync(text).toString('base64');
  writeFileSync(join(shell.folder, name), composePackFile(page, { payload, sha256: hash, title: 'A pack' }));
}

describe('pack', () => {
  it('prints one JSON value: the sealed record of the day, whose one spelling has the hash it names', async () => {
    const result = await shell.run('pack', '--as-of', '2026-11-20', '--json', '--data', 'record');
    expect(result.code).toBe(0);
    const { sha256: hash, record, id } = answerOf(result);
    expect(await sha256(canonicalJson(record))).toBe(hash);
    expect(readPackRecord(JSON.stringify(record))).toMatchObject({ id, cutoff: '2026-11-20', names: 'names' });
    expect(result.said).toContain(`SHA-256 ${hash}`);
  });

  it('names roles and nobody with --names roles', async () => {
    const { record } = answerOf(await shell.run('pack', '--json', '--names', 'roles', '--data', 'record'));
    for (const person of smallCompany.persons ?? []) if (person.kind === 'person') expect(JSON.stringify(record)).not.toContain(person.name);
  });

  it('refuses a call that asks for nothing, for a day to come or for another kind of names', async () => {
    expect(await shell.run('pack', '--data', 'record')).toMatchObject({ code: 2 });
    expect(await shell.run('pack', '--json', '--names', 'initials', '--data', 'record')).toMatchObject({ code: 2 });
    const ahead = await shell.run('pack', '--json', '--as-of', '2199-01-01', '--data', 'record');
    expect(ahead).toMatchObject({ code: 1, printed: '' });
    expect(ahead.said).toContain('a pack holds what is on the record');
  });

  it('says in one line what to do where there is no browser to print with, before anything is recorded', async () => {
    vi.stubEnv('CHROME_PATH', join(shell.folder, 'no-browser'));
    const result = await shell.run('pack', '--pdf', 'pack.pdf', '--data', 'record');
    expect(result.code).toBe(1);
    expect(result.said.trim().split('\n')).toHaveLength(1);
    expect(result.said).not.toContain('is sealed');
  });
});

describe('verify of a pack', () => {
  it('knows the file of a pack this record sealed', async () => {
    const { record, sha256: hash, id } = answerOf(await shell.run('pack', '--json', '--data', 'record'));
    write('good.html', canonicalJson(record), hash);
    const result = await shell.run('verify', 'good.html', '--json', '--data', 'record');
    expect(result).toMatchObject({ code: 0 });
    const report: { ok: boolean; sealedPacks: number; packs: unknown[] } = JSON.parse(result.printed);
    expect(report).toMatchObject({ ok: true, packs: [{ file: 'good.html', ok: true, finding: `good.html is what the record sealed as ${id}.` }] });
    expect(report.sealedPacks).toBeGreaterThan(0);
  });

  it('ends with 1 for a figure changed in the file, and for one changed with a seal of its own', async () => {
    const { record, sha256: hash } = answerOf(await shell.run('pack', '--json', '--data', 'record'));
    const forged = canonicalJson(record).replace('"organisation":', '"organisation": ');
    write('changed.html', forged, hash);
    write('forged.html', forged, await sha256(forged));
    const result = await shell.run('verify', 'changed.html', 'forged.html', '--data', 'record');
    expect(result.code).toBe(1);
    expect(result.printed).toContain('its seal says');
    expect(result.printed).toContain('the record sealed another content');
  });

  it('ends with 1 for a pack of another record and for a file that is none', async () => {
    const { record, id } = answerOf(await shell.run('pack', '--json', '--data', 'record'));
    const foreign = canonicalJson(record).replace(id, 'pack-of-another-record');
    write('foreign.html', foreign, await sha256(foreign));
    writeFileSync(join(shell.folder, 'none.html'), '<html></html>');
    const result = await shell.run('verify', 'foreign.html', 'none.html', '--data', 'record');
    expect(result.code).toBe(1);
    expect(result.printed).toContain('holds no sealed pack');
    expect(result.printed).toContain('none.html is not a board pack');
  });

  it('reads back what a file carries, whole', () => {
    const carried = readPackFile(readFileSync(join(shell.folder, 'good.html'), 'utf8'));
    expect(readPackRecord(gunzipSync(Buffer.from(carried?.payload ?? '', 'base64')).toString('utf8')).schema).toBe('whose-call-pack/1');
  });
});
