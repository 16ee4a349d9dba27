import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Names, in a data folder, where the process that holds it can be asked. */
const CONTROL_FILE = 'control';

/** A request or an answer is one line of JSON and at most so long. */
const LONGEST_LINE = 64 * 1024;

/** A question that is not answered in so many milliseconds is not going to be. */
const PATIENCE = 30_000;

export interface ControlSocket {
  close(): Promise<void>;
}

/**
 * Lets commands ask the process that holds a data folder: a socket of this machine that only its own account can open
 * (a folder of mode 0700; no port, nothing a browser or another machine could reach), named in a file of the data folder.
 * `answer` gets what was asked, as unchecked JSON, one question at a time.
 */
export async function openControl(dataDir: string, answer: (request: unknown) => Promise<unknown>): Promise<ControlSocket> {
  const isWindows = process.platform === 'win32';
  const folder = isWindows ? undefined : await mkdtemp(join(tmpdir(), 'whose-call-'));
  const address = folder === undefined ? `\\\\.\\pipe\\whose-call-${crypto.randomUUID()}` : join(folder, 'control');
  const file = join(dataDir, CONTROL_FILE);
  let turn: Promise<unknown> = Promise.resolve();
  const server = createServer((socket) => {
    socket.setTimeout(PATIENCE, () => socket.destroy());
    lineOf(socket).then(
      (line) => {
        turn = turn.then(() => answer(JSON.parse(line))).then((reply) => socket.end(`${JSON.stringify(reply)}\n`), () => socket.destroy());
      },
      () => socket.destroy(),
    );
  });
  await new Promise<void>((listening, failed) => server.once('error', failed).listen(address, listening));
  server.unref();
  await writeFile(file, address, { mode: 0o600 });
  return {
    async close() {
      if ((await readFile(file, 'utf8').catch(() => undefined)) === address) await rm(file, { force: true });
      await new Promise<void>((closed) => server.close(() => closed()));
      if (folder !== undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What the process that holds a data folder answers, as unchecked JSON; `undefined` where none can be asked. */
export async function askControl(dataDir: string, request: unknown): Promise<unknown> {
  const address = await readFile(join(dataDir, CONTROL_FILE), 'utf8').catch(() => undefined);
  if (address === undefined) return undefined;
  const socket = connect(address);
  socket.setTimeout(PATIENCE, () => socket.destroy());
  try {
    await new Promise<void>((connected, failed) => socket.once('error', failed).once('connect', connected));
    socket.write(`${JSON.stringify(request)}\n`);
    return JSON.parse(await lineOf(socket));
  } catch {
    return undefined;
  } finally {
    socket.destroy();
  }
}

function lineOf(socket: Socket): Promise<string> {
  return new Promise((found, failed) => {
    let text = '';
    socket.setEncoding('utf8');
    socket.on('data', (chunk) => {
      text += chunk;
      const end = text.indexOf('\n');
      if (end >= 0) found(text.slice(0, end));
      else if (text.length > LONGEST_LINE) failed(new Error('The line is too long.'));
    });
    socket.once('close', () => failed(new Error('The other side hung up.')));
    socket.once('error', failed);
  });
}
