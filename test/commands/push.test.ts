import { createServer } from 'node:http';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { commandLine, type CommandLine } from '#test/support/command-line.ts';
import { startServer, type RunningServer } from '#test/support/running-server.ts';
import { zipFile } from '#test/support/zip-file.ts';

// A server starts, and a fresh engine in WebAssembly takes seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const shell: CommandLine = commandLine();
const data = join(shell.folder, 'record');
const company = `schema: whose-call/1
teams: [{ id: pay, name: Payments, kind: engineering }]
services: [{ id: shop, teamId: pay, exposure: internet }, { id: till, exposure: internal }]
`;
const trivy = (names: readonly string[]): string => JSON.stringify({
  SchemaVersion: 2, ArtifactName: 'shop', ArtifactType: 'filesystem', CreatedAt: '2026-11-20T08:00:00Z',
  Results: [{ Target: 'package-lock.json', Class: 'lang-pkgs', Type: 'npm', Vulnerabilities: names.map((name) => ({ VulnerabilityID: name, PkgName: 'left-pad', InstalledVersion: '1.0.0', Severity: 'HIGH', Title: name })) }],
});

let server: RunningServer;
let token: string;
let listed: { id: string }[];

beforeAll(async () => {
  writeFileSync(join(shell.folder, 'company.yaml'), company);
  writeFileSync(join(shell.folder, 'scan.json'), trivy(['CVE-2026-1', 'CVE-2026-2']));
  mkdirSync(join(shell.folder, 'out'));
  writeFileSync(join(shell.folder, 'out', 'scan.json'), trivy(['CVE-2026-1', 'CVE-2026-2']));
  writeFileSync(join(shell.folder, 'out', 'notes.txt'), 'nothing to import');
  writeFileSync(join(shell.folder, 'broken.sarif'), '{"version":"2.1.0","runs":[');
  expect(await shell.run('import', 'company.yaml', '--data', data)).toMatchObject({ code: 0 });
  const made = await shell.run('token', 'create', '--source', 'ci shop', '--scope', 'service=shop', '--until', '2027-01-31', '--data', data);
  expect(made.code).toBe(0);
  token = made.printed;
  listed = JSON.parse((await shell.run('token', 'list', '--json', '--data', data)).printed);
  server = await startServer(['--no-sample'], data);
});
afterAll(async () => {
  await server.stop();
  shell.remove();
});

describe('a token', () => {
  test('is shown once and listed with its scope, its end and who made it, never itself', () => {
    expect(token).toMatch(/^wct_[\w-]{43}$/);
    expect(listed).toMatchObject([{ source: 'ci shop', until: '2027-01-31', scope: { services: ['shop'], teams: [] } }]);
    expect(JSON.stringify(listed)).not.toContain(token);
    expect(listed[0]).toHaveProperty('createdBy', expect.stringMatching(/./));
  });

  test.each([
    ['no scope', ['--until', '2027-01-01']],
    ['a scope that is none', ['--scope', 'colour=blue', '--until', '2027-01-01']],
    ['a format nobody reads', ['--scope', 'service=shop', '--scope', 'format=word', '--until', '2027-01-01']],
    ['no end', ['--scope', 'service=shop']],
    ['an end that is past', ['--scope', 'service=shop', '--until', '2026-01-01']],
    ['an end two years away', ['--scope', 'service=shop', '--until', '2028-11-21']],
  ])('with %s is refused as a wrong call', async (_, args) => {
    expect(await shell.run('token', 'create', '--source', 'x', ...args, '--data', join(shell.folder, 'other'))).toMatchObject({ code: 2, printed: '' });
  });
});

