import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { sourceListSchema } from '#contract/sources.ts';
import { commandLine, type CommandLine } from '#test/support/command-line.ts';
import { startServer, type RunningServer } from '#test/support/running-server.ts';

// A server starts, and a fresh engine in WebAssembly takes seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const shell: CommandLine = commandLine();
const data = join(shell.folder, 'record');
const scan = JSON.stringify({ SchemaVersion: 2, ArtifactName: 'shop', ArtifactType: 'filesystem', CreatedAt: '2026-11-20T08:00:00Z', Results: [{ Target: 'lock', Class: 'lang-pkgs', Type: 'npm', Vulnerabilities: [{ VulnerabilityID: 'CVE-2026-1', PkgName: 'p', InstalledVersion: '1', Severity: 'HIGH', Title: 't' }] }] });

let server: RunningServer;
let isUp = false;
const create = (): ReturnType<CommandLine['run']> => shell.run('token', 'create', '--source', 'ci shop', '--scope', 'service=shop', '--until', '2027-01-31', '--data', data, '--json');
const push = (token: string): ReturnType<CommandLine['run']> => shell.run('push', 'scan.json', '--to', server.url, '--token', token);

beforeAll(async () => {
  writeFileSync(join(shell.folder, 'scan.json'), scan);
  writeFileSync(join(shell.folder, 'company.yaml'), 'schema: whose-call/1\nservices: [{ id: shop, exposure: internet }]\n');
  expect(await shell.run('import', 'company.yaml', '--data', data)).toMatchObject({ code: 0 });
  server = await startServer(['--no-sample'], data);
  isUp = true;
});
afterAll(async () => {
  if (isUp) await server.stop();
  shell.remove();
});

describe('while the server runs', () => {
  let made: { id: string; token: string };

  test('the command makes a token through it, which is taken at once', async () => {
    const { code, printed, said } = await create();
    expect([code, said]).toEqual([0, expect.stringContaining('The server that holds the data folder did it, and goes on running.')]);
    made = JSON.parse(printed);
    expect(await push(made.token)).toMatchObject({ code: 0, printed: expect.stringContaining('1 added') });
  });

  test('tokens made at once are all kept, listed without themselves, and shown on the sources page', async () => {
    const both = await Promise.all([create(), create()]);
    const { printed } = await shell.run('token', 'list', '--json', '--data', data);
    const listed: { id: string }[] = JSON.parse(printed);
    expect(listed).toHaveLength(3);
    for (const { printed: one } of both) expect(printed).not.toContain(JSON.parse(one).token);
    const { tokens } = sourceListSchema.parse(await (await fetch(`${server.url}/api/v1/sources`)).json());
    expect(tokens.map(({ id }) => id).toSorted()).toEqual(listed.map(({ id }) => id).toSorted());
  });

  test('a token is revoked through it and opens nothing from then on; an id nobody has is said', async () => {
    expect(await shell.run('token', 'revoke', made.id, '--data', data)).toMatchObject({ code: 0, said: expect.stringContaining(`${made.id} of ci shop is revoked`) });
    expect((await push(made.token)).code).toBe(1);
    expect(await shell.run('token', 'revoke', 'token-none', '--data', data)).toMatchObject({ code: 1, said: expect.stringContaining('No token has the id token-none') });
  });

  test('only the account of the server can ask, and no port is open for it', async () => {
    const address = readFileSync(join(data, 'control'), 'utf8');
    expect([statSync(join(data, 'control')).mode & 0o777, statSync(dirname(address)).mode & 0o777]).toEqual([0o600, 0o700]);
    expect((await fetch(`${server.url}/api/v1/tokens`, { method: 'POST', body: '{}', headers: { 'X-Whose-Call': '1', 'Content-Type': 'application/json' } })).status).toBe(404);
  });

  test.each(['not json\n', '{"act":"create"}\n', `${'x'.repeat(70_000)}\n`])('what it cannot read it hangs up on, and goes on: %.20s', async (line) => {
    const heard = await new Promise<string>((ended) => {
      let text = '';
      const socket = connect(readFileSync(join(data, 'control'), 'utf8'), () => void socket.write(line));
      socket.on('data', (chunk) => { text += chunk.toString(); });
      socket.on('error', () => undefined);
      socket.once('close', () => ended(text));
    });
    expect(heard).toBe('');
    expect((await shell.run('token', 'list', '--data', data)).code).toBe(0);
  });

  test('every other command is still told who holds the folder', async () => {
    const imported = await shell.run('import', 'company.yaml', '--data', data);
    expect([imported.code, imported.said]).toEqual([1, expect.stringContaining('is in use by process')]);
  });
});

test('once it has stopped, nothing of it is left and the command works on the folder itself', async () => {
  const address = readFileSync(join(data, 'control'), 'utf8');
  await server.stop();
  isUp = false;
  expect([existsSync(join(data, 'control')), existsSync(dirname(address))]).toEqual([false, false]);
  expect(await shell.run('token', 'list', '--data', data)).toMatchObject({ code: 0, printed: expect.stringContaining('revoked') });
});
