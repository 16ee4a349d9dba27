import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const repository = resolve(import.meta.dirname, '../..');

export interface RunningServer {
  url: string;
  /** What it said on the way up, line by line. */
  said: string;
  dataDirectory: string;
  stop(): Promise<void>;
}

/**
 * Starts the product as a user does, on a free port and in a data folder of its own, and waits for
 * the line that says where it listens.
 */
export async function startServer(args: readonly string[] = [], dataDirectory?: string): Promise<RunningServer> {
  const folder = dataDirectory ?? mkdtempSync(join(tmpdir(), 'whose-call-served-'));
  const child = spawn(process.execPath, ['src/cli/whose-call.js', 'serve', '--port', '0', '--data', folder, ...args], {
    cwd: repository,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const url = await new Promise<string>((found, failed) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString('utf8');
      const match = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (match !== null) found(match[0]);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => failed(new Error(`The server ended with ${code} before it listened:\n${said}`)));
  });
  return {
    url,
    get said() {
      return said;
    },
    dataDirectory: folder,
    stop: async () => {
      const ended = new Promise<void>((resolveEnd) => child.once('exit', () => resolveEnd()));
      child.kill('SIGTERM');
      await ended;
      if (dataDirectory === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