describe('push', () => {
  test('sends a file and prints the report of import; a second time it says unchanged', async () => {
    const first = await shell.run('push', 'scan.json', '--to', server.url, '--token', token);
    expect(first).toMatchObject({ code: 0, said: '' });
    expect(first.printed).toMatch(/^scan\.json \(trivy\): 2 added, 0 updated, 0 unchanged, 0 rejected/);
    expect((await shell.run('push', 'scan.json', '--to', server.url, '--token', token)).printed).toMatch(/0 added, 0 updated, 2 unchanged/);
  });

  test('takes the token from the environment, and leaves alone what a folder holds beside', async () => {
    const quiet = commandLine('2026-11-21', { WHOSE_CALL_TOKEN: token });
    const { code, printed } = await quiet.run('push', join(shell.folder, 'out'), '--to', server.url, '--json');
    quiet.remove();
    expect(code).toBe(0);
    expect(JSON.parse(printed)).toMatchObject([{ file: 'out/scan.json', unchanged: 2, refused: false }]);
  });

  test('sends an archive as one unit', async () => {
    writeFileSync(join(shell.folder, 'scans.zip'), zipFile([{ name: 'a.json', content: trivy(['CVE-2026-3']) }, { name: 'b.sarif', content: '{"version":"2.1.0","runs":[' }]));
    const { code, printed } = await shell.run('push', 'scans.zip', '--to', server.url, '--token', token);
    expect(code).toBe(1);
    expect(printed).toMatch(/a\.json: not taken\.[\s\S]*unit-refused/);
  });

  test('ends with 1 where a file is refused, and says why', async () => {
    const { code, printed } = await shell.run('push', 'broken.sarif', '--to', server.url, '--token', token);
    expect([code, printed]).toEqual([1, expect.stringMatching(/not taken[\s\S]*json-syntax/)]);
  });

  test('ends with 1 outside the scope and with a wrong token, and tries neither again', async () => {
    const outside = await shell.run('push', 'company.yaml', '--to', server.url, '--token', token);
    expect(outside).toMatchObject({ code: 1, printed: '' });
    expect(outside.said).toMatch(/The token does not take the format whose-call\./);
    const wrong = await shell.run('push', 'scan.json', '--to', server.url, '--token', 'wrong');
    expect(wrong.code).toBe(1);
    expect(wrong.said).not.toMatch(/Trying again/);
  });

  test('only looks in a dry run', async () => {
    writeFileSync(join(shell.folder, 'more.json'), trivy(['CVE-2026-9']));
    expect((await shell.run('push', 'more.json', '--dry-run', '--to', server.url, '--token', token)).printed).toMatch(/1 would be added/);
    expect((await shell.run('push', 'more.json', '--dry-run', '--to', server.url, '--token', token)).printed).toMatch(/1 would be added/);
  });

  test('waits and tries again while the server is busy or cannot be reached, and then gives up with 1', async () => {
    let asked = 0;
    const later = createServer((_, response) => {
      asked += 1;
      const ready = asked === 3;
      response.writeHead(ready ? 200 : asked === 1 ? 429 : 503, { 'Content-Type': 'application/json', 'Retry-After': '2' });
      response.end(ready ? '{"version":1,"reports":[],"note":null}' : '{}');
    });
    await new Promise<void>((up) => later.listen(0, '127.0.0.1', () => up()));
    const address = later.address();
    const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
    const answered = await shell.run('push', 'scan.json', '--to', url, '--token', token);
    expect([answered.code, asked]).toEqual([0, 3]);
    expect(answered.said).toMatch(/Trying again in 2 s\./);
    later.closeAllConnections();
    await new Promise<void>((down) => later.close(() => down()));
    const never = await shell.run('push', 'scan.json', '--to', url, '--token', token);
    expect(never.code).toBe(1);
    expect(never.said).toMatch(/cannot be reached[\s\S]*Tried 5 times\./);
  });

  test.each([
    ['no address', ['scan.json']],
    ['an address that is none', ['scan.json', '--to', 'server']],
    ['an open network', ['scan.json', '--to', 'http://example.com']],
    ['no file', ['--to', 'http://127.0.0.1:1']],
    ['a file that is not there', ['gone.json', '--to', 'http://127.0.0.1:1']],
  ])('with %s is a wrong call', async (_, args) => {
    expect(await shell.run('push', ...args, '--token', 'x')).toMatchObject({ code: 2, printed: '' });
  });

  test('without a token is a wrong call', async () => {
    expect((await shell.run('push', 'scan.json', '--to', 'http://127.0.0.1:1')).code).toBe(2);
  });
});
